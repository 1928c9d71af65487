import type { Call } from '../network/call.ts';
import type { Network } from '../network/network.ts';
import { finishRecording, RECORDING_EVENTS, startRecording } from '../network/recording.ts';
import type { Recording } from '../network/recording.ts';
import { boolean, date, events, method, oneOf, url } from './checks.ts';
import type { Rules } from './checks.ts';
import { badRequest, notFound } from './errors.ts';
import { dateFilters, page, PAGING, passesDate } from './paging.ts';
import type { Parameters } from './parameters.ts';
import { created, ok } from './route.ts';
import type { RestAnswer, RestRequest, RestRoute } from './route.ts';
import { accountRecordingShape, recordingShape } from './shapes.ts';

/** Parameters about a recording; a participant's conference has its own, with `prefix`. */
export const recordingRules = (prefix: '' | 'Conference'): Rules => ({
  [`${prefix}RecordingStatusCallback`]: url(21_205),
  [`${prefix}RecordingStatusCallbackMethod`]: method,
  [`${prefix}RecordingStatusCallbackEvent`]: events(['started', 'paused', 'resumed', 'stopped', 'failed', ...RECORDING_EVENTS], true),
  ...(prefix === '' ? { RecordingChannels: oneOf(['mono', 'dual']), RecordingTrack: oneOf(['inbound', 'outbound', 'both']), Trim: TRIM } : {}),
});

const TRIM = oneOf(['trim-silence', 'do-not-trim']);
const UPDATE_RULES: Rules = { Status: oneOf(['in-progress', 'paused', 'stopped']), PauseBehavior: oneOf(['skip', 'silence']) };

/** Source: https://www.twilio.com/docs/voice/api/recording */
export const recordingRoutes: readonly RestRoute[] = [
  { method: 'post', path: '/Calls/:call/Recordings.json', rules: recordingRules(''), handle: createRecording },
  { method: 'get', path: '/Calls/:call/Recordings.json', rules: { ...dateFilters('DateCreated', date), ...PAGING }, handle: listRecordings },
  { method: 'get', path: '/Calls/:call/Recordings/:recording.json', rules: {}, handle: (request) => ok(recordingShape(request.network, recordingIn(request))) },
  { method: 'get', path: '/Recordings/:recording.json', rules: { IncludeSoftDeleted: boolean }, handle: fetchRecording },
  { method: 'post', path: '/Calls/:call/Recordings/:recording.json', rules: UPDATE_RULES, handle: updateRecording },
];

/** Starts the recording that a call asked for when it was made. */
export const startRecordingFromCreate = (network: Network, call: Call, parameters: Parameters): Recording =>
  startRecording(network, call, { ...recordingOptions(parameters), source: 'OutboundAPI' });

function recordingOptions(parameters: Parameters): Pick<Recording, 'channels' | 'track' | 'callback'> {
  const hookUrl = parameters.text('RecordingStatusCallback');
  const names: readonly string[] = parameters.list('RecordingStatusCallbackEvent') ?? ['completed'];
  const subscribed = RECORDING_EVENTS.filter((event) => names.includes(event));
  return {
    channels: parameters.text('RecordingChannels') === 'dual' ? 2 : 1,
    track: parameters.text('RecordingTrack') ?? 'both',
    callback: hookUrl === null ? null : { url: hookUrl, method: parameters.method('RecordingStatusCallbackMethod'), events: subscribed },
  };
}

function callOf({ network, names, path }: RestRequest): Call {
  const call = network.calls.get(names['call'] ?? '');
  if (call === undefined) throw notFound(path);
  return call;
}

function createRecording(request: RestRequest): RestAnswer {
  const { network, parameters } = request;
  const call = callOf(request);
  if (call.status !== 'in-progress') throw badRequest(21_220, 'Requested resource is not eligible for recording');
  const recording = startRecording(network, call, { ...recordingOptions(parameters), source: 'StartCallRecordingAPI' });
  return created(recordingShape(network, recording));
}

/** The recording that the path names; `Twilio.CURRENT` is the one that runs. Throws 20404. */
function recordingIn(request: RestRequest): Recording {
  const { network, names, path } = request;
  const call = callOf(request);
  const own = [...network.recordings.values()].filter((recording) => recording.callSid === call.sid);
  const found =
    names['recording'] === 'Twilio.CURRENT'
      ? own.findLast((recording) => recording.durationS === null)
      : own.find((recording) => recording.sid === names['recording']);
  if (found === undefined) throw notFound(path);
  return found;
}

function fetchRecording({ network, names, path }: RestRequest): RestAnswer {
  const recording = network.recordings.get(names['recording'] ?? '');
  if (recording === undefined) throw notFound(path);
  return ok(accountRecordingShape(network, recording));
}

function updateRecording(request: RestRequest): RestAnswer {
  const { network, parameters } = request;
  const recording = recordingIn(request);
  const status = parameters.text('Status');
  if (status === null) throw badRequest(20_001, 'Status is required.');
  if (recording.durationS !== null) throw badRequest(21_220, 'The recording is over and cannot be changed.');
  if (status === 'stopped') finishRecording(network, recording);
  else recording.status = status === 'paused' ? 'paused' : 'in-progress';
  recording.updatedAt = Date.now();
  // The answer says what was asked for; whoever reads it later finds what has become of it.
  return ok({ ...recordingShape(network, recording), ...(status === 'stopped' && { status }) });
}

function listRecordings(request: RestRequest): RestAnswer {
  const { network, path, raw, parameters } = request;
  const call = callOf(request);
  const found = [...network.recordings.values()].toReversed().filter(
    (recording) => recording.callSid === call.sid && passesDate(parameters, 'DateCreated', recording.startedAt),
  );
  return ok(page('recordings', path, raw, parameters, found, (recording) => recordingShape(network, recording)));
}
