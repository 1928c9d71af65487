import { afterAttempt } from '../../domain/retry.ts';
import type { AttemptOutcome } from '../../domain/words.ts';

const MINUTE = 60_000;
const NINE_TO_SIX = [{ from: '09:00', to: '18:00' }];
const POLICY = {
  timeZone: 'Asia/Tokyo',
  hours: { 2: NINE_TO_SIX, 3: NINE_TO_SIX },
  holidayCountry: null,
  closedDates: [],
  retryDelayMs: { busy: 5 * MINUTE, no_answer: 30 * MINUTE, machine: 60 * MINUTE, failed: 10 * MINUTE, unknown: 15 * MINUTE },
  maximumAttempts: 3,
};
const TEN = '2026-11-24T01:00:00.000Z';

function after(outcome: AttemptOutcome, attemptsCounted = 1, byHand = false, now = TEN) {
  return afterAttempt(POLICY, { outcome, attemptsCounted, byHand }, now);
}

test.each([
  ['busy', '2026-11-24T01:05:00.000Z'],
  ['no_answer', '2026-11-24T01:30:00.000Z'],
  ['machine', '2026-11-24T02:00:00.000Z'],
  ['failed', '2026-11-24T01:10:00.000Z'],
  ['unknown', '2026-11-24T01:15:00.000Z'],
] as const)('after %s the route’s delay for it', (outcome, dueAt) => {
  expect(after(outcome)).toEqual({ next: 'retry', dueAt });
});

test('the maximum ends it', () => {
  expect(after('busy', 3)).toEqual({ next: 'fail' });
});

test('a blocked number is not tried again', () => {
  expect(after('blocked')).toEqual({ next: 'fail' });
});

test('dialling by hand never makes it fail', () => {
  expect(after('busy', 3, true).next).toBe('retry');
  expect(after('blocked', 1, true).next).toBe('retry');
});

test('an attempt that never rang is tried again at once, however many came before', () => {
  expect(after('cancelled', 3)).toEqual({ next: 'retry', dueAt: TEN });
});

test('a conversation to be repeated waits as long as an unanswered call', () => {
  expect(after('answered')).toEqual({ next: 'retry', dueAt: '2026-11-24T01:30:00.000Z' });
});

test('no maximum stands against another call that the customer was promised in a conversation', () => {
  expect(after('answered', 3).next).toBe('retry');
});

test('a retry that falls outside hours waits for the opening', () => {
  expect(after('no_answer', 1, false, '2026-11-24T08:45:00.000Z')).toEqual({ next: 'retry', dueAt: '2026-11-25T00:00:00.000Z' });
});

test('a route that no longer opens keeps the plain delay: it will expire', () => {
  expect(afterAttempt({ ...POLICY, hours: {} }, { outcome: 'busy', attemptsCounted: 1, byHand: false }, TEN)).toEqual({
    next: 'retry',
    dueAt: '2026-11-24T01:05:00.000Z',
  });
});
