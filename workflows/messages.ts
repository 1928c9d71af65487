import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { InvitationPurpose, Supervision } from '../domain/call/call.ts';
import type { LegFacts } from '../domain/leg.ts';
import type { AcceptOpens, DispositionEffect } from '../domain/route.ts';
import type { Status } from '../domain/status.ts';
import type { Actor } from '../domain/words.ts';

/*
 * Everything that may be said to a callback's workflow, and nothing else. Updates are for callers who need an answer; signals
 * for facts nobody waits on. Every update is idempotent by the state it names (an offer id, an attempt, an absolute state).
 */

/** The workflow's name and the id of its execution for one callback. */
export const CALLBACK_WORKFLOW = 'callback';
export const TASK_QUEUE = 'ringback';
export function workflowIdOf(callbackId: string): string {
  return `callback-${callbackId}`;
}

/** What a callback's workflow is started with: no more than names the row it lives for. */
export interface CallbackStart {
  readonly callbackId: string;
  /** Raised when an ended callback is re-opened. */
  readonly generation: number;
}

/** What every update answers: the version of the projection that shows its effect, and where the callback stands now. */
export interface Ack {
  readonly version: number;
  readonly status: Status;
  /** The version that shows it, where that is being written: `version` does not yet. */
  readonly onItsWay?: number;
}

