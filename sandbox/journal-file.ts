import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Call } from './network/call.ts';
import { hasEnded } from './network/call.ts';
import { callEvent } from './network/calls.ts';
import type { Conference, Participant } from './network/conference.ts';
import { dropParticipant, endConference } from './network/conferences.ts';
import type { Network } from './network/network.ts';

/** A conference as the file keeps it: what cannot be written down is left out. */
type StoredConference = Omit<Conference, 'participants'> & { readonly participants: readonly Omit<Participant, 'audio' | 'release'>[] };
type Line = { readonly call: Call } | { readonly conference: StoredConference };

/** How much of the past is kept when the file is rewritten. */
const KEPT_CALLS = 5000;

/**
 * Keeps calls and conferences in a file, one line per change, and takes up what the file has: whatever was live when the process was
 * killed has ended meanwhile, and its status callbacks are sent now.
 */
export function keepJournalFile(network: Network, file: string): void {
  const lines = existsSync(file) ? readLines(file) : [];
  const live = restore(network, lines);
  endInterrupted(network, live);
  compact(network, file);
  network.events.on('changed', ({ type, sid }: { type: string; sid: string }) => {
    const line = type === 'call' || type === 'conference' ? lineOf(network, type, sid) : null;
    if (line !== null) appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  });
}

/** The last line may be cut short by the kill. */
function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((text) => {
    try {
      return text === '' ? [] : [JSON.parse(text) as Line];
    } catch {
      return [];
    }
  });
}

function restore(network: Network, lines: readonly Line[]): Call[] {
  for (const line of lines) {
    if ('call' in line) network.calls.set(line.call.sid, line.call);
    else network.conferences.set(line.conference.sid, revived(line.conference));
  }
  return [...network.calls.values()].filter((call) => !hasEnded(call));
}

const revived = (stored: StoredConference): Conference => ({
  ...stored,
  participants: new Map(stored.participants.map((each) => [each.callSid, { ...each, audio: null, release: () => undefined }])),
});

/** Calls that were talking are completed; calls that had not been answered failed. */
function endInterrupted(network: Network, live: readonly Call[]): void {
  for (const call of live) {
    call.status = call.answeredAt === null ? 'failed' : 'completed';
    call.endedAt = Date.now();
    call.updatedAt = Date.now();
    call.waitingFor = null;
  }
  for (const conference of network.conferences.values()) endConferenceOf(network, conference);
  for (const call of live) callEvent(network, call, 'completed');
}

function endConferenceOf(network: Network, conference: Conference): void {
  for (const participant of conference.participants.values()) {
    const call = network.calls.get(participant.callSid);
    const reason = participant.joined ? 'participant_hung_up' : 'participant_add_failed';
    dropParticipant(network, conference, participant, { reason, callStatus: call?.status ?? 'failed', kicked: false });
  }
  endConference(network, conference, 'last-participant-left', null);
}

function lineOf(network: Network, type: 'call' | 'conference', sid: string): Line | null {
  if (type === 'call') {
    const call = network.calls.get(sid);
    return call === undefined ? null : { call };
  }
  const conference = network.conferences.get(sid);
  if (conference === undefined) return null;
  const participants = [...conference.participants.values()].map(({ audio: _audio, release: _release, ...kept }) => kept);
  return { conference: { ...conference, participants } };
}

function compact(network: Network, file: string): void {
  const calls = [...network.calls.keys()].slice(-KEPT_CALLS).map((sid) => lineOf(network, 'call', sid));
  const conferences = [...network.conferences.keys()].slice(-KEPT_CALLS).map((sid) => lineOf(network, 'conference', sid));
  const text = [...calls, ...conferences].map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
