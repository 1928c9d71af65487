import type { Due, Wanted } from '../domain/due.ts';
import type { LegFacts, LegRole } from '../domain/leg.ts';
import type { AfterAttempt } from '../domain/retry.ts';
import type { Status } from '../domain/status.ts';
import type { AttemptOutcome, CallbackEvent, Kind, Channel, OfferEnd } from '../domain/words.ts';

/*
 * What the workflow may ask of the world. "Local" activities read the policy and write the projection; they may run twice and
 * do nothing irreversible. "Regular" ones talk to the telephone network.
 */

/** Everything the row shows of a callback's life. The workflow is its only author. Instants are ISO 8601 in UTC. */
export interface CallbackState {
  readonly status: Status;
  readonly kind: Kind;
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
  /** When an open preview dials by itself; null: when the agent says so. */
  readonly previewEndsAt: string | null;
  /** Until when the case stays with its agent after an attempt without a conversation; null: until Mark Done. */
  readonly wrapUpEndsAt: string | null;
  /** A new time was agreed on the understanding that the same agent calls: the callback stays theirs while it waits. */
  readonly staysWithAgent: boolean;
  readonly disposition: string | null;
  /** Why it was cancelled, or failed; null otherwise. */
  readonly endReason: string | null;
}

export interface OfferState {
  readonly offerId: string;
  readonly agentId: string;
  readonly preview: boolean;
  readonly offeredAt: string;
  readonly deadlineAt: string;
}

/** A leg that the workflow means to create; its row is `intended` once the projection is written. */
export interface LegIntent {
  readonly label: string;
  readonly attempt: number;
  readonly role: LegRole;
  readonly agentId: string | null;
  /** After this long (by the database's clock, from the write) the leg may no longer be posted. */
  readonly deadlineMs: number;
}

/** One step of a callback's life, as written to the projection. See store/projection.ts for what happens when steps repeat. */
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
  /** An agent who did not respond: Not Ready from now on, always (`no_answer`) or if the route says so (`missed_offer`). */
  readonly unresponsive: { readonly agentId: string; readonly reason: 'no_answer' | 'missed_offer' } | null;
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

export type Claim =
  /** Another run of this callback has the row, or it has ended: there is nothing to do here. */
  | { readonly claimed: false }
  | { readonly claimed: true; readonly version: number; readonly request: RequestFacts; readonly due: Due };

/** What the workflow needs to know of the request; the number and the name stay in the database. */
export interface RequestFacts extends Wanted {
  readonly channel: Channel;
  /** The newest attempt of earlier generations: attempt numbers never repeat. */
  readonly attemptsBefore: number;
}

/** `now` is the workflow's own clock: no policy reads another. */
export interface DueQuestion {
  readonly callbackId: string;
  readonly now: string;
  readonly wanted: Wanted;
}

/** What became of asking for a leg. `settlesWithinMs`: after this time without news the network is asked. */
export type PlacedLeg =
  | { readonly result: 'placed'; readonly settlesWithinMs: number }
  /** Not yet: no slot, another call to that number unsettled, or the network did not take it. The same leg is asked for again. */
  | { readonly result: 'not_yet'; readonly retryAfterMs: number; readonly reason: string }
  /** Settled without ringing: cancelled in time, too late, or refused by the network. */
  | { readonly result: 'not_placed'; readonly reason: string; readonly blocked: boolean }
  /** The answer was lost: the telephone may ring. */
  | { readonly result: 'unknown'; readonly settlesWithinMs: number };

export interface LocalActivities {
  /** Makes this run the row's author (design, decision 3) and answers what to live by. */
  claim(args: { callbackId: string; generation: number; runId: string; now: string }): Promise<Claim>;
  project(step: Projection): Promise<Projected>;
  /** When a callback is due by the route's policy as it is now. */
  planDue(question: DueQuestion): Promise<Due>;
  /** How long the case stays with its agent after an attempt without a conversation. */
  planWrapUp(args: { callbackId: string; now: string; outcome: AttemptOutcome }): Promise<{ endsAt: string }>;
  /** What follows an attempt that reached nobody, or a disposition that asks for another try. */
  planRetry(args: {
    callbackId: string;
    now: string;
    outcome: AttemptOutcome;
    attemptsCounted: number;
    /** An attempt dialled by hand never makes the callback fail. */
    byHand: boolean;
  }): Promise<AfterAttempt>;
}

export interface TelephonyActivities {
  /** Posts an intended leg, at most once. Never retried by Temporal: `maximumAttempts: 1`. */
  placeLeg(args: { callbackId: string; label: string }): Promise<PlacedLeg>;
  /**
   * Voids the legs of an attempt that are still intended (they never ring), ends those that ring or talk, and marks the others to
   * be ended as soon as they are known. Answers the labels that were voided.
   */
  endAttempt(args: { callbackId: string; attempt: number }): Promise<{ voided: readonly string[] }>;
  /**
   * Asks the network about a leg nobody told us of, writes what it says, and answers what is known now. Once its window has
   * passed it is given up (`settled`): nothing of it may count any more.
   */
  lookUpLeg(args: { callbackId: string; label: string }): Promise<{ facts: LegFacts; settled: boolean }>;
}

/** How many of each the sweep had to mend. All zero is the rule. */
export interface SweepReport {
  /** Requests that Temporal had not been told of. */
  readonly started: number;
  /** Rows that differed from their workflow, or whose workflow was gone. */
  readonly rewritten: number;
  readonly restarted: number;
  /** Agents held for a callback that had let them go. */
  readonly freed: number;
  /** Legs whose end nobody had told us of. */
  readonly legs: number;
}

export interface SweepActivities {
  /** One round of comparing rows, workflows and telephone calls, and mending what differs. */
  sweep(): Promise<SweepReport>;
}

export type Activities = LocalActivities & TelephonyActivities & SweepActivities;
