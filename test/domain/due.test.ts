import type { Wanted } from '../../domain/due.ts';
import { dueTimesDiffer, planDue } from '../../domain/due.ts';

const HOUR = 3_600_000;
const NINE_TO_SIX = [{ from: '09:00', to: '18:00' }];
const POLICY = {
  timeZone: 'Asia/Tokyo',
  hours: { 1: NINE_TO_SIX, 2: NINE_TO_SIX, 3: NINE_TO_SIX, 4: NINE_TO_SIX, 5: NINE_TO_SIX },
  holidayCountry: null,
  closedDates: [],
  leadTimeMs: 2 * HOUR,
  windowMs: HOUR,
  expiryMs: 48 * HOUR,
};
const TEN = '2026-11-24T01:00:00.000Z';
const NOON = '2026-11-24T03:00:00.000Z';
const SIX = '2026-11-24T09:00:00.000Z';
const TOMORROW_NINE = '2026-11-25T00:00:00.000Z';

function wanted(more: Partial<Wanted> = {}): Wanted {
  return { kind: 'asap', requestedAt: TEN, desiredAt: null, windowEndsAt: null, notBefore: null, ...more };
}

test('a request for now is due now, without a window, until the route closes', () => {
  expect(planDue(POLICY, wanted(), TEN)).toEqual({
    dueAt: TEN,
    windowEndsAt: null,
    closesAt: SIX,
    expiresAt: '2026-11-26T01:00:00.000Z',
  });
});

test('a request in the night is due at opening, and expires from there on', () => {
  const due = planDue(POLICY, wanted({ requestedAt: '2026-11-24T12:00:00.000Z' }), '2026-11-24T12:00:00.000Z');
  expect(due.dueAt).toBe(TOMORROW_NINE);
  expect(due.expiresAt).toBe('2026-11-27T00:00:00.000Z');
});

test('a delayed request waits for the route’s lead time', () => {
  expect(planDue(POLICY, wanted({ kind: 'delayed' }), TEN).dueAt).toBe(NOON);
});

test('a scheduled request is due at its time, and keeps its promise for the route’s window', () => {
  const due = planDue(POLICY, wanted({ kind: 'scheduled', desiredAt: NOON }), TEN);
  expect(due.dueAt).toBe(NOON);
  expect(due.windowEndsAt).toBe('2026-11-24T04:00:00.000Z');
});

test('a window the customer named is kept', () => {
  const named = '2026-11-24T05:00:00.000Z';
  expect(planDue(POLICY, wanted({ kind: 'scheduled', desiredAt: NOON, windowEndsAt: named }), TEN).windowEndsAt).toBe(named);
});

test('a scheduled request without a time counts from the request', () => {
  expect(planDue(POLICY, wanted({ kind: 'scheduled' }), TEN).dueAt).toBe(TEN);
});

test('who has waited while the route was open keeps their place', () => {
  expect(planDue(POLICY, wanted(), NOON).dueAt).toBe(TEN);
});

test('what is still waiting at closing time waits for the next opening', () => {
  expect(planDue(POLICY, wanted(), SIX).dueAt).toBe(TOMORROW_NINE);
});

test('a retry is not due before its time, and does not outlive the request', () => {
  const due = planDue(POLICY, wanted({ notBefore: NOON }), TEN);
  expect(due.dueAt).toBe(NOON);
  expect(due.expiresAt).toBe('2026-11-26T01:00:00.000Z');
});

test('a route that never opens lets its callbacks expire without ever being due', () => {
  const due = planDue({ ...POLICY, hours: {} }, wanted(), TEN);
  expect(due.dueAt).toBe(due.expiresAt);
});

test('which requests a changed policy moves is told one after the other', () => {
  const later = dueTimesDiffer(POLICY, { ...POLICY, hours: { 2: [{ from: '11:00', to: '18:00' }] } }, TEN);
  expect([wanted(), wanted({ kind: 'scheduled', desiredAt: NOON }), wanted({ kind: 'delayed' })].map(later)).toEqual([true, false, false]);
  const lead = dueTimesDiffer(POLICY, { ...POLICY, leadTimeMs: HOUR, windowMs: 1 }, TEN);
  expect([wanted(), wanted({ kind: 'delayed' }), wanted({ kind: 'scheduled', desiredAt: NOON })].map(lead)).toEqual([false, true, false]);
});
