import { isE164 } from '../formats.ts';
import type { Call, CallEvent, Detection, StatusCallback } from '../network/call.ts';
import { CALL_EVENTS, CALL_STATUSES, hasEnded } from '../network/call.ts';
import { armTimeLimit, endCall, touch } from '../network/calls.ts';
import { placeApiLeg } from '../network/legs.ts';
import type { Network } from '../network/network.ts';
import { runTwiml, redirectCall } from '../twiml/run.ts';
import type { Instructions } from '../twiml/run.ts';
import { readParties } from './addresses.ts';
import { any, boolean, date, events, integer, method, oneOf, sid, unused, url } from './checks.ts';
import type { Rules } from './checks.ts';
import { badRequest, notFound } from './errors.ts';
import { dateFilters, page, PAGING, passesDate } from './paging.ts';
import type { Parameters } from './parameters.ts';
import { created, NO_CONTENT, ok } from './route.ts';
import type { RestAnswer, RestRequest, RestRoute } from './route.ts';
import { recordingRules, startRecordingFromCreate } from './recordings.ts';
import { callShape } from './shapes.ts';

/** Twilio's bounds of machine detection; both resources have them. */
export const DETECTION_RULES: Rules = {
  MachineDetection: oneOf(['Enable', 'DetectMessageEnd']),
  MachineDetectionTimeout: integer(3, 59),
  MachineDetectionSpeechThreshold: integer(1000, 6000),
  MachineDetectionSpeechEndThreshold: integer(500, 5000),
  MachineDetectionSilenceTimeout: integer(2000, 10_000),
};

