import type { WeeklyHours } from './hours.ts';
import type { AttemptOutcome, Channel } from './words.ts';

/** Outcomes after which a callback may be tried again, each after its own delay. */
export const RETRIED_OUTCOMES = ['busy', 'no_answer', 'machine', 'failed', 'unknown'] as const satisfies readonly AttemptOutcome[];
export type RetriedOutcome = (typeof RETRIED_OUTCOMES)[number];

/** What filing a disposition does to the callback: end it, or leave it to be tried again. */
export const DISPOSITION_EFFECTS = ['end', 'retry', 'reschedule'] as const;
export type DispositionEffect = (typeof DISPOSITION_EFFECTS)[number];

export interface Disposition {
  /** Stable code, as reports show it. */
  readonly code: string;
  /** What the agent reads, per language tag (`en`, `ja`). */
  readonly label: Readonly<Record<string, string>>;
  readonly effect: DispositionEffect;
}

/** A route's settings as one document: read whole, at the moment it is used. Durations are milliseconds unless named otherwise. */
export interface RoutePolicy {
  /** IANA zone of the opening hours. */
  readonly timeZone: string;
  /** Language tags the IVR speaks; the first is the default. */
  readonly languages: readonly string[];
  /** 1 is served first, 9 last. */
  readonly priority: number;
  /** E.164; what the customer's telephone shows. */
  readonly callerId: string;
  /** The channel of this route's web requests. */
  readonly webChannel: Channel;
  readonly hours: WeeklyHours;
  /** Public holidays of this country (ISO 3166-1 alpha-2) are closed; null: none. */
  readonly holidayCountry: string | null;
  /** Further closed days, `YYYY-MM-DD` in the route's zone. */
  readonly closedDates: readonly string[];
  /** From the request to when a `delayed` callback is due. */
  readonly leadTimeMs: number;
  /** How long after its due time a scheduled callback still keeps its promise. */
  readonly windowMs: number;
  /** The case is shown in the offer, before Accept or Reject. */
  readonly preview: boolean;
  readonly offerTimeoutMs: number;
  /** On `web`: an open preview dials by itself after this time; null: never. */
  readonly previewTimeoutMs: number | null;
  readonly missedOfferMakesNotReady: boolean;
  /** How long after its due time a distributed callback is offered to its assignee alone; null: it stays theirs. */
  readonly assigneeAloneMs: number | null;
  /** How long a rejected or missed offer bars that agent from that callback. */
  readonly offerBarMs: number;
  /** After an attempt without a conversation, how long the case stays with its agent. */
  readonly afterAttemptMs: number;
  /** How long the customer's telephone rings. Twilio always adds 5 s. */
  readonly ringTimeoutS: number;
  readonly machineDetection: boolean;
  readonly retryDelayMs: Readonly<Record<RetriedOutcome, number>>;
  readonly maximumAttempts: number;
  /** From the request (or its desired time) until a callback nobody could serve expires. */
  readonly expiryMs: number;
  readonly dispositions: readonly Disposition[];
  readonly dispositionMandatory: boolean;
  /** What the agent reads before and during the call. */
  readonly instructions: string;
}

export interface Route {
  readonly id: string;
  /** Raised by every edit. */
  readonly version: number;
  readonly name: string;
  /** E.164 numbers customers call. */
  readonly numbers: readonly string[];
  readonly policy: RoutePolicy;
  /** Closed to new callbacks. */
  readonly closed: boolean;
}
