import { isE164 } from '../formats.ts';
import type { Call, StatusCallback } from '../network/call.ts';
import { CALL_EVENTS } from '../network/call.ts';
import { callDurationS } from '../callbacks/call-parameters.ts';
import { endCall, liveCall } from '../network/calls.ts';
import { placeDialLeg } from '../network/legs.ts';
import { alert } from '../network/network.ts';
import { playDocument } from './background.ts';
import { TwimlError } from './document.ts';
import type { TwimlElement } from './document.ts';
import { hookIn } from './fetch.ts';
import { dialConference } from './dial-conference.ts';
import { actionStep } from './script.ts';
import type { Script, Step } from './script.ts';

/** `<Dial>`: a conference, or one telephone that is bridged to the call. Source: https://www.twilio.com/docs/voice/twiml/dial */
export async function dial(script: Script, verb: TwimlElement): Promise<Step> {
  const conference = verb.children.find((child) => child.name === 'Conference');
  if (conference !== undefined) return dialConference(script, verb, conference);
  const noun = verb.children.find((child) => ['Number', 'Client', 'Sip'].includes(child.name));
  const to = destination(noun, verb);
  const from = verb.attributes['callerId'] ?? script.call.from;
  const problem = dialProblem(script, to, from);
  if (problem !== null) {
    alert(script.network, 'error', problem.code, problem.message, script.call.sid);
    return actionStep(script, verb, { DialCallStatus: 'failed' });
  }
  return bridge(script, verb, noun ?? verb, to, from);
}

function destination(noun: TwimlElement | undefined, verb: TwimlElement): string {
  if (noun === undefined) return verb.text;
  if (noun.name !== 'Client') return noun.text;
  const identity = noun.children.find((child) => child.name === 'Identity');
  return `client:${identity?.text ?? noun.text}`;
}

function dialProblem({ network, call }: Script, to: string, from: string): TwimlError | null {
  if (!/^(client|sip):/.test(to) && !isE164(to)) return new TwimlError(13_224, 'Dial: Twilio does not support calling this number or the number is invalid');
  const known = from === call.from || from === call.to || network.numbers.has(from);
  return known ? null : new TwimlError(13_214, 'Dial: Invalid callerId value');
}

async function bridge(script: Script, verb: TwimlElement, noun: TwimlElement, to: string, from: string): Promise<Step> {
  const { network, call, signal } = script;
  const child = placeDialLeg(
    network,
    {
      from, to, parentCallSid: call.sid, timeoutS: Number(verb.attributes['timeout'] ?? 30),
      statusCallback: nounCallback(script, noun),
      ...(verb.attributes['timeLimit'] === undefined ? {} : { timeLimitS: Number(verb.attributes['timeLimit']) }),
    },
    (answered) => void whisper(script, noun, answered),
  );
  const hangUpChild = (): void => endCall(network, child, child.answeredAt === null ? 'canceled' : 'completed', 'network');
  signal.addEventListener('abort', hangUpChild, { once: true });
  await ended(script, child);
  signal.removeEventListener('abort', hangUpChild);
  signal.throwIfAborted();
  return actionStep(script, verb, {
    DialCallSid: child.sid,
    DialCallStatus: child.status,
    DialBridged: String(child.answeredAt !== null),
    ...(child.answeredAt === null ? {} : { DialCallDuration: String(callDurationS(child, network.timings.secondMs)) }),
  });
}

/** What the called person hears before the bridge. A document that fails ends that person's call. */
async function whisper(script: Script, noun: TwimlElement, child: Call): Promise<void> {
  const { url, method } = noun.attributes;
  const live = liveCall(script.network, child);
  if (url === undefined || live === null) return;
  try {
    await playDocument(script.network, child, hookIn(script.document, url, method), live.over.signal);
  } catch (error) {
    if (error instanceof TwimlError) alert(script.network, 'error', error.code, error.message, child.sid);
    else if (!live.over.signal.aborted) throw error;
    endCall(script.network, child, 'completed', 'network');
  }
}

function ended(script: Script, child: Call): Promise<void> {
  return new Promise((resolve) => {
    const live = liveCall(script.network, child);
    if (live === null) resolve();
    else live.onEnd.push(() => resolve());
  });
}

/** The status callback of a `<Number>`, `<Client>` or `<Sip>`: `completed` unless it says otherwise. */
function nounCallback(script: Script, noun: TwimlElement): StatusCallback | null {
  const { statusCallback, statusCallbackMethod, statusCallbackEvent } = noun.attributes;
  if (statusCallback === undefined) return null;
  const names = (statusCallbackEvent ?? 'completed').split(' ');
  return { ...hookIn(script.document, statusCallback, statusCallbackMethod), events: CALL_EVENTS.filter((name) => names.includes(name)) };
}
