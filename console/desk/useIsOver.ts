import { useSyncExternalStore } from 'react';
import { serverNowMs } from '../session/clock.ts';

const LOOKS_EVERY_MS = 250;

/** Whether a deadline (ISO 8601) has passed by the server's clock, as its countdown shows; null: there is none. */
export function useIsOver(deadlineAt: string | null): boolean {
  return useSyncExternalStore(watchClock, () => deadlineAt !== null && Date.parse(deadlineAt) <= serverNowMs());
}

function watchClock(look: () => void): () => void {
  const timer = setInterval(look, LOOKS_EVERY_MS);
  return () => clearInterval(timer);
}
