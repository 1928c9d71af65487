import type { Hook } from '../callbacks/deliver.ts';

export type ConferenceStatus = 'init' | 'in-progress' | 'completed';
/** Every status, as lists may be filtered by. */
export const CONFERENCE_STATUSES: readonly ConferenceStatus[] = ['init', 'in-progress', 'completed'];

/** Events that a conference's status callback subscribes to. */
export type ConferenceEvent = 'start' | 'end' | 'join' | 'leave' | 'mute' | 'hold' | 'modify' | 'speaker' | 'announcement';
/** Every event that can be subscribed to. */
export const CONFERENCE_EVENTS: readonly ConferenceEvent[] = [
  'start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'speaker', 'announcement',
];

export type ConferenceEndReason =
  | 'conference-ended-via-api'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'last-participant-left'
  | 'last-participant-kicked';

export type LeaveReason =
  | 'conference_ended_via_api'
  | 'moderator_ended_conference'
  | 'participant_updated_via_api'
  | 'participant_hung_up'
  | 'participant_add_failed';

export interface ConferenceCallback extends Hook {
  readonly events: readonly ConferenceEvent[];
}

/** What a participant brings along, from REST or from `<Conference>`. */
export interface ParticipantOptions {
  readonly label: string | null;
  readonly muted: boolean;
  readonly startConferenceOnEnter: boolean;
  readonly endConferenceOnExit: boolean;
  readonly coaching: boolean;
  readonly callSidToCoach: string | null;
  /** undefined: Twilio's own music; null: silence. */
  readonly waitHook: Hook | null | undefined;
  /** Becomes the conference's if this participant is the first to join. */
  readonly callback: ConferenceCallback | null;
}

export interface Participant {
  readonly callSid: string;
  readonly label: string | null;
  readonly startConferenceOnEnter: boolean;
  readonly callback: ConferenceCallback | null;
  readonly createdAt: number;
  /** Made by REST: its call ends when it is removed. One that came by `<Dial>` goes on with its TwiML. */
  readonly madeByApi: boolean;
  updatedAt: number;
  joined: boolean;
  muted: boolean;
  hold: boolean;
  endConferenceOnExit: boolean;
  coaching: boolean;
  callSidToCoach: string | null;
  waitHook: Hook | null | undefined;
  /** Stops what is played to this participant alone. */
  audio: AbortController | null;
  /** Lets go of the call after the participant was removed by anything but its own end. */
  release: () => void;
}

export interface Conference {
  readonly sid: string;
  readonly friendlyName: string;
  readonly createdAt: number;
  updatedAt: number;
  status: ConferenceStatus;
  /** Of the first joiner; undefined until somebody joined. */
  callback: ConferenceCallback | null | undefined;
  /** Number of the next event, from 1. */
  sequence: number;
  reasonEnded: ConferenceEndReason | null;
  callSidEnding: string | null;
  readonly participants: Map<string, Participant>;
}
