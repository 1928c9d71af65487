import type { PlanActionType, PlanRefusal } from '../../domain/plan.ts';
import type { PlannedCallback } from '../../domain/plan-rules.ts';
import { isAboutOwner, isHeld, whyNot } from '../../domain/plan-rules.ts';
import { STATUSES, isTerminal } from '../../domain/status.ts';
import type { Status } from '../../domain/status.ts';

const waiting: PlannedCallback = { status: 'queued', assigneeId: null, isReserved: false, isKeptForLater: false, wasAsked: false };
const theirs: PlannedCallback = { ...waiting, assigneeId: 'aoki' };
const ACTIONS: readonly PlanActionType[] = ['distribute', 'withdraw', 'move', 'cancel', 'reschedule', 'change_route'];

describe('why an action leaves a callback as it is', () => {
  test.each(ACTIONS)('%s: one that has ended has ended', (type) => {
    for (const status of STATUSES.filter(isTerminal)) expect(whyNot(type, { ...theirs, status })).toBe('callback_over');
  });

  test.each(ACTIONS.filter((type) => type !== 'distribute'))('%s: one that is being called is left', (type) => {
    for (const status of ['dialling', 'connected', 'wrap_up'] as const) expect(whyNot(type, { ...theirs, status })).toBe('being_called');
  });

  const cases: [PlanActionType, string, Partial<PlannedCallback>, PlanRefusal | null][] = [
    ['distribute', 'of nobody’s', {}, null],
    ['distribute', 'withdrawn', { status: 'withdrawn' }, null],
    ['distribute', 'somebody’s', { assigneeId: 'aoki' }, 'already_distributed'],
    ['distribute', 'somebody’s in a call', { assigneeId: 'aoki', status: 'connected' }, 'already_distributed'],
    ['distribute', 'nobody’s in a call', { status: 'connected' }, 'being_called'],
    ['distribute', 'offered', { status: 'offered' }, 'wrong_state'],
    ['distribute', 'about to be offered', { isReserved: true }, 'wrong_state'],
    ['distribute', 'kept for later', { status: 'scheduled', isKeptForLater: true }, null],
    ['withdraw', 'somebody’s', { assigneeId: 'aoki' }, null],
    ['withdraw', 'nobody’s', {}, 'not_distributed'],
    ['withdraw', 'somebody’s, kept for later', { assigneeId: 'aoki', isKeptForLater: true }, 'wrong_state'],
    ['withdraw', 'offered to its agent', { assigneeId: 'aoki', status: 'offered' }, null],
    ['move', 'somebody’s', { assigneeId: 'aoki' }, null],
    ['move', 'nobody’s', {}, 'not_distributed'],
    ['move', 'nobody’s by the plan’s own doing', { status: 'withdrawn', wasAsked: true }, null],
    ['cancel', 'nobody’s', {}, null],
    ['cancel', 'withdrawn', { status: 'withdrawn' }, null],
    ['cancel', 'kept for later', { isKeptForLater: true }, 'wrong_state'],
    ['reschedule', 'offered', { status: 'offered' }, null],
    ['reschedule', 'withdrawn', { status: 'withdrawn' }, 'wrong_state'],
    ['reschedule', 'kept for later', { isKeptForLater: true }, 'wrong_state'],
    ['change_route', 'withdrawn', { status: 'withdrawn' }, null],
    ['change_route', 'in a preview', { status: 'preview' }, 'wrong_state'],
    ['change_route', 'kept for later', { isKeptForLater: true }, 'wrong_state'],
  ];
  test.each(cases)('%s one that is %s', (type, _what, more, expected) => {
    expect(whyNot(type, { ...waiting, ...more })).toBe(expected);
  });
});

test('who has a callback is SQL, unless an offer or a preview is open', () => {
  const open = (status: Status) => ({ status, isReserved: false });
  expect(isHeld(open('offered')) && isHeld(open('preview')) && isHeld({ status: 'queued', isReserved: true })).toBe(true);
  expect(isHeld(open('queued'))).toBe(false);
  expect([isAboutOwner('move', open('queued')), isAboutOwner('move', open('offered'))]).toEqual([true, false]);
  expect([isAboutOwner('distribute', open('queued')), isAboutOwner('change_route', open('queued'))]).toEqual([true, true]);
  expect(isAboutOwner('withdraw', open('queued'))).toBe(false);
});
