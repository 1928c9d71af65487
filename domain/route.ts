import type { WeeklyHours } from './hours.ts';
import type { AttemptOutcome, Channel } from './words.ts';

/** Outcomes after which a callback may be tried again, each after its own delay. */
export const RETRIED_OUTCOMES = ['busy', 'no_answer', 'machine', 'failed', 'unknown'] as const satisfies readonly AttemptOutcome[];
export type RetriedOutcome = (typeof RETRIED_OUTCOMES)[number];

/** What filing a disposition does to the callback: end it, or leave it to be tried again. */
export const DISPOSITION_EFFECTS = ['end', 'retry', 'reschedule'] as const;
export type DispositionEffect = (typeof DISPOSITION_EFFECTS)[number];

/** Why a disposition that asks for a new time is not filed without one. */
export const NO_TIME_AGREED =
  'This disposition asks for a new time: agree on one with the customer and reschedule the callback, or choose another disposition.';

/** Why a disposition that asks for another try is not filed before there was any. */
export const NO_CALL_YET = 'Only a call can be followed by another try: choose a new time instead.';

export interface Disposition {
  /** Stable code, as reports show it. */
  readonly code: string;
  /** What the agent reads, per language tag (`en`, `ja`). */
  readonly label: Readonly<Record<string, string>>;
  readonly effect: DispositionEffect;
}

/**
 * Where a callback goes when an agent did not take its offer. The pair is barred for a while whatever is chosen.
 * - `queue`: back to its place; an assignee's right to it stays as it was.
 * - `another_agent`: to the route's other agents at once, also where it waited for its assignee alone.
 * - `route`: to that route, by its policy.
 */
export type OfferDestination =
  | { readonly to: 'queue' }
  | { readonly to: 'another_agent' }
  | { readonly to: 'route'; readonly routeId: string };

/** What Accept does on the channel `voice`: dial at once, or open the case for reading. On `web` it always opens it. */
export const ACCEPT_OPENS = ['call', 'preview'] as const;
export type AcceptOpens = (typeof ACCEPT_OPENS)[number];

/**
 * To whom a callback belongs that nobody distributed.
 * - `nobody`: going back to waiting, it is anybody's again.
 * - `last_agent`: it stays with the agent who dialled it.
 * - `customers_agent`: besides, a new request goes to the agent who completed this customer's last callback on the route.
 */
export const OWNER_RULES = ['nobody', 'last_agent', 'customers_agent'] as const;
export type OwnerRule = (typeof OWNER_RULES)[number];

/** Whether new requests are distributed on arrival, spread evenly over the route's agents: all of them, or those logged in. */
export const AUTOMATIC_DISTRIBUTIONS = ['off', 'all', 'logged_in'] as const;
export type AutomaticDistribution = (typeof AUTOMATIC_DISTRIBUTIONS)[number];

/** Whether calls are recorded: never, when the agent says so, or always, unless the agent pauses it. */
export const ROUTE_RECORDINGS = ['off', 'on_demand', 'always'] as const;
export type RouteRecording = (typeof ROUTE_RECORDINGS)[number];

/** A line of the case information: a key of the collected data, and what it is called per language tag. */
export interface CaseField {
  readonly key: string;
  readonly label: Readonly<Record<string, string>>;
}

/** What can stand in the callback information. */
export const CALLBACK_FIELDS = ['kind', 'number', 'language', 'requested', 'due', 'desired', 'origin', 'attempts', 'assignee', 'distributor'] as const;
export type CallbackFieldKey = (typeof CALLBACK_FIELDS)[number];

/** A line of the callback information; without a label in the viewer's language it has the console's own. */
export interface CallbackField {
  readonly key: CallbackFieldKey;
  readonly label: Readonly<Record<string, string>>;
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
  readonly acceptOpens: AcceptOpens;
  readonly afterRejectedOffer: OfferDestination;
  readonly afterMissedOffer: OfferDestination;
  readonly ownerRule: OwnerRule;
  readonly automaticDistribution: AutomaticDistribution;
  /** Which collected data the case shows, in this order; null: all of it, as it came. */
  readonly caseFields: readonly CaseField[] | null;
  /** Which facts the callback information shows, in this order; null: all of them. */
  readonly callbackFields: readonly CallbackField[] | null;
  /** Which collected data an offer with preview shows before Accept or Reject, in this order; null: what the case shows. */
  readonly previewFields: readonly CaseField[] | null;
  readonly recording: RouteRecording;
  /** After a conversation, how long the agent has until the case is done by itself; null: until Mark Done. */
  readonly afterCallLimitMs: number | null;
}

/** What a route has of the settings that came later, unless somebody says otherwise. */
export const PLAIN_ROUTE = {
  acceptOpens: 'call',
  afterRejectedOffer: { to: 'queue' },
  afterMissedOffer: { to: 'queue' },
  ownerRule: 'nobody',
  automaticDistribution: 'off',
  caseFields: null,
  callbackFields: null,
  previewFields: null,
  recording: 'off',
  afterCallLimitMs: null,
} as const satisfies Partial<RoutePolicy>;

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
