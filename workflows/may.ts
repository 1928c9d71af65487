import { ApplicationFailure } from '@temporalio/workflow';
import type { Action } from '../domain/allowed.ts';
import { isAllowed } from '../domain/allowed.ts';
import { NO_CALL_YET, NO_TIME_AGREED } from '../domain/route.ts';
import { isLive, isTerminal } from '../domain/status.ts';
import type { Case } from './case.ts';
import { hasCome } from './case.ts';
import type { Cancellation, Completion, DialWish, HangUp, OfferAnswer, Refusal, Release, Reschedule, Withdrawal } from './messages.ts';

/** Temporal allows 10 updates in flight; more than these on one callback is a loop somewhere, not people. */
const MOST_IN_FLIGHT = 5;

const IS_WITHDRAWN = 'A withdrawn callback must be distributed again first.';

/*
 * When a message is allowed: while its callback stands where domain/allowed.ts says, and nothing else stands in the way. Each throws a
 * refusal with a sentence for people, or lets the message pass. Synchronous: Temporal does not wait for validators.
 */

export function accept(c: Case, { offerId, agentId }: OfferAnswer): void {
  begin(c);
  if (c.acceptedOffer === offerId) return;
  const { offer } = c.state;
  if (!isAllowed('accept', c.status) || offer?.offerId !== offerId) refuse('offer_over', 'This offer is over.');
  if (offer?.agentId !== agentId) refuse('not_your_callback', 'This callback is offered to somebody else.');
}

/**
 * An offer cannot be taken once its route has closed, however late its end is noticed. Asked on arrival alone: up to release 0.2.0 it
 * could be, and histories hold that.
 */
export function takeAnOffer(c: Case): void {
  if (c.status === 'offered' && hasCome(c.due.closesAt)) refuse('offer_over', 'This offer is over: the route has closed.');
}

export function reject(c: Case, answer: OfferAnswer): void {
  if (c.status !== 'preview' || c.state.reservationId !== answer.offerId) return accept(c, answer);
  begin(c);
  if (c.state.agentId !== answer.agentId) refuse('not_your_callback', 'Another agent has this callback in hand.');
}

export function dial(c: Case, { agentId, reservationId, attempt }: DialWish): void {
  begin(c);
  if (attempt <= c.state.attempt) return;
  const isHeld = isLive(c.status);
  if (!isAllowed('dial', c.status) || (!isHeld && reservationId === null)) refuse('wrong_state', `A callback that is ${c.status} cannot be dialled.`);
  if (isHeld && c.state.agentId !== agentId) refuse('not_your_callback', 'Another agent has this callback in hand.');
}

export function hangUp(c: Case, _wish: HangUp): void {
  begin(c);
}

export function reschedule(c: Case, { at }: Reschedule): void {
  begin(c);
  if (!(Date.parse(at) > Date.now())) refuse('bad_time', 'The new time must lie in the future.');
  mustBeAllowed(c, 'reschedule', IS_WITHDRAWN);
}

export function complete(c: Case, { effect }: Completion): void {
  begin(c);
  mustBeAllowed(c, 'complete', isLive(c.status) ? 'End the call first.' : IS_WITHDRAWN);
  if (effect === 'reschedule' && c.movedTo === null) refuse('time_required', NO_TIME_AGREED);
  if (effect === 'retry' && c.status !== 'wrap_up') refuse('wrong_state', NO_CALL_YET);
}

export function cancel(c: Case, _cancellation: Cancellation): void {
  begin(c);
  mustBeAllowed(c, 'cancel', 'The customer is on the line: end the call first.');
}

/** Withdrawing a withdrawn callback is no mistake. */
export function withdraw(c: Case, _withdrawal: Withdrawal): void {
  begin(c);
  mustBeAllowed(c, 'withdraw', 'It is being called: it can be withdrawn when the call and its wrap-up are over.', 'being_called');
}

export function release(c: Case, _release: Release): void {
  begin(c);
  mustBeAllowed(c, 'release', c.status === 'withdrawn' ? IS_WITHDRAWN : `A callback that is ${c.status} is in somebody's hands already.`);
}

/** What holds for every update. */
export function begin(c: Case): void {
  if (isTerminal(c.status)) refuse('callback_over', `This callback is already ${c.status}.`);
  if (c.inFlight >= MOST_IN_FLIGHT) refuse('busy', 'Too much is going on with this callback at once. Try again in a moment.');
}

/** @throws the refusal, with the sentence, where the callback does not stand where this can be done */
function mustBeAllowed(c: Case, action: Action, sentence: string, refusal: Refusal = 'wrong_state'): void {
  if (!isAllowed(action, c.status)) refuse(refusal, sentence);
}

export function refuse(refusal: Refusal, sentence: string): never {
  throw ApplicationFailure.nonRetryable(sentence, refusal);
}
