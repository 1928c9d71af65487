import type { Conference, Participant } from '../network/conference.ts';
import { conferenceEvent } from '../network/conferences.ts';
import { announce, playWaiting, setHold } from '../network/participants.ts';
import type { Network } from '../network/network.ts';
import { boolean, method, sid, url } from './checks.ts';
import type { Rules } from './checks.ts';
import { badRequest, notFound } from './errors.ts';
import type { Parameters } from './parameters.ts';
import type { RestRequest } from './route.ts';
import { participantShape } from './shapes.ts';
import { refuseUnlessStarted } from './started.ts';

/** Parameters of a change to a participant. */
export const UPDATE_RULES: Rules = {
  Muted: boolean, Hold: boolean, HoldUrl: url(21_205), HoldMethod: method, AnnounceUrl: url(21_205), AnnounceMethod: method,
  WaitUrl: url(21_205, true), WaitMethod: method, BeepOnExit: boolean, EndConferenceOnExit: boolean, Coaching: boolean,
  CallSidToCoach: sid('CA'),
};

/** Changes a participant. Everything is checked before anything is changed; each change has its event. */
export function updateParticipant(request: RestRequest, conference: Conference, participant: Participant): Record<string, unknown> {
  const { network, parameters, path } = request;
  const call = network.calls.get(participant.callSid);
  if (call === undefined) throw notFound(path);
  const announceUrl = parameters.text('AnnounceUrl');
  const hold = parameters.flag('Hold', participant.hold);
  if (announceUrl !== null || parameters.flag('Hold', false)) refuseUnlessConnected(conference, participant);
  checkCoaching(conference, participant, parameters);
  setMuted(network, conference, participant, parameters.flag('Muted', participant.muted));
  const holdUrl = parameters.text('HoldUrl');
  setHold(network, conference, participant, call, hold, holdUrl === null ? null : { url: holdUrl, method: parameters.method('HoldMethod', 'GET') });
  modify(network, conference, participant, parameters);
  if (parameters.has('WaitUrl')) playWaiting(network, conference, participant, call);
  if (announceUrl !== null) void announce(network, conference, participant, call, { url: announceUrl, method: parameters.method('AnnounceMethod') });
  participant.updatedAt = Date.now();
  return participantShape(network, conference, participant);
}

function refuseUnlessConnected(conference: Conference, participant: Participant): void {
  refuseUnlessStarted(conference);
  if (!participant.joined) throw badRequest(20_001, 'The participant is not connected to the conference.');
}

/**
 * Coaching needs a started conference and a call to coach (20001) that is in it (16028) and not on hold (16027). `participant` null:
 * one that is being created. Source: https://www.twilio.com/docs/api/errors/16028
 */
export function checkCoaching(conference: Conference | null, participant: Participant | null, parameters: Parameters): void {
  const coached = parameters.text('CallSidToCoach') ?? participant?.callSidToCoach ?? null;
  const coaching = parameters.flag('Coaching', parameters.has('CallSidToCoach'));
  if (!coaching) return;
  if (coached === null) throw badRequest(20_001, 'CallSidToCoach is required when Coaching is true.');
  if (conference === null) throw badRequest(20_001, 'The conference has not started.');
  refuseUnlessStarted(conference);
  const target = conference.participants.get(coached);
  if (target === undefined || !target.joined) throw badRequest(16_028, 'Participant to be whispered is not present in the conference');
  if (target.hold) throw badRequest(16_027, 'Participant to be whispered is on hold');
}

function setMuted(network: Network, conference: Conference, participant: Participant, muted: boolean): void {
  if (participant.muted === muted) return;
  participant.muted = muted;
  conferenceEvent(network, conference, muted ? 'participant-mute' : 'participant-unmute', participant);
}

/** What one `participant-modify` tells of: BeepOnExit, EndConferenceOnExit, Coaching, WaitUrl. */
function modify(network: Network, conference: Conference, participant: Participant, parameters: Parameters): void {
  const names = ['BeepOnExit', 'EndConferenceOnExit', 'Coaching', 'CallSidToCoach', 'WaitUrl'];
  if (!names.some((name) => parameters.has(name))) return;
  const callSidToCoach = parameters.text('CallSidToCoach') ?? participant.callSidToCoach;
  participant.endConferenceOnExit = parameters.flag('EndConferenceOnExit', participant.endConferenceOnExit);
  participant.coaching = parameters.flag('Coaching', parameters.has('CallSidToCoach') || participant.coaching);
  participant.callSidToCoach = participant.coaching ? callSidToCoach : null;
  const waitUrl = parameters.text('WaitUrl');
  if (waitUrl !== null) participant.waitHook = waitUrl === '' ? null : { url: waitUrl, method: parameters.method('WaitMethod') };
  conferenceEvent(network, conference, 'participant-modify', participant);
}
