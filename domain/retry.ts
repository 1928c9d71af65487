import type { Calendar } from './hours.ts';
import { nextOpen } from './hours.ts';
import type { RetriedOutcome, RoutePolicy } from './route.ts';
import { RETRIED_OUTCOMES } from './route.ts';
import type { AttemptOutcome } from './words.ts';

/** What of a route's policy says when a customer is tried again. */
export type RetryPolicy = Calendar & Pick<RoutePolicy, 'retryDelayMs' | 'maximumAttempts'>;

/** What follows an attempt. `dueAt` is ISO 8601 in UTC. */
export type AfterAttempt = { readonly next: 'retry'; readonly dueAt: string } | { readonly next: 'fail' };

/**
 * What follows an attempt without a result: another try after the route's delay for that outcome, at the next opening; or the
 * end, once the route's maximum is reached. A number the network blocks is not tried again. An attempt that never rang the
 * customer (`cancelled`) is tried again at once, and one dialled by hand (`byHand`) never makes the callback fail. After a conversation
 * it is the agent who asks for another, as the customer was promised: no maximum stands against that.
 */
export function afterAttempt(
  policy: RetryPolicy,
  attempt: { readonly outcome: AttemptOutcome; readonly attemptsCounted: number; readonly byHand: boolean },
  now: string,
): AfterAttempt {
  if (isTheLast(policy, attempt) && !attempt.byHand) return { next: 'fail' };
  const earliest = new Date(Date.parse(now) + delayMs(policy, attempt.outcome)).toISOString();
  return { next: 'retry', dueAt: nextOpen(policy, earliest)?.startsAt ?? earliest };
}

function isTheLast(policy: RetryPolicy, attempt: { outcome: AttemptOutcome; attemptsCounted: number }): boolean {
  if (attempt.outcome === 'blocked') return true;
  if (attempt.outcome === 'cancelled' || attempt.outcome === 'answered') return false;
  return attempt.attemptsCounted >= policy.maximumAttempts;
}

/** A conversation that is to be repeated waits as long as an unanswered call. */
function delayMs(policy: RetryPolicy, outcome: AttemptOutcome): number {
  if (outcome === 'cancelled') return 0;
  return policy.retryDelayMs[isRetried(outcome) ? outcome : 'no_answer'];
}

function isRetried(outcome: AttemptOutcome): outcome is RetriedOutcome {
  return (RETRIED_OUTCOMES as readonly AttemptOutcome[]).includes(outcome);
}
