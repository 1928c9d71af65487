import { runTwiml } from '../twiml/run.ts';
import type { Call } from './call.ts';
import { addCall, newCallSid, touch } from './calls.ts';
import type { Network, OwnNumber } from './network.ts';

/** A person dials one of the account's numbers. The caller is whoever drives the control API. */
export function callIn(network: Network, from: string, own: OwnNumber): Call {
  const call = addCall(
    network,
    { from, to: own.number, direction: 'inbound', person: 'manual', statusCallback: own.statusCallback, phoneNumberSid: own.sid },
    newCallSid(),
    0,
  );
  call.status = 'ringing';
  call.startedAt = Date.now();
  touch(network, call);
  if (own.voice !== null) void runTwiml(network, call, { source: { hook: own.voice, parameters: {} }, fallback: own.fallback });
  return call;
}