const sendDigits = {
  check: (value: string): undefined => {
    if (!/^[0-9A-D*#wW]{1,32}$/.test(value)) throw badRequest(21_206, `SendDigits is not valid: ${value}`);
  },
};

const twiml = {
  check: (value: string): undefined => {
    if (value.length > 4000) throw badRequest(20_001, 'Twiml must not be longer than 4000 characters.');
  },
};

const CREATE_RULES: Rules = {
  To: any, From: any, CallerId: any, Method: method, FallbackUrl: url(21_205), FallbackMethod: method, StatusCallback: url(21_609),
  StatusCallbackEvent: events(CALL_EVENTS, false), StatusCallbackMethod: method, SendDigits: sendDigits,
  Timeout: integer(1, 600, 21_208), TimeLimit: integer(1, 86_400), Record: boolean, ...recordingRules(''), ...DETECTION_RULES,
  AsyncAmd: boolean, AsyncAmdStatusCallback: url(21_205), AsyncAmdStatusCallbackMethod: method, Url: url(21_205), Twiml: twiml,
  ApplicationSid: sid('AP'), CallReason: any, SipAuthUsername: unused, SipAuthPassword: unused, Byoc: unused, CallToken: unused,
  ClientNotificationUrl: unused,
};

const UPDATE_RULES: Rules = {
  Url: url(21_205), Method: method, Status: oneOf(['canceled', 'completed']), FallbackUrl: url(21_205), FallbackMethod: method,
  StatusCallback: url(21_609), StatusCallbackMethod: method, Twiml: twiml, TimeLimit: integer(1, 86_400),
};

const LIST_RULES: Rules = {
  To: any, From: any, ParentCallSid: sid('CA'), Status: oneOf(CALL_STATUSES), ...dateFilters('StartTime', date),
  ...dateFilters('EndTime', date), ...PAGING,
};

/** Source: https://www.twilio.com/docs/voice/api/call-resource */
export const callRoutes: readonly RestRoute[] = [
  { method: 'post', path: '/Calls.json', rules: CREATE_RULES, handle: createCall },
  { method: 'get', path: '/Calls.json', rules: LIST_RULES, handle: listCalls },
  { method: 'get', path: '/Calls/:call.json', rules: {}, handle: (request) => ok(callShape(request.network, callIn(request))) },
  { method: 'post', path: '/Calls/:call.json', rules: UPDATE_RULES, handle: updateCall },
  { method: 'delete', path: '/Calls/:call.json', rules: {}, handle: deleteCall },
];

/** The call that the path names. Throws 20404. */
export function callIn({ network, names, path }: RestRequest): Call {
  const call = network.calls.get(names['call'] ?? '');
  if (call === undefined) throw notFound(path);
  return call;
}

function createCall({ network, parameters }: RestRequest): RestAnswer {
  const { from, to } = readParties(network, parameters);
  const instructions = instructionsOf(parameters);
  if (instructions === null) throw badRequest(21_205, 'Url parameter is required.');
  const call = placeApiLeg(network, { from, to, ...legFields(parameters), detection: callDetection(parameters), sendDigits: parameters.text('SendDigits') }, (answered) => {
    if (parameters.flag('Record', false)) startRecordingFromCreate(network, answered, parameters);
    void runTwiml(network, answered, withDetection(instructions, answered));
  });
  return created(callShape(network, call));
}

/** What calls and participants have in common: how long it rings, how long it lasts, and who hears of it. */
export function legFields(parameters: Parameters): { timeoutS: number; timeLimitS?: number; statusCallback: StatusCallback | null } {
  return {
    timeoutS: parameters.integer('Timeout', 60),
    ...(parameters.has('TimeLimit') ? { timeLimitS: parameters.integer('TimeLimit', 0) } : {}),
    statusCallback: statusCallback(parameters),
  };
}

function statusCallback(parameters: Parameters): StatusCallback | null {
  const hookUrl = parameters.text('StatusCallback');
  if (hookUrl === null) return null;
  const names: readonly string[] = parameters.list('StatusCallbackEvent') ?? ['completed'];
  const subscribed: readonly CallEvent[] = CALL_EVENTS.filter((event) => names.includes(event));
  return { url: hookUrl, method: parameters.method('StatusCallbackMethod'), events: subscribed };
}

function callDetection(parameters: Parameters): Detection | null {
  const mode = parameters.text('MachineDetection');
  if (mode === null || parameters.has('SendDigits')) return null;
  const waits = !parameters.flag('AsyncAmd', false);
  const hookUrl = waits ? null : parameters.text('AsyncAmdStatusCallback');
  return {
    waits,
    mode: mode === 'Enable' ? 'Enable' : 'DetectMessageEnd',
    callback: hookUrl === null ? null : { url: hookUrl, method: parameters.method('AsyncAmdStatusCallbackMethod') },
    timeoutS: parameters.integer('MachineDetectionTimeout', 30),
  };
}

function instructionsOf(parameters: Parameters): Instructions | null {
  if (parameters.has('ApplicationSid')) throw badRequest(21_218, 'ApplicationSid is not valid: the account has no applications.');
  const hookUrl = parameters.text('Url');
  const inline = parameters.text('Twiml');
  const fallbackUrl = parameters.text('FallbackUrl');
  const fallback = fallbackUrl === null ? null : { url: fallbackUrl, method: parameters.method('FallbackMethod') };
  if (hookUrl !== null) return { source: { hook: { url: hookUrl, method: parameters.method('Method') }, parameters: {} }, fallback };
  return inline === null ? null : { source: { twiml: inline }, fallback };
}

/** A call that waited for detection tells its TwiML URL the result. */
function withDetection(instructions: Instructions, call: Call): Instructions {
  const { source } = instructions;
  if (call.answeredBy === null || !('hook' in source)) return instructions;
  const detected = { AnsweredBy: call.answeredBy, MachineDetectionDuration: String(Math.round(call.detectionMs ?? 0)) };
  return { ...instructions, source: { ...source, parameters: { ...source.parameters, ...detected } } };
}

function updateCall(request: RestRequest): RestAnswer {
  const { network, parameters } = request;
  const call = callIn(request);
  const status = parameters.text('Status');
  const instructions = instructionsOf(parameters);
  const runs = call.status === 'in-progress';
  if (hasEnded(call) || (instructions !== null && !runs)) throw badRequest(21_220, 'Call is not in-progress. Cannot redirect.');
  updateSettings(network, call, parameters);
  if (status === 'completed') endCall(network, call, runs ? 'completed' : 'canceled', 'api');
  else if (status === 'canceled' && !runs) endCall(network, call, 'canceled', 'api');
  else if (status === null && instructions !== null) redirectCall(network, call, instructions);
  return ok(callShape(network, call));
}

function updateSettings(network: Network, call: Call, parameters: Parameters): void {
  if (parameters.has('TimeLimit')) {
    call.timeLimitS = parameters.integer('TimeLimit', call.timeLimitS);
    armTimeLimit(network, call);
  }
  const callback = statusCallback(parameters);
  if (callback !== null) call.statusCallback = { ...callback, events: call.statusCallback?.events ?? callback.events };
  touch(network, call);
}

function deleteCall(request: RestRequest): RestAnswer {
  const call = callIn(request);
  if (!hasEnded(call)) throw badRequest(20_001, 'A call that is not over cannot be deleted.');
  request.network.calls.delete(call.sid);
  return NO_CONTENT;
}

function listCalls({ network, path, raw, parameters }: RestRequest): RestAnswer {
  const equals = (name: string, value: string | null): boolean => parameters.text(name) === null || parameters.text(name) === value;
  for (const name of ['To', 'From']) {
    const address = parameters.text(name);
    if (address !== null && address.startsWith('+') && !isE164(address)) throw badRequest(20_001, `Invalid ${name}: ${address}`);
  }
  const found = [...network.calls.values()].toReversed().filter(
    (call) =>
      equals('To', call.to) && equals('From', call.from) && equals('Status', call.status) && equals('ParentCallSid', call.parentCallSid) &&
      passesDate(parameters, 'StartTime', call.startedAt) && passesDate(parameters, 'EndTime', call.endedAt),
  );
  return ok(page('calls', path, raw, parameters, found, (call) => callShape(network, call)));
}
