import type { Recording } from '../domain/call/call.ts';
import type { Operation } from '../domain/call/seating.ts';
import type { Due, Wanted } from '../domain/due.ts';
import type { LegFacts } from '../domain/leg.ts';
import type { Projected, Projection } from '../domain/projection.ts';
import type { AfterAttempt } from '../domain/retry.ts';
import type { RouteRecording } from '../domain/route.ts';
import type { AttemptOutcome, Channel } from '../domain/words.ts';

/*
 * What the workflow may ask of the world. "Local" activities read the policy and write the projection; they may run twice and
 * do nothing irreversible. "Regular" ones talk to the telephone network.
 */

export type Claim =
  /** Another run of this callback has the row, or it has ended: there is nothing to do here. */
  | { readonly claimed: false }
  | {
      readonly claimed: true;
      readonly version: number;
      readonly request: RequestFacts;
      readonly due: Due;
      /** Requests write the steps that ask for them; an answer of an earlier release does not say, and means no. */
      readonly stepsTravel?: boolean;
    };

/** What the workflow needs to know of the request; the number and the name stay in the database. */
export interface RequestFacts extends Wanted {
  readonly channel: Channel;
  readonly before: Before;
}

/** What an earlier workflow of this callback had come to; a new callback has nothing of it. Attempt numbers never repeat. */
export interface Before {
  readonly attempt: number;
  readonly attemptsPlaced: number;
  readonly attemptsCounted: number;
  readonly lastOutcome: AttemptOutcome | null;
  /** The agent who was in a call or its wrap-up: theirs is the case still. */
  readonly inHand: { readonly agentId: string; readonly reservationId: string } | null;
  /** An administrator had taken it back; an answer of an earlier release does not say, and means no. */
  readonly isWithdrawn?: boolean;
}

/** `now` is the workflow's own clock: no policy reads another. */
export interface DueQuestion {
  readonly callbackId: string;
  readonly now: string;
  readonly wanted: Wanted;
}

/**
 * What became of asking for a leg. `settlesWithinMs`: after this time without news the network is asked. `saysWhoAnswers`: some seconds
 * after an answer the network says whether it is a machine's; an answer of an earlier release does not say, and means no.
 */
export type PlacedLeg =
  /** `recording`: what the route says of it at this moment; an answer of an earlier release does not say, and means `off`. */
  | { readonly result: 'placed'; readonly settlesWithinMs: number; readonly saysWhoAnswers?: boolean; readonly recording?: RouteRecording }
  /** Not yet: no slot, another call to that number unsettled, or the network did not take it. The same leg is asked for again. */
  | { readonly result: 'not_yet'; readonly retryAfterMs: number; readonly reason: string }
  /**
   * Settled without ringing: cancelled in time, too late, or refused by the network. `isOver`: because whoever it was to talk to has left;
   * an answer of an earlier release does not say, and means no.
   */
  | { readonly result: 'not_placed'; readonly reason: string; readonly blocked: boolean; readonly isOver?: boolean }
  /** The answer was lost: the telephone may ring. */
  | { readonly result: 'unknown'; readonly settlesWithinMs: number; readonly saysWhoAnswers?: boolean };

/** What is filed when the route's time after a conversation is over. */
export interface ChosenDisposition {
  /** Null: none was chosen. */
  readonly disposition: string | null;
  readonly effect: 'end' | 'retry';
  /** None was chosen, and the route wants one. */
  readonly isLacking: boolean;
}

export interface LocalActivities {
  /** Makes this run the row's author (design, decision 3) and answers what to live by. */
  claim(args: { callbackId: string; generation: number; runId: string; now: string }): Promise<Claim>;
  project(step: Projection): Promise<Projected>;
  /** When a callback is due by the route's policy as it is now. */
  planDue(question: DueQuestion): Promise<Due>;
  /** How long the case stays with its agent after an attempt; null: until Mark Done. */
  planWrapUp(args: { callbackId: string; now: string; outcome: AttemptOutcome }): Promise<{ endsAt: string | null }>;
  /** What the agent who has the case in hand has chosen to file, and what the route says of it. */
  chosenDisposition(args: { callbackId: string }): Promise<ChosenDisposition>;
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
  /**
   * Posts an intended leg, at most once. Never retried by Temporal: `maximumAttempts: 1`. `step`: what intends it, written first; what
   * cannot be written, or whose reservation had been let go, posts nothing. `takesTheCall`: whoever answers is alone with the customer then,
   * and must not be a machine.
   */
  placeLeg(args: { callbackId: string; label: string; takesTheCall?: boolean; step?: Projection }): Promise<PlacedLeg & { readonly projected?: Projected }>;
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

/** What came of a request about a running conversation. `gone`: that party has left; `refused`: the network does not let it be done. */
export type Controlled = 'done' | 'gone' | 'refused';

export interface ControlledAndWritten {
  readonly came: Controlled;
  readonly projected: Projected;
}

/** Where a conversation goes on. */
export interface CallKey {
  readonly callbackId: string;
  readonly attempt: number;
}

/** What a running conversation asks of the network. */
export interface CallActivities {
  /**
   * Changes or removes a party of the conference, and answers when the network says that it is so. Repeating it changes nothing. `step`:
   * what wants it so, written first; the answer then says what became of that, too.
   */
  control(args: CallKey & { operation: Operation; step?: Projection }): Promise<Controlled | ControlledAndWritten>;
  /** Starts, pauses, resumes or stops the recording of both sides. Repeating it changes nothing. */
  record(args: CallKey & { recording: Recording }): Promise<Controlled>;
  /** Has the customer hear digits, once at most. Never retried by Temporal. */
  playTones(args: CallKey & { token: string }): Promise<Controlled>;
  /** Ends one leg: void if it was never asked for (`voided`), otherwise ended, or marked to be as soon as it is known. */
  endLeg(args: { callbackId: string; label: string }): Promise<{ voided: boolean }>;
  /** Tells a customer whose agent is lost that we are sorry, and hangs up. */
  apologise(args: CallKey): Promise<void>;
  /** The call goes on without us: these legs are nobody's to end any more. A request of an earlier release does not say which, and means all. */
  letGo(args: CallKey & { labels?: readonly string[] }): Promise<void>;
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
  /** Parties of running conversations that were not as they were drawn. */
  readonly parties: number;
}

export interface SweepActivities {
  /** One round of comparing rows, workflows and telephone calls, and mending what differs. */
  sweep(): Promise<SweepReport>;
}

export interface PlanActivities {
  /** Carries a plan out; `hasEnded` false: it is to be asked for again. */
  carryOutPlan(args: { planId: string }): Promise<{ hasEnded: boolean }>;
}

export type Activities = LocalActivities & TelephonyActivities & CallActivities & SweepActivities & PlanActivities;
