import { useEffect } from 'react';
import { chime } from './sound.ts';

/* What an alarm does for as long as it is mounted. */

const CHIME_EVERY_MS = 4_000;
const TITLE = 'Ringback';

/** A chime at once, and again every few seconds. */
export function useSound(): void {
  useEffect(() => {
    chime();
    const timer = setInterval(chime, CHIME_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}

/** Another title of the page; its own comes back afterwards. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(
    () => () => {
      document.title = TITLE;
    },
    [],
  );
}
