import type { Call } from './call/call.ts';
import type { LegRole } from './leg.ts';
import type { AcceptOpens } from './route.ts';
import type { Status } from './status.ts';
import type { AttemptOutcome, CallbackEvent, Kind, OfferEnd } from './words.ts';

/** Everything the row shows of a callback's life. The workflow is its only author. Instants are ISO 8601 in UTC. */
export interface CallbackState {
  readonly status: Status;
  readonly kind: Kind;
  /** What the customer asked for, or agreed to since; null: no particular time. */
  readonly desiredAt: string | null;
  readonly dueAt: string | null;
  readonly windowEndsAt: string | null;
  /** The live offer, or null. */
  readonly offer: OfferState | null;
  /** The agent who has the case in hand, or null. */
  readonly agentId: string | null;
  /** The reservation the agent holds it under, or null. */
  readonly reservationId: string | null;
  /** Number of the newest attempt; 0 before the first. */
  readonly attempt: number;
  /** Diallings of the customer that happened or may have happened (`placed` and `unknown`). */
  readonly attemptsPlaced: number;
  /** Of these, the ones that count towards the route's maximum: not those dialled by hand. */
  readonly attemptsCounted: number;
  readonly lastOutcome: AttemptOutcome | null;
  /** When the customer answered in the newest attempt. */
  readonly connectedAt: string | null;
  /** The running conversation; null or missing: none is. */
  readonly call?: Call | null;
  /** When an open preview dials by itself; null: when the agent says so. */
  readonly previewEndsAt: string | null;
  /** Until when the case stays with its agent after an attempt without a conversation; null: until Mark Done. */
  readonly wrapUpEndsAt: string | null;
  /** A new time was agreed on the understanding that the same agent calls: the callback stays theirs while it waits. */
  readonly staysWithAgent: boolean;
  readonly disposition: string | null;
  /** Why it was cancelled, or failed, or that it was completed without the disposition it should have (`TIMED_OUT`); null otherwise. */
  readonly endReason: string | null;
}

export interface OfferState {
  readonly offerId: string;
  readonly agentId: string;
  readonly preview: boolean;
  readonly offeredAt: string;
  readonly deadlineAt: string;
  /** What Accept does; an offer of an earlier release does not say, and means `call`. */
  readonly acceptOpens?: AcceptOpens;
}

/** A leg that the workflow means to create; its row is `intended` once the projection is written. */
export interface LegIntent {
  readonly label: string;
  readonly attempt: number;
  readonly role: LegRole;
  readonly agentId: string | null;
  /** The target a leg of that role rings, where it is no agent. */
  readonly targetId?: string | null;
  /** After this long (by the database's clock, from the write) the leg may no longer be posted. */
  readonly deadlineMs: number;
}

/** One step of a callback's life, as written to the projection. See store/callback/projection.ts for what happens when steps repeat. */
export interface Projection {
  readonly callbackId: string;
  readonly generation: number;
  /** The last version this workflow knows to be stored. */
  readonly after: number;
  /** This step's version, above `after`. */
  readonly version: number;
  readonly state: CallbackState;
  readonly events: readonly CallbackEvent[];
  readonly intents: readonly LegIntent[];
  /** An offer that ended with this step; its row and the pair's bar are written with it. */
  readonly endedOffer: { readonly offerId: string; readonly end: OfferEnd } | null;
  /** Reservation to confirm (its agent has the case from now on), or to release. */
  readonly confirm: string | null;
  readonly release: string | null;
  /** An attempt that began, or ended, with this step. */
  readonly startedAttempt: { readonly attempt: number; readonly agentId: string; readonly byHand: boolean } | null;
  readonly endedAttempt: { readonly attempt: number; readonly outcome: AttemptOutcome } | null;
  /**
   * An agent who did not respond: Not Ready from now on, always (`no_answer`) or if the route says so (`missed_offer`): the route that
   * `targetId` asks in, where it asks a route, otherwise the callback's.
   */
  readonly unresponsive: { readonly agentId: string; readonly reason: 'no_answer' | 'missed_offer'; readonly targetId?: string } | null;
}

/**
 * `stored` is false when the row is already at a newer version: `version` says which; write again above it. `confirmed` is false
 * when the reservation to be confirmed had been let go meanwhile.
 */
export interface Projected {
  readonly stored: boolean;
  readonly version: number;
  readonly confirmed: boolean;
}
