import type { Status } from '../../domain/status.ts';
import { LIVE_STATUSES, OPEN_STATUSES, STATUSES, TERMINAL_STATUSES, TRANSITIONS, isLive, isTerminal, mayBecome } from '../../domain/status.ts';

test('exactly the four ends are terminal', () => {
  expect(TERMINAL_STATUSES).toEqual(['completed', 'cancelled', 'expired', 'failed']);
  expect(STATUSES.filter((status) => !isTerminal(status))).toEqual(OPEN_STATUSES);
});

test('from every open status an end can be reached', () => {
  const reached = (from: Status, seen = new Set<Status>()): Set<Status> => {
    for (const to of TRANSITIONS[from]) if (!seen.has(to)) reached(to, seen.add(to));
    return seen;
  };
  for (const status of OPEN_STATUSES) expect([...reached(status)].some(isTerminal)).toBe(true);
});

test('a conversation cannot be cancelled, withdrawn or completed: it is ended first', () => {
  for (const to of ['cancelled', 'withdrawn', 'completed'] as const) expect(mayBecome('connected', to)).toBe(false);
  expect(mayBecome('connected', 'wrap_up')).toBe(true);
});

test('a callback is live while one agent has it in hand', () => {
  expect(STATUSES.filter(isLive)).toEqual([...LIVE_STATUSES]);
});
