import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from './call.ts';
import { touch, transcribe } from './calls.ts';
import { seconds } from './network.ts';
import type { Network } from './network.ts';

/**
 * Answering machine detection: finds out who answered and, where the call does not wait for it, posts the result.
 * Source: https://www.twilio.com/docs/voice/answering-machine-detection
 */
export async function detect(network: Network, call: Call, signal: AbortSignal): Promise<void> {
  const { detection } = call;
  if (detection === null) return;
  const { tookMs, answeredBy } = verdict(network, call, detection.mode);
  const limitMs = seconds(network, detection.timeoutS);
  const inTime = tookMs <= limitMs;
  await sleep(Math.min(tookMs, limitMs), undefined, { signal });
  call.answeredBy = inTime ? answeredBy : 'unknown';
  call.detectionMs = Math.min(tookMs, limitMs);
  if (answeredBy === 'machine_end_beep' && inTime) transcribe(network, call, { who: 'person', kind: 'beep', text: '', language: null });
  touch(network, call);
  if (detection.callback === null) return;
  const parameters = {
    AccountSid: network.account.accountSid,
    CallSid: call.sid,
    AnsweredBy: call.answeredBy,
    MachineDetectionDuration: String(Math.round(call.detectionMs)),
  };
  const hook = detection.callback;
  network.queues.add(call.sid, () => network.sender.post({ hook, parameters, sid: call.sid }));
}

function verdict(network: Network, call: Call, mode: 'Enable' | 'DetectMessageEnd'): { tookMs: number; answeredBy: string } {
  const { detectionMs, greetingMs } = network.timings;
  if (call.person !== 'machine') return { tookMs: detectionMs, answeredBy: 'human' };
  return mode === 'Enable'
    ? { tookMs: detectionMs, answeredBy: 'machine_start' }
    : { tookMs: Math.max(detectionMs, greetingMs), answeredBy: 'machine_end_beep' };
}
