import { useEffect } from 'react';
import { useAccept, useReject } from '../api/commands.ts';
import type { ProblemError } from '../api/problem.ts';
import type { Offer } from '../api/types.ts';

export interface OfferAnswers {
  readonly accept: ReturnType<typeof useAccept>;
  readonly reject: ReturnType<typeof useReject>;
  /** Why the last answer was refused; it stays when the offer is gone, until there is another offer. */
  readonly problem: ProblemError | null;
}

/** The answers to offers. They belong to the place where offers appear, not to one offer: a refusal outlives the offer it is about. */
export function useOfferAnswers(offer: Offer | null): OfferAnswers {
  const accept = useAccept();
  const reject = useReject();
  const offerId = offer?.offerId ?? null;
  const { clear: forgetAccept } = accept;
  const { clear: forgetReject } = reject;
  useEffect(() => {
    if (offerId === null) return;
    forgetAccept();
    forgetReject();
  }, [offerId, forgetAccept, forgetReject]);
  return { accept, reject, problem: accept.problem ?? reject.problem };
}
