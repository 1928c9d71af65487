import type { Status } from './status.ts';

/** When the customer wants the call: at once, after the route's lead time, or at a time or within a window. */
export const KINDS = ['asap', 'delayed', 'scheduled'] as const;
export type Kind = (typeof KINDS)[number];

/** Where the request came from. */
export const ORIGINS = ['ivr', 'web', 'api', 'agent', 'voicemail'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What an agent sets Ready on. */
export const CHANNELS = ['voice', 'web'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How an offer ended: four distinct facts. */
export const OFFER_ENDS = ['accepted', 'rejected', 'missed', 'withdrawn'] as const;
export type OfferEnd = (typeof OFFER_ENDS)[number];

/** How one dialling of the customer ended. */
export const ATTEMPT_OUTCOMES = [
  'answered',
  'busy',
  'no_answer',
  'machine',
  'failed',
  'blocked',
  'cancelled',
  'unknown',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** What an agent wishes per channel; offline and busy are derived, never stored. */
export const WISHES = ['ready', 'not_ready'] as const;
export type Wish = (typeof WISHES)[number];

/** Who distributes where no administrator did: accepting an undistributed callback (`automatic`), or its route on arrival. */
export const SELF_DISTRIBUTORS = ['automatic', 'arrival'] as const;
export type SelfDistributor = (typeof SELF_DISTRIBUTORS)[number];

/** Whether a distributor is one of these words rather than somebody's id. */
export function isSelfDistributor(distributor: unknown): distributor is SelfDistributor {
  return (SELF_DISTRIBUTORS as readonly unknown[]).includes(distributor);
}

/** What others see of an agent. */
export const PRESENCES = ['offline', 'not_ready', 'ready', 'busy', 'after_call'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Who did something: an agent or administrator by id, the customer, a machine by its key, or Ringback itself. */
export type Actor =
  | { readonly type: 'user'; readonly id: string }
  | { readonly type: 'customer' }
  | { readonly type: 'machine'; readonly id: string }
  | { readonly type: 'system' };

export const SYSTEM: Actor = { type: 'system' };
export const CUSTOMER: Actor = { type: 'customer' };

/** What happened to a callback; the timeline shows one line each. */
export const EVENT_TYPES = [
  'requested',
  'requested_again',
  'due_planned',
  'queued',
  'offered',
  'offer_accepted',
  'offer_rejected',
  'offer_missed',
  'offer_withdrawn',
  'preview_opened',
  'attempt_started',
  'agent_answered',
  'connected',
  'attempt_ended',
  'retry_planned',
  'rescheduled',
  'number_changed',
  'number_kept',
  'time_zone_changed',
  'assigned',
  'unassigned',
  'withdrawn',
  'released',
  'route_changed',
  'noted',
  'message_sent',
  'message_failed',
  'disposition_filed',
  'completed',
  'cancelled',
  'expired',
  'failed',
  'reopened',
  'disposition_corrected',
  'wrap_up_timed_out',
  'held',
  'resumed',
  'tones_sent',
  'invited',
  'invitation_accepted',
  'invitation_ended',
  'consulting',
  'swapped',
  'conferenced',
  'transferred',
  'taken_over',
  'party_left',
  'recording_changed',
  'help_wanted',
  'help_over',
  'supervised',
  'agent_lost',
  'agent_back',
  'control_refused',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Why a callback ended whose route wants a disposition and whose agent had not chosen one in time. */
export const TIMED_OUT = 'wrap_up_timed_out';

/** One line of a callback's timeline. `at` is ISO 8601 in UTC; `data` holds no telephone number. */
export interface CallbackEvent {
  readonly type: EventType;
  readonly at: string;
  readonly actor: Actor;
  readonly status: Status;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}
