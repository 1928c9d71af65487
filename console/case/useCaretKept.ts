import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

/**
 * Keeps the caret where somebody types when text comes in below it: a browser puts it behind a text that it did not hear typed.
 * @returns what the field calls whenever its caret moves
 */
export function useCaretKept(field: RefObject<HTMLTextAreaElement | null>): () => void {
  const caret = useRef<readonly [start: number, end: number] | null>(null);
  useLayoutEffect(() => {
    const { current: area } = field;
    if (area !== document.activeElement || !area || !caret.current) return;
    const [start, end] = caret.current;
    // Said again where it is already, it would end a conversion under way.
    if (area.selectionStart !== start || area.selectionEnd !== end) area.setSelectionRange(start, end);
  });
  return () => {
    caret.current = field.current && [field.current.selectionStart, field.current.selectionEnd];
  };
}
