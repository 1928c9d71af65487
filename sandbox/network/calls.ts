import { callParameters, progressParameters } from '../callbacks/call-parameters.ts';
import { newSid } from '../formats.ts';
import type { Call, CallEnd, CallEvent, EndCause, TranscriptLine } from './call.ts';
import { hasEnded } from './call.ts';
import { behaviourOf, changed, newAbort, seconds } from './network.ts';
import type { LiveCall, Network } from './network.ts';

/** What a new call is made of; everything else starts empty. */
export type NewCall = Pick<Call, 'from' | 'to' | 'direction'> &
  Partial<Pick<Call, 'parentCallSid' | 'timeoutS' | 'timeLimitS' | 'detection' | 'sendDigits' | 'statusCallback' | 'phoneNumberSid' | 'person'>>;

/** Four hours, Twilio's longest call without an agreement. */
const LONGEST_CALL_S = 4 * 60 * 60;

/** Makes a call known, in status `queued`. `queueTimeMs` is what the dialler expects. */
export function addCall(network: Network, fields: NewCall, sid: string, queueTimeMs: number): Call {
  const now = Date.now();
  const call: Call = {
    parentCallSid: null, timeoutS: 60, timeLimitS: LONGEST_CALL_S, detection: null, sendDigits: null, statusCallback: null,
    person: behaviourOf(network, fields.to), phoneNumberSid: network.numbers.get(fields.from)?.sid ?? null,
    ...fields,
    sid, queueTimeMs, status: 'queued', createdAt: now, updatedAt: now, startedAt: null, answeredAt: null, endedAt: null,
    answeredBy: null, detectionMs: null, sipResponseCode: null, sequence: 0, transcript: [], waitingFor: null,
  };
  network.calls.set(sid, call);
  network.live.set(sid, { over: newAbort(), script: newAbort(), onEnd: [], onInput: null, decide: null });
  touch(network, call);
  return call;
}

/** A new call's identifier. */
export const newCallSid = (): string => newSid('CA');

/** The live part of a call that is not over. */
export const liveCall = (network: Network, call: Call): LiveCall | null => network.live.get(call.sid) ?? null;

/** Marks the call as changed now. */
export function touch(network: Network, call: Call): void {
  call.updatedAt = Date.now();
  changed(network, 'call', call.sid);
}

/** Adds to what the person heard or did. */
export function transcribe(network: Network, call: Call, line: Omit<TranscriptLine, 'at'>): void {
  call.transcript.push({ at: new Date().toISOString(), ...line });
  touch(network, call);
}

/** Sends the status callback of an event to whoever subscribed to it. Events are numbered in the order they happen. */
export function callEvent(network: Network, call: Call, event: CallEvent): void {
  const hook = call.statusCallback;
  if (hook === null || !hook.events.includes(event)) return;
  const parameters = {
    ...callParameters(network.account.accountSid, call),
    ...progressParameters(call, event, network.timings.secondMs),
  };
  call.sequence += 1;
  changed(network, 'call', call.sid);
  network.queues.add(call.sid, () => network.sender.post({ hook, parameters, sid: call.sid }));
}

/** The call is answered: its status, its event, and the clock of its time limit. */
export function markAnswered(network: Network, call: Call): void {
  call.status = 'in-progress';
  call.answeredAt = Date.now();
  call.sipResponseCode = 200;
  touch(network, call);
  callEvent(network, call, 'answered');
  armTimeLimit(network, call);
}

/** Ends the call when its time limit, counted from the answer, is over. */
export function armTimeLimit(network: Network, call: Call): void {
  const live = liveCall(network, call);
  if (live === null || call.answeredAt === null) return;
  const leftMs = call.answeredAt + seconds(network, call.timeLimitS) - Date.now();
  const timer = setTimeout(() => endCall(network, call, 'completed', 'network'), Math.min(Math.max(leftMs, 0), 2 ** 31 - 1));
  live.over.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** Ends the call. Does nothing when it is over. Its conference hears first, then its status callback. */
export function endCall(network: Network, call: Call, status: CallEnd, cause: EndCause): void {
  const live = liveCall(network, call);
  if (hasEnded(call) || live === null) return;
  network.dialler.remove(call.sid);
  network.live.delete(call.sid);
  call.status = status;
  call.endedAt = Date.now();
  call.waitingFor = null;
  live.script.abort();
  live.over.abort();
  for (const listener of live.onEnd) listener(cause);
  touch(network, call);
  callEvent(network, call, 'completed');
}
