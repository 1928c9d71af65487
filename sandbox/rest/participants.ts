import type { Hook } from '../callbacks/deliver.ts';
import { isSid } from '../formats.ts';
import type { Call, Detection } from '../network/call.ts';
import { CALL_EVENTS } from '../network/call.ts';
import type { Conference, ConferenceCallback, Participant, ParticipantOptions } from '../network/conference.ts';
import { CONFERENCE_EVENTS } from '../network/conference.ts';
import { activeConference, conferenceNamed, findParticipant, labelInUse } from '../network/conferences.ts';
import { isLabel } from '../network/labels.ts';
import { dialParticipant, removeByApi } from '../network/participants.ts';
import { readParties } from './addresses.ts';
import { DETECTION_RULES, legFields } from './calls.ts';
import { any, boolean, events, integer, method, oneOf, sid, unused, url } from './checks.ts';
import type { Rules } from './checks.ts';
import { conferenceIn } from './conferences.ts';
import { badRequest, notFound } from './errors.ts';
import { page, PAGING } from './paging.ts';
import type { Parameters } from './parameters.ts';
import { recordingRules, startRecordingFromCreate } from './recordings.ts';
import { created, NO_CONTENT, ok } from './route.ts';
import type { RestAnswer, RestRequest, RestRoute } from './route.ts';
import { participantShape } from './shapes.ts';
import { checkCoaching, UPDATE_RULES, updateParticipant } from './participant-update.ts';

const BEEPS = ['true', 'false', 'onEnter', 'onExit'];
const REGIONS = ['us1', 'us2', 'ie1', 'de1', 'sg1', 'br1', 'au1', 'jp1'];
const TRIMS = ['trim-silence', 'do-not-trim'];

/** AsyncAmd belongs to calls; on participants Twilio only notes 21263. */
const notHere = { check: (_value: string, name: string): string => `21263: ${name} is not for participants; use AmdStatusCallback.` };

const CREATE_RULES: Rules = {
  From: any, To: any, CallerId: any, StatusCallback: url(21_609), StatusCallbackMethod: method,
  StatusCallbackEvent: events(CALL_EVENTS, true), Label: any, Timeout: integer(5, 600, 21_208), TimeLimit: integer(1, 86_400),
  Record: boolean, Muted: boolean, Beep: oneOf(BEEPS), StartConferenceOnEnter: boolean, EndConferenceOnExit: boolean,
  WaitUrl: url(21_205, true), WaitMethod: method, EarlyMedia: boolean, MaxParticipants: integer(2, 250),
  ConferenceRecord: oneOf(['true', 'false', 'record-from-start', 'do-not-record']), ConferenceTrim: oneOf(TRIMS),
  ConferenceStatusCallback: url(21_609), ConferenceStatusCallbackMethod: method,
  ConferenceStatusCallbackEvent: events(CONFERENCE_EVENTS, true), ...recordingRules(''), ...recordingRules('Conference'),
  Region: oneOf(REGIONS), Coaching: boolean, CallSidToCoach: sid('CA'), JitterBufferSize: oneOf(['off', 'small', 'medium', 'large']),
  ...DETECTION_RULES, AmdStatusCallback: url(21_205), AmdStatusCallbackMethod: method, CallReason: any, Byoc: unused, CallToken: unused,
  SipAuthUsername: unused, SipAuthPassword: unused, ClientNotificationUrl: unused, CallerDisplayName: unused,
  AsyncAmd: notHere, AsyncAmdStatusCallback: notHere, AsyncAmdStatusCallbackMethod: notHere,
};

const LIST_RULES: Rules = { Muted: boolean, Hold: boolean, Coaching: boolean, ...PAGING };
const LIST = '/Conferences/:conference/Participants.json';
const ONE = '/Conferences/:conference/Participants/:participant.json';

/** Source: https://www.twilio.com/docs/voice/api/conference-participant-resource */
export const participantRoutes: readonly RestRoute[] = [
  { method: 'post', path: LIST, rules: CREATE_RULES, handle: createParticipant },
  { method: 'get', path: LIST, rules: LIST_RULES, handle: listParticipants },
  { method: 'get', path: ONE, rules: {}, handle: fetchParticipant },
  { method: 'post', path: ONE, rules: UPDATE_RULES, handle: (request) => ok(updateParticipant(request, ...participantIn(request))) },
  { method: 'delete', path: ONE, rules: {}, handle: deleteParticipant },
];

