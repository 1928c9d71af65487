import { piecesOf } from '../../domain/standard-response.ts';

/** A text with its places filled in; those for which there was nothing are marked. */
export function FilledText({ text, language }: { readonly text: string; readonly language: string }) {
  return (
    <p className="written response-text" lang={language}>
      {piecesOf(text).map((piece, index) => (piece.placeholder === null ? piece.text : <mark key={index}>{piece.text}</mark>))}
    </p>
  );
}
