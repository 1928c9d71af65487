import type { RetryPolicy } from './retry.ts';
import { afterAttempt } from './retry.ts';
import type { Status } from './status.ts';
import type { AttemptOutcome } from './words.ts';

/** Where a callback stands between one call and the next. Instants are ISO 8601. */
export interface BetweenCalls {
  readonly status: Status;
  /** While it is being called or wrapped up, that is the time of this very attempt. */
  readonly dueAt: string | null;
  /** The time agreed with the customer in the attempt that is under way or being wrapped up; null: none was. */
  readonly agreedAt: string | null;
  readonly wrapUpEndsAt: string | null;
  readonly lastOutcome: AttemptOutcome | null;
  readonly attemptsCounted: number;
  /** The newest attempt was dialled by hand. */
  readonly byHand: boolean;
}

/** When the customer is to be called next, as far as that is known and still to come; null: it is not. */
export function nextCallAt(policy: RetryPolicy, callback: BetweenCalls, now: string): string | null {
  const at = plannedAt(policy, callback, now);
  return at !== null && Date.parse(at) > Date.parse(now) ? at : null;
}

function plannedAt(policy: RetryPolicy, callback: BetweenCalls, now: string): string | null {
  switch (callback.status) {
    case 'scheduled':
    case 'queued':
    case 'offered':
    case 'preview':
      return callback.dueAt;
    case 'dialling':
    case 'connected':
      return callback.agreedAt;
    case 'wrap_up':
      return callback.agreedAt ?? retryAt(policy, callback, now);
    case 'withdrawn':
    case 'completed':
    case 'cancelled':
    case 'expired':
    case 'failed':
      return null;
  }
}

/** What the retry policy says once the wrap-up is over; after a conversation nothing follows of itself. */
function retryAt(policy: RetryPolicy, { lastOutcome, wrapUpEndsAt, attemptsCounted, byHand }: BetweenCalls, now: string): string | null {
  if (lastOutcome === null || lastOutcome === 'answered') return null;
  const endsAt = wrapUpEndsAt !== null && Date.parse(wrapUpEndsAt) > Date.parse(now) ? wrapUpEndsAt : now;
  const after = afterAttempt(policy, { outcome: lastOutcome, attemptsCounted, byHand }, endsAt);
  return after.next === 'retry' ? after.dueAt : null;
}