function createParticipant(request: RestRequest): RestAnswer {
  const { network, parameters } = request;
  const parties = readParties(network, parameters);
  const label = parameters.text('Label');
  if (label !== null && !isLabel(label)) {
    throw badRequest(16_024, "Invalid participant label, must not exceed 128 characters, must not be a CallSid, must not contain '/'");
  }
  const existing = existingConference(request);
  if (label !== null && existing !== null && labelInUse(existing, label)) {
    throw badRequest(16_026, 'Participant label is in use by another participant');
  }
  checkCoaching(existing, null, parameters);
  const conference = existing ?? conferenceNamed(network, request.names['conference'] ?? '');
  const leg = { ...parties, ...legFields(parameters), detection: participantDetection(parameters) };
  const whenAnswered = (call: Call): void => {
    if (parameters.flag('Record', false)) startRecordingFromCreate(network, call, parameters);
  };
  const participant = dialParticipant(network, conference, leg, optionsOf(parameters), whenAnswered);
  return created(participantShape(network, conference, participant));
}

/** By SID it must exist and not be over; by name it may be new (null). Names belong to creating alone. */
function existingConference({ network, names, path }: RestRequest): Conference | null {
  const name = names['conference'] ?? '';
  if (!isSid('CF', name)) return activeConference(network, name);
  const conference = network.conferences.get(name);
  if (conference === undefined || conference.status === 'completed') throw notFound(path);
  return conference;
}

/** Detection of a participant never holds the call up: its result goes to AmdStatusCallback. */
function participantDetection(parameters: Parameters): Detection | null {
  const mode = parameters.text('MachineDetection');
  const hookUrl = parameters.text('AmdStatusCallback');
  if (mode === null) return null;
  return {
    waits: false,
    mode: mode === 'Enable' ? 'Enable' : 'DetectMessageEnd',
    callback: hookUrl === null ? null : { url: hookUrl, method: parameters.method('AmdStatusCallbackMethod') },
    timeoutS: parameters.integer('MachineDetectionTimeout', 30),
  };
}

function optionsOf(parameters: Parameters): ParticipantOptions {
  const callSidToCoach = parameters.text('CallSidToCoach');
  return {
    label: parameters.text('Label'),
    muted: parameters.flag('Muted', false),
    startConferenceOnEnter: parameters.flag('StartConferenceOnEnter', true),
    endConferenceOnExit: parameters.flag('EndConferenceOnExit', false),
    coaching: parameters.flag('Coaching', callSidToCoach !== null),
    callSidToCoach,
    waitHook: waitHook(parameters),
    callback: conferenceCallback(parameters),
  };
}

function waitHook(parameters: Parameters): Hook | null | undefined {
  const hookUrl = parameters.text('WaitUrl');
  if (hookUrl === null) return undefined;
  return hookUrl === '' ? null : { url: hookUrl, method: parameters.method('WaitMethod') };
}

function conferenceCallback(parameters: Parameters): ConferenceCallback | null {
  const hookUrl = parameters.text('ConferenceStatusCallback');
  if (hookUrl === null) return null;
  const names: readonly string[] = parameters.list('ConferenceStatusCallbackEvent') ?? ['start', 'end'];
  const subscribed = CONFERENCE_EVENTS.filter((event) => names.includes(event));
  return { url: hookUrl, method: parameters.method('ConferenceStatusCallbackMethod'), events: subscribed };
}

/** The participant that the path names by call SID or label; only active ones are found. Throws 20404. */
function participantIn(request: RestRequest): [Conference, Participant] {
  const conference = conferenceIn(request);
  const participant = findParticipant(conference, request.names['participant'] ?? '');
  if (participant === null) throw notFound(request.path);
  return [conference, participant];
}

function fetchParticipant(request: RestRequest): RestAnswer {
  return ok(participantShape(request.network, ...participantIn(request)));
}

function deleteParticipant(request: RestRequest): RestAnswer {
  removeByApi(request.network, ...participantIn(request));
  return NO_CONTENT;
}

function listParticipants(request: RestRequest): RestAnswer {
  const { network, path, raw, parameters } = request;
  const conference = conferenceIn(request);
  const matches = (name: string, value: boolean): boolean => !parameters.has(name) || parameters.flag(name, false) === value;
  const found = [...conference.participants.values()].toReversed().filter(
    ({ muted, hold, coaching }) => matches('Muted', muted) && matches('Hold', hold) && matches('Coaching', coaching),
  );
  return ok(page('participants', path, raw, parameters, found, (participant) => participantShape(network, conference, participant)));
}
