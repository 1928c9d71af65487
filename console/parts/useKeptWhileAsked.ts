import { useState } from 'react';
import { useDialogueInFront } from '../keyboard/dialogue.ts';

/**
 * What is shown: while a dialogue is open, that which was there before, also when it is gone or has become another. The dialogue may be
 * one of its own, and what is typed in it would be gone with it, or go to another customer.
 *
 * @param now what there is now, the same object from one render to the next
 * @param nameOf tells one from another
 */
export function useKeptWhileAsked<Shown>(now: Shown, nameOf: (shown: NonNullable<Shown>) => string | null): Shown {
  const isAsked = useDialogueInFront() !== null;
  const [kept, keep] = useState(now);
  const isOther = kept != null && (now == null || nameOf(kept) !== nameOf(now));
  const shown = isAsked && isOther ? kept : now;
  if (shown !== kept) keep(shown);
  return shown;
}
