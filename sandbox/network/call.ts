import type { Hook } from '../callbacks/deliver.ts';
import type { Behaviour } from './people.ts';

/** Twilio's call statuses, as REST shows them. */
export type CallStatus = 'queued' | 'ringing' | 'in-progress' | CallEnd;
export type CallEnd = 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';

/** Every status, as lists may be filtered by. */
export const CALL_STATUSES: readonly CallStatus[] = [
  'queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled',
];

/** Events of a call that its status callback can be told of. */
export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed';
/** Every event, in the order in which a call has them. */
export const CALL_EVENTS: readonly CallEvent[] = ['initiated', 'ringing', 'answered', 'completed'];

/** Who or what made a call end; decides what its conference is told. */
export type EndCause = 'party' | 'api' | 'conference' | 'network';

export interface StatusCallback extends Hook {
  readonly events: readonly CallEvent[];
}

export interface Detection {
  readonly mode: 'Enable' | 'DetectMessageEnd';
  /** Whether the call waits for the result before it runs its TwiML. */
  readonly waits: boolean;
  /** Where the result goes when the call does not wait for it. */
  readonly callback: Hook | null;
  readonly timeoutS: number;
}

/** What a person at the telephone heard or did. */
export interface TranscriptLine {
  readonly at: string;
  readonly who: 'network' | 'person';
  readonly kind: 'say' | 'play' | 'music' | 'digits' | 'speech' | 'beep';
  readonly text: string;
  /** Language tag of what was said; null where it is not speech. */
  readonly language: string | null;
}

/** What the network waits for the person to do. */
export interface WaitingFor {
  readonly verb: 'gather' | 'record';
  readonly input: readonly ('dtmf' | 'speech')[];
  readonly numDigits: number | null;
  readonly finishOnKey: string;
  readonly language: string | null;
  readonly hints: string | null;
}

/** One leg. Times are milliseconds since the epoch. Plain data: it is what the journal file keeps. */
export interface Call {
  readonly sid: string;
  readonly parentCallSid: string | null;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  readonly createdAt: number;
  readonly person: Behaviour;
  readonly queueTimeMs: number;
  readonly timeoutS: number;
  readonly detection: Detection | null;
  readonly sendDigits: string | null;
  readonly phoneNumberSid: string | null;
  status: CallStatus;
  timeLimitS: number;
  statusCallback: StatusCallback | null;
  updatedAt: number;
  startedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
  answeredBy: string | null;
  /** Milliseconds that detection took. */
  detectionMs: number | null;
  sipResponseCode: number | null;
  /** Number of the next status callback, from 0. */
  sequence: number;
  transcript: TranscriptLine[];
  waitingFor: WaitingFor | null;
}

/** Whether the call is over. */
export const hasEnded = (call: Call): boolean => call.endedAt !== null;
