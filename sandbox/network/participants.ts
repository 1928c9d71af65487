import type { Hook } from '../callbacks/deliver.ts';
import { playDocument, playMusic, playOverAndOver } from '../twiml/background.ts';
import { TwimlError } from '../twiml/document.ts';
import { startAudio, stopAudio } from './audio.ts';
import type { Call, EndCause } from './call.ts';
import { endCall, liveCall } from './calls.ts';
import type { Conference, LeaveReason, Participant, ParticipantOptions } from './conference.ts';
import { addParticipant, conferenceEvent, dropParticipant, endStatus, joinConference } from './conferences.ts';
import { placeApiLeg } from './legs.ts';
import type { NewCall } from './calls.ts';
import { alert } from './network.ts';
import type { Network } from './network.ts';

/** Dials somebody into a conference, as REST does. The participant exists at once and joins when the call is answered. */
export function dialParticipant(
  network: Network,
  conference: Conference,
  leg: Omit<NewCall, 'direction'>,
  options: ParticipantOptions,
  whenAnswered: (call: Call) => void,
): Participant {
  const call = placeApiLeg(network, leg, () => {
    whenAnswered(call);
    enter(network, conference, participant, call);
  });
  const participant = addParticipant(network, conference, call.sid, options, true);
  participant.release = () => endCall(network, call, participant.joined ? 'completed' : 'canceled', 'conference');
  leaveWithCall(network, conference, participant, call);
  return participant;
}

/** Puts a call that runs TwiML into a conference. `release` is told when it is out again for a reason other than its own end. */
export function seatCaller(network: Network, conference: Conference, call: Call, options: ParticipantOptions, release: () => void): Participant {
  const participant = addParticipant(network, conference, call.sid, options, false);
  participant.release = release;
  leaveWithCall(network, conference, participant, call);
  enter(network, conference, participant, call);
  return participant;
}

/** Takes a participant out by REST. */
export function removeByApi(network: Network, conference: Conference, participant: Participant): void {
  const leaving = { reason: 'participant_updated_via_api', callStatus: endStatus(participant), kicked: true } as const;
  dropParticipant(network, conference, participant, leaving);
  participant.release();
}

/** Takes the call out of its conference because it is to run other TwiML. */
export function leaveForTwiml(network: Network, call: Call): void {
  for (const conference of network.conferences.values()) {
    const participant = conference.participants.get(call.sid);
    if (participant === undefined) continue;
    dropParticipant(network, conference, participant, { reason: 'participant_updated_via_api', callStatus: 'in-progress', kicked: true });
  }
}

/** The conference that the call is in. */
export const conferenceOf = (network: Network, callSid: string): Conference | null =>
  [...network.conferences.values()].find((conference) => conference.participants.has(callSid)) ?? null;

function enter(network: Network, conference: Conference, participant: Participant, call: Call): void {
  if (!conference.participants.has(call.sid)) return;
  joinConference(network, conference, participant);
  playWaiting(network, conference, participant, call);
}

/** Plays what a participant hears alone, as long as the conference has not started. */
export function playWaiting(network: Network, conference: Conference, participant: Participant, call: Call): void {
  if (conference.status !== 'init' || !participant.joined) return;
  if (participant.waitHook === undefined) playMusic(network, call);
  else if (participant.waitHook !== null) void playOverAndOver(network, call, participant.waitHook, startAudio(participant));
}

function leaveWithCall(network: Network, conference: Conference, participant: Participant, call: Call): void {
  liveCall(network, call)?.onEnd.push((cause) => {
    const kicked = cause === 'api' || cause === 'conference';
    dropParticipant(network, conference, participant, { reason: leaveReason(participant, cause), callStatus: call.status, kicked });
  });
}

function leaveReason(participant: Participant, cause: EndCause): LeaveReason {
  if (cause === 'api' || cause === 'conference') return 'participant_updated_via_api';
  return participant.joined ? 'participant_hung_up' : 'participant_add_failed';
}

/** Puts a participant on hold, or takes it back. `hook` null: Twilio's own music. */
export function setHold(network: Network, conference: Conference, participant: Participant, call: Call, hold: boolean, hook: Hook | null): void {
  if (participant.hold === hold) return;
  participant.hold = hold;
  stopAudio(participant);
  conferenceEvent(network, conference, hold ? 'participant-hold' : 'participant-unhold', participant);
  if (!hold) return;
  if (hook === null) playMusic(network, call);
  else void playOverAndOver(network, call, hook, startAudio(participant));
}

/** Plays an announcement to one participant and tells the conference how it went. */
export async function announce(network: Network, conference: Conference, participant: Participant, call: Call, hook: Hook): Promise<void> {
  const live = liveCall(network, call);
  if (live === null) return;
  const { signal } = live.over;
  try {
    await playDocument(network, call, hook, signal);
    conferenceEvent(network, conference, 'announcement-end', participant, { AnnounceUrl: hook.url });
  } catch (error) {
    if (error instanceof TwimlError) announcementFailed(network, conference, participant, hook, error);
    else if (!signal.aborted) throw error;
  }
}

function announcementFailed(network: Network, conference: Conference, participant: Participant, hook: Hook, error: TwimlError): void {
  alert(network, 'error', error.code, error.message, participant.callSid, hook.url);
  conferenceEvent(network, conference, 'announcement-fail', participant, {
    AnnounceUrl: hook.url,
    ReasonAnnouncementFailed: error.message,
  });
}
