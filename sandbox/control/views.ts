import type { Call, CallStatus, TranscriptLine, WaitingFor } from '../network/call.ts';
import { hasEnded } from '../network/call.ts';
import type { ConferenceStatus } from '../network/conference.ts';
import type { Message, MessageStatus } from '../network/message.ts';
import type { Behaviour } from '../network/people.ts';
import type { Network } from '../network/network.ts';
import { conferenceOf } from '../network/participants.ts';

/** A call as the Phone page and tests see it. Times are ISO 8601 in UTC. */
export interface CallView {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: Call['direction'];
  readonly status: CallStatus;
  readonly active: boolean;
  readonly person: Behaviour;
  /** It rings at a telephone that waits for `answer` or `decline`. */
  readonly awaitsDecision: boolean;
  readonly createdAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly answeredBy: string | null;
  readonly waitingFor: WaitingFor | null;
  readonly transcript: readonly TranscriptLine[];
  readonly conference: SeatView | null;
}

/** The call's place in its conference. */
export interface SeatView {
  readonly sid: string;
  readonly friendlyName: string;
  readonly status: ConferenceStatus;
  readonly label: string | null;
  readonly joined: boolean;
  readonly muted: boolean;
  readonly hold: boolean;
}

/** The call as it is now. */
export function callView(network: Network, call: Call): CallView {
  return {
    sid: call.sid,
    from: call.from,
    to: call.to,
    direction: call.direction,
    status: call.status,
    active: !hasEnded(call),
    person: call.person,
    awaitsDecision: typeof network.live.get(call.sid)?.decide === 'function',
    createdAt: new Date(call.createdAt).toISOString(),
    answeredAt: iso(call.answeredAt),
    endedAt: iso(call.endedAt),
    answeredBy: call.answeredBy,
    waitingFor: call.waitingFor,
    transcript: call.transcript,
    conference: seatView(network, call),
  };
}

function seatView(network: Network, call: Call): SeatView | null {
  const conference = hasEnded(call) ? null : conferenceOf(network, call.sid);
  const participant = conference?.participants.get(call.sid);
  if (conference === null || participant === undefined) return null;
  const { sid, friendlyName, status } = conference;
  const { label, joined, muted, hold } = participant;
  return { sid, friendlyName, status, label, joined, muted, hold };
}

/** A text message as the Phone page and tests see it. Times are ISO 8601 in UTC. */
export interface MessageView {
  readonly sid: string;
  readonly from: string | null;
  readonly to: string;
  readonly body: string;
  readonly status: MessageStatus;
  readonly errorCode: number | null;
  readonly createdAt: string;
}

/** The message as it is now. */
export function messageView({ sid, from, to, body, status, errorCode, createdAt }: Message): MessageView {
  return { sid, from, to, body, status, errorCode, createdAt: new Date(createdAt).toISOString() };
}

const iso = (epochMs: number | null): string | null => (epochMs === null ? null : new Date(epochMs).toISOString());
