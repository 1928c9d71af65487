import type { RefObject } from 'react';
import { useEffect } from 'react';
import { isBehindDialogue } from './dialogue.ts';
import { REACHES_PAST_DIALOGUES } from './keys.ts';
import { shortcutOf, takesText } from './rules.ts';

/** Clicks the button when Alt and the given letter or digit are pressed, as long as the button could be clicked by hand. */
export function useShortcut(letter: string | undefined, button: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    if (letter === undefined) return undefined;
    const press = (event: KeyboardEvent) => {
      const element = button.current;
      if (shortcutOf(event, takesText(event.target as HTMLElement | null)) !== letter) return;
      if (element === null || element.disabled || !element.checkVisibility()) return;
      if (letter !== REACHES_PAST_DIALOGUES && isBehindDialogue(element)) return;
      event.preventDefault();
      element.click();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [letter, button]);
}
