import { useState } from 'react';
import type { Offer } from '../api/types.ts';
import { useDialogueInFront } from '../keyboard/dialogue.ts';

/**
 * The offer whose case is shown: while a dialogue is open, that which was there before, also when it has been answered or is over. The
 * dialogue may be one of its own, and what is typed in it would be gone with it, or go to another customer.
 */
export function useKeptWhileAsked(offer: Offer | null): Offer | null {
  const isAsked = useDialogueInFront() !== null;
  const [kept, keep] = useState(offer);
  const shown = isAsked && kept !== null && kept.offerId !== offer?.offerId ? kept : offer;
  if (shown !== kept) keep(shown);
  return shown;
}
