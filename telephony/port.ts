import type { LegEnd, LegProgress, AnsweredBy } from '../domain/leg.ts';

/*
 * What Ringback asks of a telephone network. telephony/twilio is the one implementation; nothing outside it knows Twilio's words.
 */

/** Creating one leg: a participant dialled into the attempt's conference. */
export interface LegRequest {
  readonly callbackId: string;
  readonly attempt: number;
  /** Label of the participant: `<role>-<attempt>-<n>`. */
  readonly label: string;
  readonly role: 'agent' | 'customer';
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
  /** The network refused it for good; `code` is the network's. */
  | { readonly result: 'rejected'; readonly code: number | null; readonly reason: string; readonly blocked: boolean }
  | { readonly result: 'unknown'; readonly reason: string };

/** A leg as the network shows it when asked. */
export interface LegSeen {
  readonly callSid: string;
  readonly conferenceSid: string | null;
  readonly progress: LegProgress;
  readonly end: LegEnd | null;
  readonly answeredBy: AnsweredBy | null;
}

export interface Telephony {
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
}

export interface LostLeg {
  readonly conference: string;
  readonly label: string;
  readonly to: string;
  readonly from: string;
  /** ISO 8601, UTC: when the request was sent. */
  readonly since: string;
}
