import type { BetweenCalls } from '../../domain/next-call.ts';
import { nextCallAt } from '../../domain/next-call.ts';
import { STATUSES } from '../../domain/status.ts';

const MINUTE = 60_000;
const ALL_DAY = [{ from: '00:00', to: '24:00' }];
const POLICY = {
  timeZone: 'Asia/Tokyo',
  hours: { 1: ALL_DAY, 2: ALL_DAY, 3: ALL_DAY },
  holidayCountry: null,
  closedDates: [],
  retryDelayMs: { busy: 5 * MINUTE, no_answer: 30 * MINUTE, machine: 60 * MINUTE, failed: 10 * MINUTE, unknown: 15 * MINUTE },
  maximumAttempts: 3,
};
const NOW = '2026-11-24T01:00:00.000Z';
const at = (clock: string) => `2026-11-24T${clock}:00.000Z`;

/** Just now the line was busy, at the time the callback was due; its agent has it for a minute. */
const BUSY: BetweenCalls = { status: 'wrap_up', dueAt: at('00:59'), agreedAt: null, wrapUpEndsAt: at('01:01'), lastOutcome: 'busy', attemptsCounted: 1, byHand: false };

const next = (more: Partial<BetweenCalls> = {}, now = NOW) => nextCallAt(POLICY, { ...BUSY, ...more }, now);

test('a callback that waits is called when it is due, if that is still to come', () => {
  for (const status of ['scheduled', 'queued', 'offered', 'preview'] as const) {
    expect(next({ status, dueAt: at('02:00') })).toBe(at('02:00'));
    expect(next({ status, dueAt: NOW })).toBeNull();
    expect(next({ status, dueAt: null })).toBeNull();
  }
});

test('what has ended or was withdrawn is not called, whenever it was due', () => {
  for (const status of ['withdrawn', 'completed', 'cancelled', 'expired', 'failed'] as const) expect(next({ status, dueAt: at('02:00') })).toBeNull();
});

test('during an attempt and after it, what was agreed is the next call, and never the time that the attempt was due', () => {
  for (const status of ['dialling', 'connected', 'wrap_up'] as const) {
    const talked = { status, dueAt: at('02:00'), lastOutcome: 'answered' } as const;
    expect(next(talked)).toBeNull();
    expect(next({ ...talked, agreedAt: at('03:00') })).toBe(at('03:00'));
    expect(next({ ...talked, agreedAt: at('00:30') })).toBeNull();
  }
});

test('after an attempt that reached nobody it is what the retry policy will say when the wrap-up ends', () => {
  expect(next()).toBe(at('01:06'));
  expect(next({ lastOutcome: 'no_answer' })).toBe(at('01:31'));
  expect(next({ lastOutcome: 'cancelled' })).toBe(at('01:01'));
  expect(next({ wrapUpEndsAt: at('00:58') })).toBe(at('01:05'));
  expect(next({ wrapUpEndsAt: null })).toBe(at('01:05'));
  expect(nextCallAt({ ...POLICY, closedDates: ['2026-11-24'] }, BUSY, NOW)).toBe(at('15:00'));
});

test('what was agreed goes before the retry policy', () => {
  expect(next({ agreedAt: at('03:00') })).toBe(at('03:00'));
});

test('after the last attempt nothing follows, unless it was dialled by hand', () => {
  expect(next({ attemptsCounted: 3 })).toBeNull();
  expect(next({ lastOutcome: 'blocked' })).toBeNull();
  expect(next({ attemptsCounted: 3, byHand: true })).toBe(at('01:06'));
  expect(next({ lastOutcome: null })).toBeNull();
});

test('the time that is told is never in the past', () => {
  for (const status of STATUSES) {
    for (const agreedAt of [null, at('00:30')]) expect(next({ status, agreedAt, lastOutcome: 'cancelled', wrapUpEndsAt: at('00:58') })).toBeNull();
  }
});
