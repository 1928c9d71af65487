import type { RefObject } from 'react';

interface Insertion {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Writes something where the caret of a text field is, and leaves the caret after it, or `typeOver` chosen within it. */
export function insertAtCaret({ area, text, onText }: Insertion, written: string, typeOver: string | null = null): void {
  const [from, to] = [area.current?.selectionStart ?? text.length, area.current?.selectionEnd ?? text.length];
  onText(text.slice(0, from) + written + text.slice(to));
  const start = typeOver === null ? from + written.length : from + written.indexOf(typeOver);
  // When whatever was pressed has closed and the text stands in the field.
  setTimeout(() => {
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (typeOver?.length ?? 0));
  });
}
