import type { RefObject } from 'react';
import { useEffect } from 'react';
import { isBehindDialogue } from './dialogue.ts';
import { shortcutOf, takesText } from './rules.ts';

/** Puts the focus into a field when Alt and the letter are pressed, as long as it could be clicked into. */
export function useFocusShortcut(letter: string, field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const element = field.current;
      if (shortcutOf(event, takesText(event.target as HTMLElement | null)) !== letter) return;
      if (element === null || !element.checkVisibility() || isBehindDialogue(element)) return;
      event.preventDefault();
      element.focus();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [letter, field]);
}
