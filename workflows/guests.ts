import { patched } from '@temporalio/workflow';
import type { Call, Guest } from '../domain/call/call.ts';
import { alsoHeld } from '../domain/call/call.ts';
import { follow, guestAnswered, guestGone, handOver, invite as asking, merge, talkTo, withoutUs } from '../domain/call/moves.ts';
import type { Actor } from '../domain/words.ts';
import { SYSTEM } from '../domain/words.ts';
import type { Case, Happening } from './case.ts';
import { inMs, isBeingEnded, isNoticedLate } from './case.ts';
import { heardByCoached, inCompany, ringWhoHadLeft } from './lost-agent.ts';
import type { GuestFound, GuestWish, Invitation, InvitationAnswer } from './messages.ts';
import type { Effects } from './projector.ts';
import { telephoneOf } from './steps.ts';

/*
 * Somebody is asked into the conversation: an agent, who may refuse; a route, whose agents are asked one after the other; or a number,
 * which rings. Each step is decided in one go.
 */

/** Nobody has been found yet, or nobody is any more. */
const SOUGHT = { phase: 'sought', agentId: null, reservationId: null, label: null, deadlineAt: null } as const;

export function invite(c: Case, { actor, targetId, purpose, asked }: Invitation): void {
  const { call } = c;
  if (call === null || call.asked.includes(targetId)) return;
  const guest: Guest = { ...SOUGHT, targetId, purpose, soughtUntil: null };
  const said = { actor, data: { purpose, targetId, kind: asked.kind } };
  switch (asked.kind) {
    case 'agent': {
      const { agentId, reservationId, answerWithinMs } = asked;
      const one = { ...guest, phase: 'asked', agentId, reservationId, deadlineAt: inMs(answerWithinMs) } as const;
      return c.decide({ call: asking(call, one) }, { type: 'invited', ...said, data: { ...said.data, agentId } }, { confirm: reservationId });
    }
    case 'route':
      return c.decide({ call: asking(call, { ...guest, soughtUntil: inMs(asked.seekForMs) }) }, { type: 'invited', ...said });
    case 'number':
      return ringGuest(c, asking(call, guest), { type: 'invited', ...said });
  }
}

/** Matching has found one of the route's agents; who is not needed any more is let go. */
export function guestFound(c: Case, { targetId, agentId, reservationId, answerWithinMs }: GuestFound): void {
  const { call } = c;
  const guest = call?.guest;
  if (guest?.reservationId === reservationId) return;
  if (!call || guest?.targetId !== targetId || guest.phase !== 'sought') return c.apply({ release: reservationId });
  const found = follow(call, { phase: 'asked', agentId, reservationId, deadlineAt: inMs(answerWithinMs) });
  c.decide({ call: found }, { type: 'invited', actor: SYSTEM, data: { purpose: guest.purpose, targetId, kind: 'agent', agentId } }, { confirm: reservationId });
}

export function answerInvitation(c: Case, { targetId, agentId, accepts }: InvitationAnswer): void {
  const { call } = c;
  if (call?.guest?.targetId !== targetId || call.guest.phase !== 'asked') return;
  const actor: Actor = { type: 'user', id: agentId };
  if (accepts) ringGuest(c, call, { type: 'invitation_accepted', actor, data: { agentId } });
  else guestDidNotCome(c, 'refused', actor);
}

/** What the agent wishes of the guest. */
export function wish(c: Case, { actor, targetId, wish: wanted }: GuestWish): void {
  const { call } = c;
  if (call?.guest?.targetId !== targetId) return;
  const data = { targetId, agentId: call.guest.agentId };
  switch (wanted) {
    case 'talk_to_customer':
      return c.decide({ call: talkTo(call, 'customer') }, { type: 'swapped', actor, data: { ...data, with: 'customer' } });
    case 'talk_to_guest':
      return c.decide({ call: talkTo(call, 'guest') }, { type: 'swapped', actor, data: { ...data, with: 'guest' } });
    case 'conference':
      return c.decide({ call: merge(call) }, { type: 'conferenced', actor, data });
    case 'transfer':
      return pass(c, handOver(readyToPass(call, call.guest)), call.guest, { type: 'transferred', actor });
    case 'end':
      return guestDidNotCome(c, 'ended', actor);
  }
}

