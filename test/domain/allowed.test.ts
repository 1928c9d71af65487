import type { Action } from '../../domain/allowed.ts';
import { ALLOWED_WHILE, isAllowed } from '../../domain/allowed.ts';
import type { PlanActionType } from '../../domain/plan.ts';
import { whyNot } from '../../domain/plan-rules.ts';
import { STATUSES, TERMINAL_STATUSES, TRANSITIONS } from '../../domain/status.ts';
import type { Status } from '../../domain/status.ts';

const ACTIONS = Object.keys(ALLOWED_WHILE) as Action[];

test('nothing can be done with a callback that has ended', () => {
  for (const action of ACTIONS) for (const status of TERMINAL_STATUSES) expect(isAllowed(action, status)).toBe(false);
});

const LEADS_TO: readonly (readonly [Action, Status])[] = [
  ['dial', 'dialling'],
  ['complete', 'completed'],
  ['cancel', 'cancelled'],
  ['withdraw', 'withdrawn'],
  ['release', 'queued'],
];

test.each(LEADS_TO)('%s is allowed only where its callback is, or may become, %s', (action, end) => {
  for (const status of STATUSES.filter((one) => isAllowed(action, one))) expect([end, ...TRANSITIONS[status]]).toContain(end);
});

const PLANNED: readonly (PlanActionType & Action)[] = ['withdraw', 'cancel', 'reschedule'];

test.each(PLANNED)('a plan asks for %s only where it is allowed', (type) => {
  const planned = { assigneeId: 'aoki', isReserved: false, isKeptForLater: false, wasAsked: false };
  for (const status of STATUSES) if (whyNot(type, { ...planned, status }) === null) expect(isAllowed(type, status)).toBe(true);
});
