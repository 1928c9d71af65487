import { remindedOf, reminderOf } from '../../console/desk/reminders.ts';
import type { CallbackRow } from '../../console/api/types.ts';
import { AOKI, MORI, minutesFromNow, row } from './served/people.ts';

const NOW_MS = Date.parse(minutesFromNow(0));
const reminded = (given: Partial<CallbackRow>, nowMs = NOW_MS) =>
  remindedOf([row({ id: 'c1', kind: 'scheduled', status: 'scheduled', assignee: AOKI, dueAt: minutesFromNow(3), ...given })], AOKI.id, nowMs).length === 1;

test('an agent is reminded of an agreed time from five minutes before it until ten minutes after', () => {
  const at = (minutes: number) => reminded({}, NOW_MS + minutes * 60_000);
  expect([at(-2.01), at(-2), at(3), at(12.99), at(13)]).toEqual([false, true, true, true, false]);
});

test.each([
  ['somebody else’s', { assignee: MORI }],
  ['nobody’s', { assignee: null }],
  ['in hand already', { agent: AOKI, status: 'offered' }],
  ['over', { status: 'completed' }],
  ['taken back', { status: 'withdrawn' }],
  ['promised for no particular time', { kind: 'asap' }],
  ['without a time', { dueAt: null }],
] satisfies [string, Partial<CallbackRow>][])('not of what is %s', (_why, given) => {
  expect(reminded(given)).toBe(false);
});

test('what waits for its agent past its time is still reminded of', () => {
  expect(reminded({ status: 'queued', dueAt: minutesFromNow(-1) })).toBe(true);
});

test('a callback moved to another time is another reminder', () => {
  expect(reminderOf({ id: 'c1', dueAt: minutesFromNow(3) })).not.toBe(reminderOf({ id: 'c1', dueAt: minutesFromNow(9) }));
});