/** The guest's telephone was answered. */
export function guestHasCome(c: Case): void {
  const { call } = c;
  if (!call?.guest) return;
  const { purpose } = call.guest;
  const ready = purpose === 'transfer' ? readyToPass(call, call.guest) : call;
  pass(c, guestAnswered(ready), call.guest, { type: HAS_COME[purpose], actor: SYSTEM });
}

const HAS_COME = { consult: 'consulting', transfer: 'transferred', conference: 'conferenced' } as const;

/** Why an invitation is over that nobody has ended, and nobody has answered: the call is. */
const CALL_OVER = 'call_over';

/** The call is over, and with it an invitation that still waits, or a consultation that still goes on. Up to release 0.2.0 nothing said so. */
export function endsWithTheCall(c: Case): void {
  if (c.call?.guest && patched('an-invitation-ends-with-its-call')) endInvitation(c, CALL_OVER, SYSTEM);
}

/** Nobody comes of it. While a route's agents are sought, the next one is asked; otherwise the customer is with the agent again. */
export function guestDidNotCome(c: Case, why: string, actor: Actor): void {
  endInvitation(c, why, actor);
  if (c.call !== null && !isBeingEnded(c, c.call)) ringWhoHadLeft(c);
}

/** The same where the conversation becomes somebody else's: an agent who had left is not rung for it any more. */
export function endInvitation(c: Case, why: string, actor: Actor): void {
  const { call } = c;
  const guest = call?.guest;
  if (!call || !guest) return;
  const isOver = isBeingEnded(c, call);
  const end = isOver && actor.type === 'system' ? CALL_OVER : why;
  const goesOn = !isOver && end !== 'ended' && guest.phase !== 'here' && guest.soughtUntil !== null && Date.parse(guest.soughtUntil) > Date.now();
  const data = { purpose: guest.purpose, end, agentId: guest.agentId, targetId: guest.targetId };
  const effects = { release: guest.reservationId, unresponsive: end === 'missed' ? whoMissed(guest) : null };
  c.decide({ call: goesOn ? follow(call, SOUGHT) : inCompany(guestGone(call)) }, { type: 'invitation_ended', actor, data }, effects);
}

/** To a route, an invitation that was missed is as an offer that was; not where none of us could have taken an answer. */
function whoMissed({ agentId, targetId, deadlineAt }: Guest): Effects['unresponsive'] {
  return agentId === null || deadlineAt === null || isNoticedLate(deadlineAt) ? null : { agentId, reason: 'missed_offer', targetId };
}

/** The time to answer is over, or nobody of the route was found. */
export function inviteLapsed(c: Case): void {
  const guest = c.call?.guest;
  if (guest?.phase === 'asked') guestDidNotCome(c, 'missed', SYSTEM);
  else if (guest?.phase === 'sought') guestDidNotCome(c, 'nobody_found', SYSTEM);
}

function ringGuest(c: Case, asked: Call, happening: Happening): void {
  const { agentId, targetId } = asked.guest as Guest;
  const { label, call, intent } = telephoneOf(c, asked, { role: 'target', agentId, targetId });
  c.decide({ call: follow(call, { phase: 'ringing', label, deadlineAt: null, soughtUntil: null }) }, happening, { intent });
}

/** Up to release 0.2.0 supervisors and members stayed with the customer and somebody outside, and a recording ran on. */
function readyToPass(call: Call, { agentId }: Guest): Call {
  const ready = agentId === null ? withoutUs(call) : call;
  return ready !== call && patched('outside-is-alone-with-the-customer') ? ready : call;
}

/** Where the conversation is the guest's from now on, so is the case, and whoever had it is free; so is everybody who leaves with them. */
function pass(c: Case, call: Call, guest: Guest, happening: Happening): void {
  const isTheirs = call.agent === guest.label && guest.agentId !== null;
  const data = { ...happening.data, agentId: guest.agentId, targetId: guest.targetId };
  if (!isTheirs) return decideAndFree(c, call, { ...happening, data });
  const { agentId, reservationId } = guest;
  c.decide({ call: heardByCoached(call), agentId, reservationId }, { ...happening, data }, { release: c.state.reservationId });
}

function decideAndFree(c: Case, call: Call, happening: Happening): void {
  const before = c.call === null ? [] : alsoHeld(c.call);
  const stay = alsoHeld(call);
  c.decide({ call }, happening);
  for (const release of before) if (!stay.includes(release)) c.apply({ release });
}
