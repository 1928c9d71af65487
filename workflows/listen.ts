import { setHandler } from '@temporalio/workflow';
import type { Actor } from '../domain/words.ts';
import { SYSTEM } from '../domain/words.ts';
import { endCall } from './attempt.ts';
import type { Case } from './case.ts';
import { now } from './case.ts';
import { allowed } from './may.ts';
import type { Ack, Cancellation, Completion, DialWish, HangUp, LegNews, OfferAnswer, Reservation } from './messages.ts';
import * as messages from './messages.ts';
import * as steps from './steps.ts';

/**
 * What may be said to a callback. A handler decides before its first await, so that no two messages decide on the same state, and
 * answers when the decision can be read. Whether a message is allowed now is asked by its validator (may.ts).
 */
export function listen(c: Case): void {
  const may = allowed(c);
  const handle = <Said>(decide: (c: Case, said: Said) => void) => {
    return async (said: Said): Promise<Ack> => {
      c.inFlight += 1;
      decide(c, said);
      await c.write();
      c.inFlight -= 1;
      return c.standing;
    };
  };

  setHandler(messages.acceptUpdate, handle(accept), { validator: may.accept });
  setHandler(messages.rejectUpdate, handle(reject), { validator: may.reject });
  setHandler(messages.dialUpdate, handle(dialByHand), { validator: may.dial });
  setHandler(messages.hangUpUpdate, handle(hangUp), { validator: may.hangUp });
  setHandler(messages.rescheduleUpdate, handle(steps.reschedule), { validator: may.reschedule });
  setHandler(messages.completeUpdate, handle(complete), { validator: may.complete });
  setHandler(messages.cancelUpdate, handle(cancel), { validator: may.cancel });

  setHandler(messages.reservedSignal, async (reservation) => void (await handle(confirm)(reservation)));
  setHandler(messages.agentGoneSignal, async (gone) => void (await handle(agentGone)(gone)));
  setHandler(messages.projectAgainSignal, async () => void (await handle(projectAgain)(undefined)));
  setHandler(messages.legSignal, (news) => hear(c, news));
  setHandler(messages.policyChangedSignal, () => readPolicyAgain(c));
  setHandler(messages.standingQuery, () => c.standing);
}

function accept(c: Case, { offerId, agentId }: OfferAnswer): void {
  if (c.acceptedOffer === offerId) return;
  const actor: Actor = { type: 'user', id: agentId };
  if (c.channel === 'web') steps.openPreview(c, actor);
  else steps.startAttempt(c, { agentId, actor, byHand: false });
}

function reject(c: Case, { offerId, agentId }: OfferAnswer): void {
  if (c.state.offer?.offerId === offerId) steps.giveBack(c, 'rejected', { type: 'user', id: agentId });
}

/** Call, Call again, or Dial from a list. Only the last two are "by hand": the first is what the offer was for. */
function dialByHand(c: Case, { actor, agentId, reservationId, attempt }: DialWish): void {
  if (attempt <= c.state.attempt) return;
  steps.startAttempt(c, { agentId, actor, byHand: !['offered', 'preview'].includes(c.status), reservationId });
}

function hangUp(c: Case, { actor, attempt }: HangUp): void {
  const isRunning = c.status === 'dialling' || c.status === 'connected';
  if (attempt === c.state.attempt && isRunning) endCall(c, actor);
}

/** Mark Done: what the disposition says follows, unless a new time was agreed during the call. */
function complete(c: Case, completion: Completion): void {
  const { actor, disposition, effect } = completion;
  if (c.movedTo === null && effect === 'end') return steps.complete(c, completion);
  c.decide({ disposition, wrapUpEndsAt: now() }, { type: 'disposition_filed', actor, data: { disposition } });
}

function cancel(c: Case, cancellation: Cancellation): void {
  if (c.status !== 'dialling') return steps.cancel(c, cancellation);
  c.cancelWish = cancellation;
  endCall(c, cancellation.actor);
}

/** Matching has paired this callback with an agent; what is no longer waiting lets the agent go. */
function confirm(c: Case, reservation: Reservation): void {
  if (c.state.reservationId === reservation.reservationId) return;
  if (c.status === 'queued') steps.offer(c, reservation);
  else c.apply({ release: reservation.reservationId });
}

function agentGone(c: Case, { agentId }: { agentId: string }): void {
  if (c.state.agentId !== agentId) return;
  if (c.status === 'offered' || c.status === 'preview') steps.giveBack(c, 'withdrawn', SYSTEM);
}

function projectAgain(c: Case): void {
  c.apply({});
}

/** The network speaks of a leg. An agent who hangs up while the customer's telephone rings ends the attempt. */
function hear(c: Case, { label, attempt, facts }: LegNews): void {
  if (attempt !== c.state.attempt) return;
  c.learn(label, facts);
  const agentLeft = label.startsWith('agent') && c.leg(label).end === 'completed';
  if (agentLeft && c.status === 'dialling' && c.state.agentId) endCall(c, { type: 'user', id: c.state.agentId });
}

function readPolicyAgain(c: Case): void {
  c.planAgain = true;
  c.moveOn();
}
