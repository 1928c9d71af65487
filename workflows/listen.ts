import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import { patched, setHandler } from '@temporalio/workflow';
import { isAllowed } from '../domain/allowed.ts';
import type { Actor } from '../domain/words.ts';
import { SYSTEM } from '../domain/words.ts';
import { endCall } from './attempt.ts';
import * as inCall from './call-steps.ts';
import type { Case } from './case.ts';
import { now } from './case.ts';
import * as guests from './guests.ts';
import { loseAgent, loseMember, rejoin } from './lost-agent.ts';
import * as mayInCall from './may-in-call.ts';
import * as may from './may.ts';
import { refuse } from './may.ts';
import type { Ack, Cancellation, Completion, DialWish, HangUp, LegNews, OfferAnswer, Reservation, Withdrawal } from './messages.ts';
import * as messages from './messages.ts';
import type { Opening } from './opening.ts';
import * as steps from './steps.ts';

/**
 * What may be said to a callback. Whether a message is allowed now is asked twice: by its validator, so that a refusal costs no
 * history, and again when it is decided. Nothing is awaited between that and the decision, so that no two messages decide on the
 * same state; the answer comes when the decision can be read.
 */
export function listen(opening: Opening): void {
  const handle = <Said>(decide: (c: Case, said: Said) => void, mayBeSaid: May<Said>) => {
    return async (said: Said): Promise<Ack> => {
      const c = await opening.opened();
      if (c === null) return refuse('callback_over', 'This callback is in other hands.');
      mayBeSaid(c, said);
      return answer(c, () => decide(c, said));
    };
  };
  const update = <Said>(
    definition: UpdateDefinition<Ack, [Said]>,
    mayBeSaid: May<Said>,
    decide: (c: Case, said: Said) => void,
    isInTime: May<Said> = () => undefined,
  ) => {
    const validator = (said: Said): void => {
      if (!opening.case) return;
      mayBeSaid(opening.case, said);
      isInTime(opening.case, said);
    };
    setHandler(definition, handle(decide, mayBeSaid), { validator });
  };
  const inCallUpdate = <Said>(definition: UpdateDefinition<Ack, [Said]>, mayBeSaid: May<Said>, decide: (c: Case, said: Said) => void) => {
    update(definition, mayBeSaid, decide, mayInCall.stillOurs);
  };
  const signal = <Said extends unknown[]>(definition: SignalDefinition<Said>, decide: (c: Case, ...said: Said) => void) => {
    setHandler(definition, async (...said: Said) => {
      const c = await opening.opened();
      if (c) await answer(c, () => decide(c, ...said));
    });
  };

  update(messages.acceptUpdate, may.accept, accept, may.takeAnOffer);
  update(messages.rejectUpdate, may.reject, reject);
  update(messages.dialUpdate, may.dial, dialByHand, may.takeAnOffer);
  update(messages.hangUpUpdate, may.hangUp, hangUp);
  update(messages.rescheduleUpdate, may.reschedule, steps.reschedule);
  update(messages.completeUpdate, may.complete, complete);
  update(messages.cancelUpdate, may.cancel, cancel);
  update(messages.withdrawUpdate, may.withdraw, withdraw);
  update(messages.releaseUpdate, may.release, steps.release);
  update(messages.holdUpdate, mayInCall.hold, inCall.hold, mayInCall.somebodyIsThere);
  inCallUpdate(messages.tonesUpdate, mayInCall.tones, inCall.tones);
  inCallUpdate(messages.inviteUpdate, mayInCall.invite, guests.invite);
  inCallUpdate(messages.answerInvitationUpdate, mayInCall.answerInvitation, guests.answerInvitation);
  update(messages.guestUpdate, mayInCall.wish, guests.wish, mayInCall.maySwap);
  inCallUpdate(messages.dismissUpdate, mayInCall.dismiss, inCall.dismiss);
  inCallUpdate(messages.recordingUpdate, mayInCall.record, inCall.record);
  inCallUpdate(messages.helpUpdate, mayInCall.askForHelp, inCall.askForHelp);
  inCallUpdate(messages.superviseUpdate, mayInCall.supervise, inCall.supervise);
  inCallUpdate(messages.rejoinUpdate, mayInCall.rejoin, rejoin);
  signal(messages.guestFoundSignal, guests.guestFound);
  signal(messages.reservedSignal, confirm);
  signal(messages.agentGoneSignal, agentGone);
  signal(messages.reviveSignal, revive);
  signal(messages.legSignal, hear);
  signal(messages.policyChangedSignal, readPolicyAgain);
  signal(messages.projectAgainSignal, projectAgain);
  setHandler(messages.standingQuery, () => opening.case?.standing ?? { version: 0, status: 'scheduled' });
}

