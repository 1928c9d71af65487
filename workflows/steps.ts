import type { ChosenDisposition } from '../activities/contract.ts';
import type { Call } from '../domain/call/call.ts';
import { begin } from '../domain/call/call.ts';
import { withNewLeg } from '../domain/call/moves.ts';
import type { Due } from '../domain/due.ts';
import { legLabel } from '../domain/leg.ts';
import type { LegIntent, Projection } from '../domain/projection.ts';
import type { Actor, AttemptOutcome, OfferEnd } from '../domain/words.ts';
import { SYSTEM, TIMED_OUT } from '../domain/words.ts';
import type { Case } from './case.ts';
import { NOBODY, inMs, now } from './case.ts';
import { closesBy } from './closing.ts';
import type { Cancellation, Completion, Release, Reschedule, Reservation, Withdrawal } from './messages.ts';

/*
 * The steps of a callback's life, each decided in one go: no waiting, no reading. Whether a step is allowed has been asked before.
 */

/** An intended leg that has not been posted by then is not posted at all. */
const DIAL_WITHIN_MS = 60_000;

/** Another telephone is to ring for a conversation: its label, the conversation that has counted it, and the leg that is intended. */
export function telephoneOf(c: Case, before: Call, whose: Pick<LegIntent, 'role' | 'agentId' | 'targetId'>): { label: string; call: Call; intent: LegIntent } {
  const { attempt } = c.state;
  const { label, call } = withNewLeg(before, whose.role, attempt);
  return { label, call, intent: { label, attempt, ...whose, deadlineMs: DIAL_WITHIN_MS } };
}

/** The offer lasts for the route's time, but not beyond its hours: accepting it may dial. */
export function offer(c: Case, { reservationId, agentId, preview, offerTimeoutMs, previewTimeoutMs, acceptOpens = 'call' }: Reservation): void {
  const lapsesAt = inMs(offerTimeoutMs);
  const deadlineAt = closesBy(c, lapsesAt) ? c.due.closesAt : lapsesAt;
  const previewEndsAt = previewTimeoutMs === null ? null : new Date(Date.parse(deadlineAt) + previewTimeoutMs).toISOString();
  c.decide(
    {
      status: 'offered',
      agentId,
      reservationId,
      previewEndsAt,
      offer: { offerId: reservationId, agentId, preview, offeredAt: now(), deadlineAt, acceptOpens },
    },
    { type: 'offered', actor: SYSTEM, data: { agentId, deadlineAt } },
    { confirm: reservationId },
  );
}

/** The offer or preview ends without a call, and the callback waits for another agent. Declining after reading rejects the offer all the same. */
export function giveBack(c: Case, end: Exclude<OfferEnd, 'accepted'>, actor: Actor): void {
  const { agentId, reservationId, offer } = c.state;
  const offerId = offer?.offerId ?? (end === 'rejected' ? reservationId : null);
  c.decide(
    { status: 'queued', ...NOBODY },
    { type: `offer_${end}`, actor, data: { agentId } },
    {
      release: reservationId,
      endedOffer: offerId === null ? null : { offerId, end },
      unresponsive: end === 'missed' && agentId ? { agentId, reason: 'missed_offer' } : null,
    },
  );
}

/** The route has closed over an offer or a preview: nobody is to blame, and the callback waits for the next opening. */
export function waitForTheNextOpening(c: Case): void {
  const { agentId, offer, reservationId } = c.state;
  c.decide(
    { status: 'scheduled', ...NOBODY },
    { type: 'offer_withdrawn', actor: SYSTEM, data: { agentId, reason: 'outside_hours' } },
    { release: reservationId, endedOffer: offer && { offerId: offer.offerId, end: 'withdrawn' } },
  );
}

/** What follows the accepting is a step of its own: a preview, or a call. */
export function acceptOffer(c: Case, actor: Actor): void {
  const { offer, agentId, previewEndsAt } = c.state;
  if (offer === null) return;
  c.acceptedOffer = offer.offerId;
  // The time to read begins now, not when the offer would have lapsed.
  const readingMs = previewEndsAt === null ? null : Date.parse(previewEndsAt) - Date.parse(offer.deadlineAt);
  c.decide({ offer: null, previewEndsAt: readingMs === null ? null : inMs(readingMs) }, { type: 'offer_accepted', actor, data: { agentId } }, { endedOffer: { offerId: offer.offerId, end: 'accepted' } });
}

/** On `web`, and where the route says so, the agent reads first: nothing is dialled until Call. */
export function openPreview(c: Case): void {
  c.decide({ status: 'preview' }, { type: 'preview_opened', actor: SYSTEM, data: { agentId: c.state.agentId } });
}

