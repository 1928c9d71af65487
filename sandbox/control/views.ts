import type { Call } from '../network/call.ts';
import { hasEnded } from '../network/call.ts';
import type { Network } from '../network/network.ts';
import { conferenceOf } from '../network/participants.ts';

/** A call as the Phone page and tests see it. */
export function callView(network: Network, call: Call): Record<string, unknown> {
  const conference = hasEnded(call) ? null : conferenceOf(network, call.sid);
  const participant = conference?.participants.get(call.sid);
  return {
    sid: call.sid,
    from: call.from,
    to: call.to,
    direction: call.direction,
    status: call.status,
    active: !hasEnded(call),
    person: call.person,
    /** It rings at a telephone that waits for `answer` or `decline`. */
    awaitsDecision: typeof network.live.get(call.sid)?.decide === 'function',
    createdAt: iso(call.createdAt),
    answeredAt: iso(call.answeredAt),
    endedAt: iso(call.endedAt),
    answeredBy: call.answeredBy,
    waitingFor: call.waitingFor,
    transcript: call.transcript,
    conference:
      conference === null || participant === undefined
        ? null
        : { sid: conference.sid, friendlyName: conference.friendlyName, status: conference.status, label: participant.label, joined: participant.joined, muted: participant.muted, hold: participant.hold },
  };
}

const iso = (epochMs: number | null): string | null => (epochMs === null ? null : new Date(epochMs).toISOString());
