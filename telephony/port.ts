import type { Readable } from 'node:stream';
import type { Recording } from '../domain/call/call.ts';
import type { ConferenceEnd } from '../domain/call/first-to-leave.ts';
import type { RecordingState } from '../domain/call/recorded.ts';
import type { AnsweredBy, LegEnd, LegProgress, LegRole } from '../domain/leg.ts';
import type { Messaging } from './messaging.ts';

/*
 * What Ringback asks of a telephone network. telephony/twilio is the one implementation; nothing outside it knows Twilio's words.
 */

/** Creating one leg: a participant dialled into the attempt's conference. */
export interface LegRequest {
  readonly callbackId: string;
  readonly attempt: number;
  /** Label of the participant: `<role>-<attempt>-<n>`. */
  readonly label: string;
  /** A supervisor joins muted and starts nothing; only the customer's leaving ends the conference. */
  readonly role: LegRole;
  /** Where the leg goes: E.164, `sip:` or `client:` address. */
  readonly to: string;
  /** E.164 caller ID. */
  readonly from: string;
  /** Friendly name for the first leg of the attempt; the conference's sid ever after. */
  readonly conference: string;
  readonly ringTimeoutS: number;
  /** The longest the call may last. */
  readonly timeLimitS: number;
  readonly machineDetection: boolean;
  /** Language tag of what the leg may be told. */
  readonly language: string;
}

/** What became of the request. Only `unknown` leaves open whether a telephone rings. */
export type PlaceResult =
  | { readonly result: 'placed'; readonly callSid: string; readonly conferenceSid: string; readonly queueTimeMs: number }
  /** The network did not process it (429, connection refused, name not resolved): the same leg may be posted again. */
  | { readonly result: 'not_sent'; readonly reason: string }
  /** The network refused it for good; `code` is the network's. `isOver`: the conference it was to join is over. */
  | { readonly result: 'rejected'; readonly code: number | null; readonly reason: string; readonly blocked: boolean; readonly isOver: boolean }
  | { readonly result: 'unknown'; readonly reason: string };

/** A leg as the network shows it when asked. */
export interface LegSeen {
  readonly callSid: string;
  readonly conferenceSid: string | null;
  readonly progress: LegProgress;
  readonly end: LegEnd | null;
  readonly answeredBy: AnsweredBy | null;
}

/** What came of a request about a call that runs. `gone`: that party or conference is over; `refused`: the network does not let it be. */
export type Answered = 'done' | 'gone' | 'refused';

/** A party of a conference, by the sids of both. */
export interface Party {
  readonly conferenceSid: string;
  readonly callSid: string;
}

/** How a party is to sit. Every field is absolute; what is left out stays as it is. */
export interface SeatWish {
  readonly isOnHold?: boolean;
  readonly isMuted?: boolean;
  /** The call of the one party that is to hear this one; null: everybody does. */
  readonly coaches?: string | null;
  /** The conference ends when this party leaves. */
  readonly endsCall?: boolean;
}

/** A party as the network shows it when asked. */
export interface PartySeen {
  readonly callSid: string;
  /** False while its telephone still rings. */
  readonly hasJoined: boolean;
  readonly isOnHold: boolean;
  readonly isMuted: boolean;
  /** The call of the one party that alone hears this one; null: everybody does. */
  readonly coaches: string | null;
}

/** A conference and calls that were in it, as the network shows them when asked. */
export interface ConferenceSeen {
  /** Null: it goes on, or the network does not say yet. */
  readonly end: ConferenceEnd | null;
  /** The call with whose leaving it ended; null: none, or the network does not say. */
  readonly endedBy: string | null;
  /** When each of the calls ended, by its sid; one that goes on is not there. */
  readonly endedAt: ReadonlyMap<string, Date>;
}

/** Whether what is said in a call is to be kept. The call is that of the customer; the other side is everybody else. */
export interface RecordingWish {
  readonly callbackId: string;
  readonly attempt: number;
  readonly callSid: string;
  readonly recording: Recording;
}

/** A recording as the network shows it. */
export interface RecordingSeen {
  readonly sid: string;
  readonly state: RecordingState;
  readonly startedAt: Date;
  /** In seconds; null: it is not over. */
  readonly durationS: number | null;
}

/** What can be heard of a recording, while it arrives. */
export interface Media {
  /** Part of it, as the asked-for range says. */
  readonly isPart: boolean;
  /** As HTTP says them; null: not known. */
  readonly type: string | null;
  readonly length: string | null;
  readonly range: string | null;
  /** Whether parts of it may be asked for, as HTTP says it. */
  readonly acceptRanges: string | null;
  readonly stream: Readable;
}

export interface Telephony extends Messaging {
  /** Asks once for a leg. Never throws: what is not known is `unknown`. The request times out after 10 s. */
  placeLeg(request: LegRequest): Promise<PlaceResult>;
  /** Ends a call that rings or talks; a call that is over already is fine. Throws when the network could not be reached. */
  endCall(callSid: string): Promise<void>;
  /** Ends a conference and every leg in it; one that is over already is fine. */
  endConference(conferenceSid: string): Promise<void>;
  /** The call as the network has it; null: not known there (which proves nothing while it could still ring). */
  fetchLeg(callSid: string): Promise<LegSeen | null>;
  /** Looks for a leg whose request's answer was lost: by conference and label, then by the calls made to that number since. */
  findLeg(lost: LostLeg): Promise<LegSeen | null>;

  /*
   * About calls that run. All of these throw when the network could not be reached, or was too busy: what they ask for is absolute, so
   * that asking again is safe. (Announcing is not: the same digits would be heard twice.) These requests time out after 4 s.
   */

  /** Changes how a party sits, in one request, and answers `done` only when the network shows it so. On hold it hears our music. */
  changeParty(party: Party, wish: SeatWish): Promise<Answered>;
  /** Takes a party out of its conference and ends its call. */
  removeParty(party: Party): Promise<Answered>;
  /** Has one party hear the digits that our webhook gives for this token. */
  playTones(party: Party, token: string): Promise<Answered>;
  /** Starts, pauses, resumes or stops the recording of both sides; answers the recording it is about, if there is one. */
  record(wish: RecordingWish): Promise<{ readonly answered: Answered; readonly seen: RecordingSeen | null }>;
  /** Takes a call out of its conference, says that we are sorry, and hangs up. `language` is a language tag. */
  apologise(callSid: string, language: string): Promise<Answered>;
  /** Everybody in a conference, and whoever is being rung into it; null: there is no such conference, or it is over. */
  partiesOf(conferenceSid: string): Promise<readonly PartySeen[] | null>;
  /** How a conference ended, and when these calls in it did; null: there is no such conference. */
  fetchConference(conferenceSid: string, callSids: readonly string[]): Promise<ConferenceSeen | null>;
  /** A recording as the network has it; null: there is none, or no more. */
  fetchRecording(sid: string): Promise<RecordingSeen | null>;
  /** What can be heard of a recording; null: there is nothing. `range` as HTTP writes it. Answers within 10 s; the stream may take longer. */
  hearRecording(sid: string, range: string | null): Promise<Media | null>;
}

export interface LostLeg {
  readonly conference: string;
  readonly label: string;
  readonly to: string;
  readonly from: string;
  /** ISO 8601, UTC: when the request was sent. */
  readonly since: string;
}