/** A new attempt: the agent's leg is intended with the same write that makes the callback `dialling`. */
export function startAttempt(
  c: Case,
  { agentId, actor, byHand, reservationId }: { agentId: string; actor: Actor; byHand: boolean; reservationId?: string | null },
): void {
  const attempt = c.state.attempt + 1;
  c.byHand = byHand;
  c.isLimited = false;
  c.endWish = null;
  c.isUnheld = false;
  c.hangingUp = null;
  c.forgetLegs();
  const held = reservationId ? { reservationId } : {};
  c.decide(
    { ...held, status: 'dialling', agentId, attempt, previewEndsAt: null, wrapUpEndsAt: null, connectedAt: null },
    { type: 'attempt_started', actor, data: { attempt, agentId } },
    {
      startedAttempt: { attempt, agentId, byHand },
      confirm: reservationId ?? null,
      intent: { label: legLabel('agent', attempt, 1), attempt, role: 'agent', agentId, deadlineMs: DIAL_WITHIN_MS },
    },
  );
  c.letTravel();
}

/** The agent is on the line: now the customer is rung. */
export function turnToTheCustomer(c: Case): string {
  const { attempt } = c.state;
  const label = legLabel('customer', attempt, 1);
  const intent = { label, attempt, role: 'customer', agentId: null, deadlineMs: DIAL_WITHIN_MS } as const;
  c.decide({}, { type: 'agent_answered', actor: SYSTEM, data: { attempt } }, { intent });
  return label;
}

/** The agent's telephone did not answer: the customer was never rung, and somebody else may call. */
export function agentDidNotAnswer(c: Case): void {
  const { agentId } = c.state;
  passOn(c, 'agent_did_not_answer', agentId === null ? null : { agentId, reason: 'no_answer' });
}

/** The agent is no longer held for this callback. */
export function agentIsNotFree(c: Case): void {
  passOn(c, 'agent_is_not_free', null);
}

/** Nobody was rung: the callback waits again, until the time agreed meanwhile, or as it did before. */
function passOn(c: Case, reason: string, unresponsive: Projection['unresponsive']): void {
  const { attempt, reservationId } = c.state;
  const waits = Date.parse(c.due.dueAt) > Date.now() ? 'scheduled' : 'queued';
  c.decide(
    { status: waits, lastOutcome: 'cancelled', ...NOBODY },
    { type: 'attempt_ended', actor: SYSTEM, data: { attempt, outcome: 'cancelled', reason } },
    { endedAttempt: { attempt, outcome: 'cancelled' }, release: reservationId, unresponsive },
  );
  if (c.movedTo) goToTheAgreedTime(c, c.movedTo, SYSTEM);
}

/** The two talk. Where the route says so, it is recorded from the beginning. */
export function connect(c: Case): void {
  const { attempt } = c.state;
  const call = begin(legLabel('agent', attempt, 1), legLabel('customer', attempt, 1), c.recording === 'always' ? 'on' : 'off');
  c.rung.clear();
  c.playing = null;
  c.hasLostItsAgent = false;
  c.decide({ status: 'connected', connectedAt: now(), call }, { type: 'connected', actor: SYSTEM, data: { attempt } });
}

/** The attempt is over; the case stays with its agent. Only after a conversation that has come to its end is it done when its time is over. */
export function wrapUp(c: Case, outcome: AttemptOutcome, wrapUpEndsAt: string | null, reason: string | null = null): void {
  const { attempt } = c.state;
  c.isLimited = outcome === 'answered' && wrapUpEndsAt !== null && !c.hasLostItsAgent;
  c.decide(
    { status: 'wrap_up', lastOutcome: outcome, wrapUpEndsAt, call: null },
    { type: 'attempt_ended', actor: c.endWish ?? SYSTEM, data: { attempt, outcome, ...(reason && { reason }) } },
    { endedAttempt: { attempt, outcome } },
  );
}

/** The customer's telephone rang, or may have. */
export function countPlaced(c: Case): void {
  c.state = { ...c.state, attemptsPlaced: c.state.attemptsPlaced + 1 };
}

/** The attempt counts towards the route's maximum, unless it was dialled by hand. */
export function countTowardsMaximum(c: Case): void {
  if (!c.byHand) c.state = { ...c.state, attemptsCounted: c.state.attemptsCounted + 1 };
}

export function waitForTheNextTry(c: Case, dueAt: string, outcome: AttemptOutcome): void {
  const release = c.state.reservationId;
  c.wanted = { ...c.wanted, notBefore: dueAt };
  c.due = { ...c.due, dueAt };
  c.decide({ status: 'scheduled', dueAt, staysWithAgent: false, ...NOBODY }, { type: 'retry_planned', actor: SYSTEM, data: { dueAt, outcome } }, { release });
}

