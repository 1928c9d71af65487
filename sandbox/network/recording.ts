import { newSid, rfc2822 } from '../formats.ts';
import type { Hook } from '../callbacks/deliver.ts';
import type { Call } from './call.ts';
import { liveCall } from './calls.ts';
import type { Network } from './network.ts';

export type RecordingStatus = 'in-progress' | 'paused' | 'completed' | 'absent';
export type RecordingEvent = 'in-progress' | 'completed' | 'absent';
/** Events that a recording's status callback is told of. */
export const RECORDING_EVENTS: readonly RecordingEvent[] = ['in-progress', 'completed', 'absent'];

export interface Recording {
  readonly sid: string;
  readonly callSid: string;
  readonly channels: 1 | 2;
  readonly track: string;
  readonly source: 'StartCallRecordingAPI' | 'RecordVerb' | 'OutboundAPI' | 'DialVerb';
  readonly startedAt: number;
  readonly callback: (Hook & { readonly events: readonly RecordingEvent[] }) | null;
  updatedAt: number;
  status: RecordingStatus;
  durationS: number | null;
}

/** Starts recording a call; the recording is completed when it is stopped or the call ends. */
export function startRecording(
  network: Network,
  call: Call,
  options: Pick<Recording, 'channels' | 'track' | 'source' | 'callback'>,
): Recording {
  const now = Date.now();
  const recording: Recording = {
    ...options, sid: newSid('RE'), callSid: call.sid, startedAt: now, updatedAt: now, status: 'in-progress', durationS: null,
  };
  network.recordings.set(recording.sid, recording);
  recordingEvent(network, recording, 'in-progress');
  liveCall(network, call)?.onEnd.push(() => finishRecording(network, recording));
  return recording;
}

/** Ends a recording. Its file is ready at once. */
export function finishRecording(network: Network, recording: Recording): void {
  if (recording.durationS !== null) return;
  recording.updatedAt = Date.now();
  recording.durationS = Math.round((Date.now() - recording.startedAt) / network.timings.secondMs);
  recording.status = 'completed';
  recordingEvent(network, recording, 'completed');
}

/** The address at which the recording would be found. */
export const recordingUrl = (network: Network, recording: Recording): string =>
  `https://api.twilio.com/2010-04-01/Accounts/${network.account.accountSid}/Recordings/${recording.sid}`;

function recordingEvent(network: Network, recording: Recording, event: RecordingEvent): void {
  const { callback: hook } = recording;
  if (hook === null || !hook.events.includes(event)) return;
  const parameters: Record<string, string> = {
    AccountSid: network.account.accountSid,
    CallSid: recording.callSid,
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(network, recording),
    RecordingStatus: event,
    RecordingChannels: String(recording.channels),
    RecordingTrack: recording.track,
    RecordingSource: recording.source,
    RecordingStartTime: rfc2822(recording.startedAt),
    ErrorCode: '0',
  };
  if (recording.durationS !== null) parameters['RecordingDuration'] = String(recording.durationS);
  network.queues.add(recording.sid, () => network.sender.post({ hook, parameters, sid: recording.sid }));
}
