import { patched } from '@temporalio/workflow';
import type { Case } from './case.ts';
import { hasCome } from './case.ts';

/*
 * Nobody is called after the route has closed, so an offer or a preview ends with the route's hours. Up to release 0.2.0 they could
 * outlast them: such histories are taken as they are.
 */

const ENDS_WITH_THE_HOURS = 'offers-end-with-the-hours';

/** Whether the route closes at or before this instant (ISO 8601), as its policy was read last. */
export function closesBy(c: Case, at: string): boolean {
  return Date.parse(c.due.closesAt) <= Date.parse(at) && patched(ENDS_WITH_THE_HOURS);
}

/** Whether the route may be closed now, by its hours or by an edit: the policy is to be read before anybody is called. */
export function mayHaveClosed(c: Case): boolean {
  return (c.planAgain || hasCome(c.due.closesAt)) && patched(ENDS_WITH_THE_HOURS);
}
