import { conferenceParameters, EVENT_SUBSCRIPTION } from '../callbacks/conference-parameters.ts';
import type { ConferenceEventName } from '../callbacks/conference-parameters.ts';
import { newSid } from '../formats.ts';
import type { CallStatus } from './call.ts';
import type { Conference, ConferenceEndReason, LeaveReason, Participant, ParticipantOptions } from './conference.ts';
import { changed } from './network.ts';
import type { Network } from './network.ts';
import { stopAudio } from './audio.ts';

/** The conference of that name that is not over; after its end the name is free for a new one. */
export function activeConference(network: Network, friendlyName: string): Conference | null {
  for (const conference of network.conferences.values()) {
    if (conference.status !== 'completed' && conference.friendlyName === friendlyName) return conference;
  }
  return null;
}

/** The active conference of that name, made if there is none. */
export function conferenceNamed(network: Network, friendlyName: string): Conference {
  const existing = activeConference(network, friendlyName);
  if (existing !== null) return existing;
  const now = Date.now();
  const conference: Conference = {
    sid: newSid('CF'), friendlyName, createdAt: now, updatedAt: now, status: 'init', callback: undefined, sequence: 1,
    reasonEnded: null, callSidEnding: null, participants: new Map(),
  };
  network.conferences.set(conference.sid, conference);
  touchConference(network, conference);
  return conference;
}

/** Marks the conference as changed now. */
export function touchConference(network: Network, conference: Conference): void {
  conference.updatedAt = Date.now();
  changed(network, 'conference', conference.sid);
}

/** Whether a label is taken: it is free again as soon as its leg has ended. */
export const labelInUse = (conference: Conference, label: string): boolean =>
  [...conference.participants.values()].some((participant) => participant.label === label);

/** A participant by call SID or label; only active ones are found. */
export const findParticipant = (conference: Conference, key: string): Participant | null =>
  conference.participants.get(key) ?? [...conference.participants.values()].find(({ label }) => label === key) ?? null;

/** Makes a call a participant, not yet joined. */
export function addParticipant(
  network: Network,
  conference: Conference,
  callSid: string,
  options: ParticipantOptions,
  madeByApi: boolean,
): Participant {
  const now = Date.now();
  const participant: Participant = {
    ...options, callSid, madeByApi, createdAt: now, updatedAt: now, joined: false, hold: false, audio: null,
    release: () => undefined,
  };
  conference.participants.set(callSid, participant);
  touchConference(network, conference);
  return participant;
}

/**
 * The participant enters. The first to join gives the conference its status callback, even if that is none. Two participants, one of
 * them with StartConferenceOnEnter, start it.
 */
export function joinConference(network: Network, conference: Conference, participant: Participant): void {
  if (conference.callback === undefined) conference.callback = participant.callback;
  participant.joined = true;
  participant.updatedAt = Date.now();
  conferenceEvent(network, conference, 'participant-join', participant);
  const joined = [...conference.participants.values()].filter((each) => each.joined);
  if (conference.status !== 'init' || joined.length < 2 || !joined.some((each) => each.startConferenceOnEnter)) return;
  conference.status = 'in-progress';
  for (const each of joined) stopAudio(each);
  conferenceEvent(network, conference, 'conference-start', null);
}

/** How a participant left. `kicked`: by REST, not of its own accord. */
export interface Leaving {
  readonly reason: LeaveReason;
  readonly callStatus: CallStatus;
  readonly kicked: boolean;
}

/** Takes a participant out. The conference ends with the last one, or with one that has EndConferenceOnExit. */
export function dropParticipant(network: Network, conference: Conference, participant: Participant, leaving: Leaving): void {
  if (!takeOut(network, conference, participant, leaving)) return;
  if (participant.joined && participant.endConferenceOnExit) {
    const how = leaving.kicked ? 'kicked' : 'left';
    endConference(network, conference, `participant-with-end-conference-on-exit-${how}`, participant);
  } else if (conference.participants.size === 0) {
    endConference(network, conference, leaving.kicked ? 'last-participant-kicked' : 'last-participant-left', participant);
  }
}

/** Ends the conference and lets go of everybody in it. */
export function endConference(network: Network, conference: Conference, reason: ConferenceEndReason, ending: Participant | null): void {
  if (conference.status === 'completed') return;
  conference.status = 'completed';
  conference.reasonEnded = reason;
  conference.callSidEnding = ending?.callSid ?? null;
  const others = [...conference.participants.values()];
  const leaveReason = reason === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference';
  for (const participant of others) {
    const callStatus = endStatus(participant);
    takeOut(network, conference, participant, { reason: leaveReason, callStatus, kicked: true });
  }
  conferenceEvent(network, conference, 'conference-end', null, {
    ReasonConferenceEnded: reason,
    Reason: END_SENTENCES[reason],
    ...(ending === null ? {} : { CallSidEndingConference: ending.callSid }),
    ...(ending === null || ending.label === null ? {} : { ParticipantLabelEndingConference: ending.label }),
  });
  for (const participant of others) participant.release();
}

const END_SENTENCES: Readonly<Record<ConferenceEndReason, string>> = {
  'conference-ended-via-api': 'The conference was ended via API',
  'participant-with-end-conference-on-exit-left': 'Participant with endConferenceOnExit left',
  'participant-with-end-conference-on-exit-kicked': 'Participant with endConferenceOnExit was kicked',
  'last-participant-left': 'Last participant left',
  'last-participant-kicked': 'Last participant was kicked',
};

/** What becomes of the call of a participant that is removed. */
export function endStatus(participant: Participant): CallStatus {
  if (!participant.madeByApi) return 'in-progress';
  return participant.joined ? 'completed' : 'canceled';
}

function takeOut(network: Network, conference: Conference, participant: Participant, leaving: Leaving): boolean {
  if (!conference.participants.delete(participant.callSid)) return false;
  stopAudio(participant);
  conferenceEvent(network, conference, 'participant-leave', participant, {
    ParticipantCallStatus: leaving.callStatus,
    ReasonParticipantLeft: leaving.reason,
  });
  return true;
}

/**
 * Sends a conference's event to whoever subscribed. Until somebody joined, a leg that never answered is told of by its own callback.
 */
export function conferenceEvent(
  network: Network,
  conference: Conference,
  event: ConferenceEventName,
  participant: Participant | null,
  extra: Readonly<Record<string, string>> = {},
): void {
  touchConference(network, conference);
  const hook = conference.callback === undefined ? (participant?.callback ?? lastOffer(conference)) : conference.callback;
  if (hook === null) return;
  lastOffers.set(conference, hook);
  if (!hook.events.includes(EVENT_SUBSCRIPTION[event])) return;
  const parameters = { ...conferenceParameters(network.account.accountSid, conference, event, participant), ...extra };
  conference.sequence += 1;
  changed(network, 'conference', conference.sid);
  network.queues.add(conference.sid, () => network.sender.post({ hook, parameters, sid: conference.sid }));
}

/** The callback that last stood in for the one of a conference which nobody joined; its end is told there. */
const lastOffers = new WeakMap<Conference, NonNullable<Conference['callback']>>();
const lastOffer = (conference: Conference): NonNullable<Conference['callback']> | null => lastOffers.get(conference) ?? null;