/** Why an update was refused, as `ApplicationFailure.type`. The message is a sentence for people. */
export const REFUSALS = [
  'wrong_state',
  'not_your_callback',
  'offer_over',
  'disposition_required',
  'time_required',
  'bad_time',
  'callback_over',
  'busy',
  'being_called',
  'invitation_over',
  'somebody_is_asked',
  'not_recorded_here',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface OfferAnswer {
  readonly offerId: string;
  readonly agentId: string;
}

export interface DialWish {
  readonly actor: Actor;
  readonly agentId: string;
  /** The reservation under which a callback is dialled from a list; null: the agent holds the case already. */
  readonly reservationId: string | null;
  /** The attempt this starts, as the caller saw it (attempts so far + 1): saying it twice dials once. */
  readonly attempt: number;
}

export interface HangUp {
  readonly actor: Actor;
  readonly attempt: number;
}

export interface Reschedule {
  readonly actor: Actor;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** End of the window; null: the route's window after `at`. */
  readonly windowEndsAt: string | null;
  /** The callback stays with the agent who has it; otherwise any agent of the route may take it. */
  readonly staysWithAgent: boolean;
}

export interface Completion {
  readonly actor: Actor;
  readonly disposition: string | null;
  /** What the route says of that disposition: the callback ends, is tried again by the retry policy, or goes to the time that was agreed. */
  readonly effect: DispositionEffect;
}

export interface Cancellation {
  readonly actor: Actor;
  readonly reason: string | null;
}

/** An administrator takes the callback back from whoever it was distributed to. */
export interface Withdrawal {
  readonly actor: Actor;
  readonly reason: string | null;
}

/** An administrator has it called now, whatever time it was planned for; within the route's hours. */
export interface Release {
  readonly actor: Actor;
}

/** A pairing that matching has reserved on both sides and now asks the workflow to confirm. */
export interface Reservation {
  readonly reservationId: string;
  readonly agentId: string;
  readonly preview: boolean;
  readonly offerTimeoutMs: number;
  readonly previewTimeoutMs: number | null;
  /** What Accept does on `voice`; a message of an earlier release does not say, and means `call`. */
  readonly acceptOpens?: AcceptOpens;
}

/** What is said to a running conversation names its attempt: once that is over it means nothing. */
interface InCall {
  readonly actor: Actor;
  readonly attempt: number;
}

export interface Hold extends InCall {
  readonly hold: boolean;
}

/** Digits for the customer's ear; they are in the database, under the token. */
export interface Tones extends InCall {
  readonly token: string;
  readonly count: number;
}

/** Whom an agent asks in, as the target's row says: an agent (held under the reservation), a route, or a number. */
export type Asked =
  | { readonly kind: 'agent'; readonly agentId: string; readonly reservationId: string; readonly answerWithinMs: number }
  | { readonly kind: 'route'; readonly seekForMs: number }
  | { readonly kind: 'number' };

export interface Invitation extends InCall {
  /** Names the invitation: said twice it asks once. */
  readonly targetId: string;
  readonly purpose: InvitationPurpose;
  readonly asked: Asked;
}

/** Matching has found an agent of the route that was asked. */
export interface GuestFound {
  readonly targetId: string;
  readonly agentId: string;
  readonly reservationId: string;
  readonly answerWithinMs: number;
}

export interface InvitationAnswer {
  readonly targetId: string;
  readonly agentId: string;
  readonly accepts: boolean;
}

/** What becomes of the guest who is consulted, or of the invitation. */
export interface GuestWish extends InCall {
  readonly targetId: string;
  /** Talk to the customer or to the guest; all together; hand the call over; end the consultation, or take the invitation back. */
  readonly wish: 'talk_to_customer' | 'talk_to_guest' | 'conference' | 'transfer' | 'end';
}

/** Somebody is to leave a conference; its agent does so to a member of it, who has the case from then on. */
export interface Dismissal extends InCall {
  readonly label: string;
}

export interface RecordingWish extends InCall {
  readonly recording: 'on' | 'paused' | 'off';
}

export interface HelpWish extends InCall {
  readonly wanted: boolean;
}

/** How a supervisor takes part from now on; null: not any more; `take_over`: the call is theirs (they are held for it). */
export interface SupervisionWish extends InCall {
  readonly supervisorId: string;
  readonly how: Supervision | 'take_over' | null;
  readonly reservationId: string | null;
}

/** The agent's browser has come back without its telephone: ring it anew. */
export interface Rejoining {
  readonly agentId: string;
  readonly attempt: number;
}

/** What the network has told us about a leg, all of it, after a change. */
export interface LegNews {
  readonly label: string;
  readonly attempt: number;
  readonly facts: LegFacts;
  /** The leg was lost rather than hung up; a message of an earlier release does not say, and means no. */
  readonly isLost?: boolean;
}

export const acceptUpdate = defineUpdate<Ack, [OfferAnswer]>('accept');
export const rejectUpdate = defineUpdate<Ack, [OfferAnswer]>('reject');
export const dialUpdate = defineUpdate<Ack, [DialWish]>('dial');
export const hangUpUpdate = defineUpdate<Ack, [HangUp]>('hangUp');
export const rescheduleUpdate = defineUpdate<Ack, [Reschedule]>('reschedule');
export const completeUpdate = defineUpdate<Ack, [Completion]>('complete');
export const cancelUpdate = defineUpdate<Ack, [Cancellation]>('cancel');

export const withdrawUpdate = defineUpdate<Ack, [Withdrawal]>('withdraw');
export const releaseUpdate = defineUpdate<Ack, [Release]>('release');

export const holdUpdate = defineUpdate<Ack, [Hold]>('hold');
export const tonesUpdate = defineUpdate<Ack, [Tones]>('tones');
export const inviteUpdate = defineUpdate<Ack, [Invitation]>('invite');
export const answerInvitationUpdate = defineUpdate<Ack, [InvitationAnswer]>('answerInvitation');
export const guestUpdate = defineUpdate<Ack, [GuestWish]>('guest');
export const dismissUpdate = defineUpdate<Ack, [Dismissal]>('dismiss');
export const recordingUpdate = defineUpdate<Ack, [RecordingWish]>('recording');
export const helpUpdate = defineUpdate<Ack, [HelpWish]>('help');
export const superviseUpdate = defineUpdate<Ack, [SupervisionWish]>('supervise');
export const rejoinUpdate = defineUpdate<Ack, [Rejoining]>('rejoin');

export const reservedSignal = defineSignal<[Reservation]>('reserved');
export const legSignal = defineSignal<[LegNews]>('leg');
/** The agent's every lease has lapsed: the offer or preview they held under that reservation goes back. */
export const agentGoneSignal = defineSignal<[{ readonly reservationId: string }]>('agentGone');
/** An agent of the route that was asked into the call is held for it. */
export const guestFoundSignal = defineSignal<[GuestFound]>('guestFound');
/** A callback that was withdrawn is wanted after all: it was distributed again, or the customer has asked again. */
export const reviveSignal = defineSignal('revive');
/** The route was edited and this callback's due time may change. */
export const policyChangedSignal = defineSignal('policyChanged');
/** The sweep found the row and the workflow apart: write the row again. */
export const projectAgainSignal = defineSignal('projectAgain');

/** Where the workflow believes its callback stands; compared with the row by the sweep. */
export const standingQuery = defineQuery<Ack>('standing');

/** The one workflow that compares rows, workflows and telephone calls. */
export const RECONCILIATION_WORKFLOW = 'reconciliation';
/** A worker has started: what happened while none ran is looked at now. */
export const sweepNowSignal = defineSignal('sweepNow');

/** The workflow that carries a plan out, and the id of its execution. */
export const PLAN_WORKFLOW = 'plan';
export function planWorkflowIdOf(planId: string): string {
  return `plan-${planId}`;
}

/** What a plan's workflow is started with: what is to be done stands in the database. */
export interface PlanStart {
  readonly planId: string;
}