/** The customer wants another time. During a call it is remembered, and holds when the call is over. */
export function reschedule(c: Case, { actor, at, windowEndsAt, staysWithAgent }: Reschedule): void {
  const lifetimeMs = Date.parse(c.due.expiresAt) - Date.parse(c.due.dueAt);
  const expiresAt = new Date(Date.parse(at) + Math.max(lifetimeMs, 0)).toISOString();
  const movedTo: Due = { dueAt: at, windowEndsAt, closesAt: expiresAt, expiresAt };
  c.state = { ...c.state, staysWithAgent };
  if (c.status !== 'dialling' && c.status !== 'connected') return goToTheAgreedTime(c, movedTo, actor);
  c.movedTo = movedTo;
  c.decide({}, { type: 'rescheduled', actor, data: { dueAt: at, windowEndsAt } });
}

export function goToTheAgreedTime(c: Case, movedTo: Due, actor: Actor): void {
  const { offer, reservationId } = c.state;
  const { dueAt, windowEndsAt } = movedTo;
  c.wanted = { ...c.wanted, kind: 'scheduled', desiredAt: dueAt, windowEndsAt, notBefore: null };
  c.due = movedTo;
  c.movedTo = null;
  // The route's window and hours are read next.
  c.planAgain = true;
  c.decide(
    { status: 'scheduled', kind: 'scheduled', desiredAt: dueAt, dueAt, windowEndsAt, ...NOBODY },
    { type: 'rescheduled', actor, data: { dueAt } },
    { release: reservationId, endedOffer: offer && { offerId: offer.offerId, end: 'withdrawn' } },
  );
}

/** An administrator takes it back: an open offer or preview is closed, and nothing is offered until it is distributed again. */
export function withdraw(c: Case, { actor, reason }: Withdrawal): void {
  const { offer, reservationId } = c.state;
  c.decide({ status: 'withdrawn', ...NOBODY }, { type: 'withdrawn', actor, data: { reason } }, {
    release: reservationId,
    endedOffer: offer && { offerId: offer.offerId, end: 'withdrawn' },
  });
}

/** It is to be called now, as if the customer had asked for this moment; what was promised to them stays as it is. */
export function release(c: Case, { actor }: Release): void {
  const dueAt = now();
  const { kind } = c.wanted;
  c.wanted = { ...c.wanted, notBefore: null, ...(kind === 'scheduled' ? { desiredAt: dueAt, windowEndsAt: c.state.windowEndsAt } : { kind: 'asap' }) };
  c.due = { ...c.due, dueAt };
  c.planAgain = true;
  c.decide({ status: 'queued', dueAt }, { type: 'released', actor, data: { dueAt } });
}

/** A withdrawn callback is wanted after all. */
export function revive(c: Case): void {
  c.planAgain = true;
  c.decide({ status: 'scheduled' }, { type: 'due_planned', actor: SYSTEM, data: { dueAt: c.due.dueAt } });
}

/** Whoever completes it, it was done by the agent who had it in hand. */
export function complete(c: Case, { actor, disposition }: Completion): void {
  end(c, 'completed', { type: 'completed', actor, data: { disposition, agentId: c.state.agentId } }, { disposition });
}

/**
 * The route's time after a conversation is over, and nobody has marked the callback done: what the agent had chosen is filed. A
 * conversation is never made undone for the want of a code: the callback is completed without one, and says so.
 */
export function timeOut(c: Case, { disposition, effect, isLacking }: ChosenDisposition): void {
  c.isLimited = false;
  c.decide({ disposition }, { type: 'wrap_up_timed_out', actor: SYSTEM, data: { agentId: c.state.agentId, disposition } });
  if (effect !== 'end' || c.movedTo !== null) return;
  end(c, 'completed', { type: 'completed', actor: SYSTEM, data: { disposition } }, { disposition, endReason: isLacking ? TIMED_OUT : null });
}

export function cancel(c: Case, { actor, reason }: Cancellation): void {
  end(c, 'cancelled', { type: 'cancelled', actor, data: { reason } }, { endReason: reason });
}

export function expire(c: Case): void {
  end(c, 'expired', { type: 'expired', actor: SYSTEM }, {});
}

export function fail(c: Case, outcome: AttemptOutcome): void {
  end(c, 'failed', { type: 'failed', actor: SYSTEM, data: { outcome } }, { endReason: outcome });
}

function end(
  c: Case,
  status: 'completed' | 'cancelled' | 'expired' | 'failed',
  happening: Parameters<Case['decide']>[1],
  change: { disposition?: string | null; endReason?: string | null },
): void {
  const { offer, reservationId } = c.state;
  c.decide({ ...change, status, ...NOBODY }, happening, {
    release: reservationId,
    endedOffer: offer && { offerId: offer.offerId, end: 'withdrawn' },
  });
}