type May<Said> = (c: Case, said: Said) => void;

/** Decides, and answers once the decision can be read. */
async function answer(c: Case, decide: () => void): Promise<Ack> {
  c.inFlight += 1;
  decide();
  await c.write();
  c.inFlight -= 1;
  return c.standing;
}

function accept(c: Case, { offerId, agentId }: OfferAnswer): void {
  if (c.acceptedOffer === offerId) return;
  const actor: Actor = { type: 'user', id: agentId };
  const isReadFirst = c.channel === 'web' || c.state.offer?.acceptOpens === 'preview';
  steps.acceptOffer(c, actor);
  if (isReadFirst) steps.openPreview(c);
  else steps.startAttempt(c, { agentId, actor, byHand: false });
}

/** Declines an offer, or gives an open preview back; the offer's id names both. */
function reject(c: Case, { offerId, agentId }: OfferAnswer): void {
  if (isAllowed('reject', c.status) && c.state.reservationId === offerId) steps.giveBack(c, 'rejected', { type: 'user', id: agentId });
}

/** Call, Call again, or Dial from a list. Only the last two are "by hand": the first is what the offer was for. */
function dialByHand(c: Case, { actor, agentId, reservationId, attempt }: DialWish): void {
  if (attempt <= c.state.attempt) return;
  const byHand = !['offered', 'preview'].includes(c.status);
  if (c.status === 'offered') steps.acceptOffer(c, actor);
  steps.startAttempt(c, { agentId, actor, byHand, reservationId });
}

function hangUp(c: Case, { actor, attempt }: HangUp): void {
  if (attempt === c.state.attempt && isAllowed('hangUp', c.status) && !isLettingGo(c)) endCall(c, actor);
}

/** The agent is on their way out of it, and the call is not theirs to end any more. Up to release 0.2.0 it was, until they had left. */
function isLettingGo({ call }: Case): boolean {
  return call?.isLetGo === true && patched('end-lets-the-passed-call-be');
}

/** Mark Done: what the disposition says follows, unless a new time was agreed during the call. */
function complete(c: Case, completion: Completion): void {
  const { actor, disposition, effect } = completion;
  if (c.movedTo === null && effect === 'end') return steps.complete(c, completion);
  c.isLimited = false;
  c.decide({ disposition, wrapUpEndsAt: now() }, { type: 'disposition_filed', actor, data: { disposition } });
}

function cancel(c: Case, cancellation: Cancellation): void {
  if (c.status !== 'dialling') return steps.cancel(c, cancellation);
  c.cancelWish = cancellation;
  endCall(c, cancellation.actor);
}

function withdraw(c: Case, withdrawal: Withdrawal): void {
  if (c.status !== 'withdrawn') steps.withdraw(c, withdrawal);
}

/** Matching has paired this callback with an agent; what is no longer waiting lets the agent go. */
function confirm(c: Case, reservation: Reservation): void {
  if (c.state.reservationId === reservation.reservationId) return;
  if (c.status === 'queued') steps.offer(c, reservation);
  else c.apply({ release: reservation.reservationId });
}

function agentGone(c: Case, { reservationId }: { reservationId: string }): void {
  if (c.state.reservationId !== reservationId) return guestIsGone(c, reservationId);
  if (c.status === 'offered' || c.status === 'preview') steps.giveBack(c, 'withdrawn', SYSTEM);
}

/** The same of an agent who was asked into the conversation, and has not answered. */
function guestIsGone(c: Case, reservationId: string): void {
  const guest = c.call?.guest;
  if (guest?.reservationId === reservationId && guest.phase === 'asked') guests.guestDidNotCome(c, 'offline', SYSTEM);
}

function revive(c: Case): void {
  if (c.status === 'withdrawn') steps.revive(c);
}

function projectAgain(c: Case): void {
  c.apply({});
}

/** The network speaks of a leg. An agent who hangs up while the customer's telephone rings ends the attempt. */
function hear(c: Case, { label, attempt, facts, isLost = false }: LegNews): void {
  if (attempt !== c.state.attempt) return;
  c.learn(label, facts);
  if (c.call !== null && facts.progress === 'ended') {
    const isRungAnew = isLost && c.endWish === null;
    if (isRungAnew && label === c.call.agent) loseAgent(c);
    else if (!isRungAnew || !loseMember(c, label)) inCall.partyLeft(c, label);
  }
  const agentLeft = label.startsWith('agent') && c.leg(label).end === 'completed';
  if (agentLeft && c.status === 'dialling' && c.state.agentId) endCall(c, { type: 'user', id: c.state.agentId });
}

function readPolicyAgain(c: Case): void {
  c.planAgain = true;
  c.moveOn();
}
