import { isBeingCalled } from '../../domain/status.ts';
import type { Case } from '../api/types.ts';

/** The time agreed with the customer in the newest attempt, which holds when it is over; ISO 8601. Null: none was. */
export function agreedTime({ status, timeline }: Pick<Case, 'status' | 'timeline'>): string | null {
  if (!isBeingCalled(status)) return null;
  const begun = timeline.findLastIndex(({ type }) => type === 'attempt_started');
  const dueAt = timeline.slice(begun + 1).findLast(({ type }) => type === 'rescheduled')?.data['dueAt'];
  return typeof dueAt === 'string' ? dueAt : null;
}
