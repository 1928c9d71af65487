import { liveCall, touch, transcribe } from '../network/calls.ts';
import { seconds } from '../network/network.ts';
import type { PersonInput } from '../network/network.ts';
import { finishRecording, RECORDING_EVENTS, recordingUrl, startRecording } from '../network/recording.ts';
import type { Recording } from '../network/recording.ts';
import type { TwimlElement } from './document.ts';
import { hookIn } from './fetch.ts';
import type { Script, Step } from './script.ts';

/** `<Record>`, thinly: ends on a key, on silence after the person spoke, or at its greatest length. */
export async function record(script: Script, verb: TwimlElement): Promise<Step> {
  const { network, call } = script;
  const { attributes } = verb;
  if (attributes['playBeep'] !== 'false') transcribe(network, call, { who: 'network', kind: 'beep', text: '', language: null });
  const finishOnKey = attributes['finishOnKey'] ?? '1234567890*#';
  const callback = recordingCallback(script, verb);
  const recording = startRecording(network, call, { channels: 1, track: 'inbound', source: 'RecordVerb', callback });
  call.waitingFor = { verb: 'record', input: ['speech', 'dtmf'], numDigits: null, finishOnKey, language: null, hints: null };
  touch(network, call);
  const digits = await untilDone(script, finishOnKey, Number(attributes['timeout'] ?? 5), Number(attributes['maxLength'] ?? 3600));
  call.waitingFor = null;
  finishRecording(network, recording);
  const hook = attributes['action'] === undefined ? script.document.hook : hookIn(script.document, attributes['action'], attributes['method']);
  return hook === null ? 'continue' : { hook, parameters: recordParameters(script, recording, digits) };
}

function recordParameters(script: Script, recording: Recording, digits: string): Record<string, string> {
  return {
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(script.network, recording),
    RecordingDuration: String(recording.durationS),
    Digits: digits,
  };
}

function recordingCallback(script: Script, { attributes }: TwimlElement): Recording['callback'] {
  const url = attributes['recordingStatusCallback'];
  if (url === undefined) return null;
  const names = (attributes['recordingStatusCallbackEvent'] ?? 'completed').split(' ');
  return {
    ...hookIn(script.document, url, attributes['recordingStatusCallbackMethod']),
    events: RECORDING_EVENTS.filter((event) => names.includes(event)),
  };
}

/** Resolves with the key that ended it; empty when silence or length did. */
function untilDone(script: Script, finishOnKey: string, silenceS: number, mostS: number): Promise<string> {
  const { network, signal } = script;
  const live = liveCall(network, script.call);
  let silence: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  return new Promise<string>((resolve, reject) => {
    const restart = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => resolve(''), seconds(network, silenceS));
    };
    limit = setTimeout(() => resolve(''), seconds(network, mostS));
    restart();
    const onInput = (input: PersonInput): void => {
      restart();
      const key = input.kind === 'digits' ? Array.from(input.text).find((each) => finishOnKey.includes(each)) : undefined;
      if (key !== undefined) resolve(key);
    };
    if (live !== null) live.onInput = onInput;
    signal.addEventListener('abort', () => reject(new Error('The script was aborted.')), { once: true });
  }).finally(() => {
    clearTimeout(silence);
    clearTimeout(limit);
    if (live !== null) live.onInput = null;
  });
}
