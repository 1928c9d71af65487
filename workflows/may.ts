import { ApplicationFailure } from '@temporalio/workflow';
import { isTerminal } from '../domain/status.ts';
import type { Status } from '../domain/status.ts';
import type { Case } from './case.ts';
import { hasCome } from './case.ts';
import type { Cancellation, Completion, DialWish, HangUp, OfferAnswer, Refusal, Release, Reschedule, Withdrawal } from './messages.ts';

/** Temporal allows 10 updates in flight; more than these on one callback is a loop somewhere, not people. */
const MOST_IN_FLIGHT = 5;

/** Statuses in which the customer's call is on its way or running. */
const ON_THE_LINE: readonly Status[] = ['dialling', 'connected'];

/** Statuses in which an agent is busy with the customer. */
const IN_A_CALL: readonly Status[] = [...ON_THE_LINE, 'wrap_up'];

/*
 * When a message is allowed. Each throws a refusal with a sentence for people, or lets the message pass. Synchronous: Temporal
 * does not wait for validators.
 */

export function accept(c: Case, { offerId, agentId }: OfferAnswer): void {
  begin(c);
  if (c.acceptedOffer === offerId) return;
  const { offer } = c.state;
  if (offer?.offerId !== offerId) refuse('offer_over', 'This offer is over.');
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
  if (['scheduled', 'queued'].includes(c.status) && reservationId !== null) return;
  if (!['offered', 'preview', 'wrap_up'].includes(c.status)) refuse('wrong_state', `A callback that is ${c.status} cannot be dialled.`);
  if (c.state.agentId !== agentId) refuse('not_your_callback', 'Another agent has this callback in hand.');
}

export function hangUp(c: Case, _wish: HangUp): void {
  begin(c);
}

export function reschedule(c: Case, { at }: Reschedule): void {
  begin(c);
  if (!(Date.parse(at) > Date.now())) refuse('bad_time', 'The new time must lie in the future.');
  if (c.status === 'withdrawn') refuse('wrong_state', 'A withdrawn callback must be distributed again first.');
}

export function complete(c: Case, { effect }: Completion): void {
  begin(c);
  if (ON_THE_LINE.includes(c.status)) refuse('wrong_state', 'End the call first.');
  if (effect === 'retry' && c.status !== 'wrap_up') refuse('wrong_state', 'Only a call can be followed by another try: choose a new time instead.');
  if (c.status === 'withdrawn') refuse('wrong_state', 'A withdrawn callback must be distributed again first.');
}

export function cancel(c: Case, _cancellation: Cancellation): void {
  begin(c);
  if (c.status === 'connected') refuse('wrong_state', 'The customer is on the line: end the call first.');
}

/** Withdrawing a withdrawn callback is no mistake. */
export function withdraw(c: Case, _withdrawal: Withdrawal): void {
  begin(c);
  if (IN_A_CALL.includes(c.status)) refuse('being_called', 'It is being called: it can be withdrawn when the call and its wrap-up are over.');
}

export function release(c: Case, _release: Release): void {
  begin(c);
  if (c.status === 'withdrawn') refuse('wrong_state', 'A withdrawn callback must be distributed again first.');
  if (c.status !== 'scheduled' && c.status !== 'queued') refuse('wrong_state', `A callback that is ${c.status} is in somebody's hands already.`);
}

/** What holds for every update. */
export function begin(c: Case): void {
  if (isTerminal(c.status)) refuse('callback_over', `This callback is already ${c.status}.`);
  if (c.inFlight >= MOST_IN_FLIGHT) refuse('busy', 'Too much is going on with this callback at once. Try again in a moment.');
}

export function refuse(refusal: Refusal, sentence: string): never {
  throw ApplicationFailure.nonRetryable(sentence, refusal);
}
