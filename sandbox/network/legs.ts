import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from './call.ts';
import { hasEnded } from './call.ts';
import { addCall, callEvent, endCall, liveCall, markAnswered, newCallSid, touch, transcribe } from './calls.ts';
import type { NewCall } from './calls.ts';
import { detect } from './detection.ts';
import { seconds } from './network.ts';
import type { Network } from './network.ts';

/** Twilio lets it ring this much longer than asked. */
const TIMEOUT_BUFFER_S = 5;

/** What happens with a leg once it is answered, and after detection where the call waits for it. Must end when the call does. */
export type WhenAnswered = (call: Call) => void;

/** Makes a leg by REST: it waits for its turn in the account's queue, rings, and is answered or not as the person pleases. */
export function placeApiLeg(network: Network, fields: Omit<NewCall, 'direction'>, whenAnswered: WhenAnswered): Call {
  const sid = newCallSid();
  const start = (): void => {
    const call = network.calls.get(sid);
    if (call !== undefined) void ring(network, call, whenAnswered);
  };
  const queueTimeMs = network.dialler.enqueue(sid, start);
  return addCall(network, { ...fields, direction: 'outbound-api' }, sid, queueTimeMs);
}

/** Makes a leg for `<Dial>`, which no queue holds back. */
export function placeDialLeg(network: Network, fields: Omit<NewCall, 'direction'>, whenAnswered: WhenAnswered): Call {
  const call = addCall(network, { ...fields, direction: 'outbound-dial' }, newCallSid(), 0);
  void ring(network, call, whenAnswered);
  return call;
}

async function ring(network: Network, call: Call, whenAnswered: WhenAnswered): Promise<void> {
  const live = liveCall(network, call);
  if (live === null) return;
  const { signal } = live.over;
  try {
    call.startedAt = Date.now();
    touch(network, call);
    callEvent(network, call, 'initiated');
    await sleep(network.timings.connectMs, undefined, { signal });
    if (!reachesTelephone(network, call)) return;
    call.status = 'ringing';
    touch(network, call);
    callEvent(network, call, 'ringing');
    if (await picksUp(network, call, signal)) await answer(network, call, whenAnswered, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Busy and unreachable numbers never ring. */
function reachesTelephone(network: Network, call: Call): boolean {
  if (call.person === 'busy') refuse(network, call, 'busy', 486);
  if (call.person === 'fails') refuse(network, call, 'failed', 503);
  return !hasEnded(call);
}

function refuse(network: Network, call: Call, status: 'busy' | 'failed' | 'no-answer', sipResponseCode: number): void {
  call.sipResponseCode = sipResponseCode;
  endCall(network, call, status, 'party');
}

async function picksUp(network: Network, call: Call, signal: AbortSignal): Promise<boolean> {
  const ringsForMs = seconds(network, call.timeoutS + TIMEOUT_BUFFER_S);
  const decision = await Promise.race([
    personDecides(network, call, signal),
    sleep(ringsForMs, 'ring_out' as const, { signal }),
  ]);
  if (decision === 'answer') return true;
  if (decision === 'decline') refuse(network, call, 'busy', 603);
  else refuse(network, call, 'no-answer', 487);
  return false;
}

function personDecides(network: Network, call: Call, signal: AbortSignal): Promise<'answer' | 'decline'> {
  if (call.person === 'rings_out') return new Promise(() => undefined);
  if (call.person !== 'manual') {
    return sleep(network.timings.ringMs, call.person === 'rejects' ? 'decline' : 'answer', { signal });
  }
  return new Promise((resolve) => {
    const live = liveCall(network, call);
    if (live !== null) live.decide = resolve;
  });
}

async function answer(network: Network, call: Call, whenAnswered: WhenAnswered, signal: AbortSignal): Promise<void> {
  const live = liveCall(network, call);
  if (live !== null) live.decide = null;
  markAnswered(network, call);
  if (call.sendDigits !== null) transcribe(network, call, { who: 'network', kind: 'digits', text: call.sendDigits, language: null });
  void hangUpInTime(network, call, signal);
  if (call.detection === null) return whenAnswered(call);
  if (call.detection.waits) {
    await detect(network, call, signal);
    return whenAnswered(call);
  }
  whenAnswered(call);
  return detect(network, call, signal);
}

/** A person who is short of time, or a machine whose tape is full, hangs up. */
async function hangUpInTime(network: Network, call: Call, signal: AbortSignal): Promise<void> {
  const { talkMs, greetingMs, machineMs } = network.timings;
  try {
    if (call.person === 'hangs_up') await sleep(talkMs, undefined, { signal });
    else if (call.person === 'machine') await sleep(greetingMs + machineMs, undefined, { signal });
    else return;
    endCall(network, call, 'completed', 'party');
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
