import type { Action } from '../../domain/allowed.ts';
import { ALLOWED_WHILE, isAllowed } from '../../domain/allowed.ts';
import type { Guest } from '../../domain/call/call.ts';
import { begin } from '../../domain/call/call.ts';
import { LIVE_STATUSES, OPEN_STATUSES, STATUSES } from '../../domain/status.ts';
import type { Status } from '../../domain/status.ts';
import type { CaseFile } from '../../workflows/case.ts';
import { Case } from '../../workflows/case.ts';
import * as mayInCall from '../../workflows/may-in-call.ts';
import * as may from '../../workflows/may.ts';
import { user } from './acts.ts';

const GUEST: Guest = { targetId: 't', purpose: 'conference', phase: 'here', agentId: 'mori', reservationId: 'm', label: 'target-1-2', deadlineAt: null, soughtUntil: null };
const CALL = { ...begin('agent-1-1', 'customer-1-1', 'on'), guest: GUEST, asked: ['t'] };

/** A callback that stands there as callbacks do: offered, dialled, in a conversation with a third, or in nobody's hands. */
function caseIn(status: Status): Case {
  const isHeld = (LIVE_STATUSES as readonly Status[]).includes(status);
  const offer = status === 'offered' ? { offerId: 'r', agentId: 'aoki' } : null;
  const state = { status, offer, agentId: isHeld ? 'aoki' : null, reservationId: isHeld ? 'r' : null, attempt: 1, call: status === 'connected' ? CALL : null };
  return new Case('id', 0, { state, movedTo: null } as CaseFile);
}

const BY = { actor: user('aoki'), attempt: 1 };

/** Each update as somebody says it who may, and with whom nothing else is wrong. */
const SAID: Readonly<Record<Action, (c: Case) => void>> = {
  accept: (c) => may.accept(c, { offerId: 'r', agentId: 'aoki' }),
  reject: (c) => may.reject(c, { offerId: 'r', agentId: 'aoki' }),
  dial: (c) => may.dial(c, { ...BY, agentId: 'aoki', reservationId: 'r', attempt: 2 }),
  hangUp: (c) => may.hangUp(c, BY),
  reschedule: (c) => may.reschedule(c, { ...BY, at: new Date(Date.now() + 60_000).toISOString(), windowEndsAt: null, staysWithAgent: true }),
  complete: (c) => may.complete(c, { ...BY, disposition: null, effect: 'end' }),
  cancel: (c) => may.cancel(c, { ...BY, reason: null }),
  withdraw: (c) => may.withdraw(c, { ...BY, reason: null }),
  release: (c) => may.release(c, BY),
  hold: (c) => mayInCall.hold(c, { ...BY, hold: true }),
  tones: (c) => mayInCall.tones(c, { ...BY, token: 'x', count: 1 }),
  invite: (c) => mayInCall.invite(c, { ...BY, targetId: 't', purpose: 'consult', asked: { kind: 'number' } }),
  answerInvitation: (c) => mayInCall.answerInvitation(c, { targetId: 't', agentId: 'mori', accepts: true }),
  guest: (c) => mayInCall.wish(c, { ...BY, targetId: 't', wish: 'conference' }),
  dismiss: (c) => mayInCall.dismiss(c, { ...BY, label: 'target-1-2' }),
  recording: (c) => mayInCall.record(c, { ...BY, recording: 'paused' }),
  help: (c) => mayInCall.askForHelp(c, { ...BY, wanted: true }),
  supervise: (c) => mayInCall.supervise(c, { ...BY, supervisorId: 'mori', how: 'listen', reservationId: 's' }),
  rejoin: (c) => mayInCall.rejoin(c, { agentId: 'aoki', attempt: 1 }),
};

function passes(action: Action, status: Status): boolean {
  const c = caseIn(status);
  try {
    SAID[action](c);
    return true;
  } catch {
    return false;
  }
}

const REFUSED_ELSEWHERE = (Object.keys(ALLOWED_WHILE) as Action[]).filter((action) => action !== 'hangUp');

test.each(REFUSED_ELSEWHERE)('%s passes its validator while it is allowed, and in no other status', (action) => {
  expect(STATUSES.filter((status) => passes(action, status))).toEqual(STATUSES.filter((status) => isAllowed(action, status)));
});

test('ending a call passes in every open status: what is over already is no mistake', () => {
  expect(STATUSES.filter((status) => passes('hangUp', status))).toEqual(OPEN_STATUSES);
});

test('a disposition that asks for a new time is filed once one was agreed, and not before', () => {
  const c = caseIn('wrap_up');
  const later = { ...BY, disposition: 'later', effect: 'reschedule' } as const;
  expect(() => may.complete(c, later)).toThrow('asks for a new time');
  c.movedTo = { dueAt: '2026-11-25T01:00:00.000Z', windowEndsAt: null, closesAt: '2026-11-26T01:00:00.000Z', expiresAt: '2026-11-26T01:00:00.000Z' };
  expect(() => may.complete(c, later)).not.toThrow();
});
