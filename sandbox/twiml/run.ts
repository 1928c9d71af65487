import type { Hook } from '../callbacks/deliver.ts';
import type { Call } from '../network/call.ts';
import { hasEnded } from '../network/call.ts';
import { endCall, liveCall, markAnswered, touch, transcribe } from '../network/calls.ts';
import { leaveForTwiml } from '../network/participants.ts';
import { alert, newAbort } from '../network/network.ts';
import type { Network } from '../network/network.ts';
import { dial } from './dial.ts';
import { TwimlError } from './document.ts';
import type { TwimlElement } from './document.ts';
import { enqueue } from './enqueue.ts';
import { fetchTwiml, hookIn, inlineTwiml } from './fetch.ts';
import { gather } from './gather.ts';
import { record } from './record.ts';
import { isKnown } from './schema.ts';
import type { Script, Source, Step } from './script.ts';
import { speak } from './speak.ts';

/** What a call runs, and what it runs instead when that fails. */
export interface Instructions {
  readonly source: Source;
  readonly fallback: Hook | null;
}

/** What Twilio says when a document cannot be had or run. */
const APPLICATION_ERROR = 'We are sorry. An application error has occurred. Goodbye.';

/** Runs TwiML on a call until it is over, then hangs up. Never throws. */
export async function runTwiml(network: Network, call: Call, { source, fallback }: Instructions): Promise<void> {
  const live = liveCall(network, call);
  if (live === null) return;
  const { signal } = live.script;
  try {
    await runToTheEnd(network, call, source, signal);
    if (!hasEnded(call)) hangUp(network, call);
  } catch (error) {
    if (signal.aborted) return;
    const { code, message } = error instanceof TwimlError ? error : new TwimlError(12_400, `Internal failure: ${String(error)}`);
    const url = 'hook' in source ? source.hook.url : null;
    alert(network, 'error', code, message, call.sid, url);
    if (fallback === null) return applicationError(network, call);
    const parameters = { ErrorCode: String(code), ErrorUrl: url ?? '' };
    await runTwiml(network, call, { source: { hook: fallback, parameters }, fallback: null });
  }
}

/** Takes the call out of whatever it does (its conference hears of it) and has it run other TwiML. */
export function redirectCall(network: Network, call: Call, instructions: Instructions): void {
  const live = liveCall(network, call);
  if (live === null) return;
  live.script.abort();
  live.script = newAbort();
  call.waitingFor = null;
  leaveForTwiml(network, call);
  touch(network, call);
  void runTwiml(network, call, instructions);
}

function applicationError(network: Network, call: Call): void {
  transcribe(network, call, { who: 'network', kind: 'say', text: APPLICATION_ERROR, language: 'en-US' });
  hangUp(network, call);
}

function hangUp(network: Network, call: Call): void {
  if (call.answeredAt === null) markAnswered(network, call);
  endCall(network, call, 'completed', 'network');
}

async function runToTheEnd(network: Network, call: Call, source: Source, signal: AbortSignal): Promise<void> {
  for (let step: Step = source; typeof step === 'object'; ) {
    step = await runDocument(network, call, step, signal);
  }
}

async function runDocument(network: Network, call: Call, source: Source, signal: AbortSignal): Promise<Step> {
  const document = 'twiml' in source ? inlineTwiml(network, call, source.twiml) : await fetchTwiml(network, call, source.hook, source.parameters);
  signal.throwIfAborted();
  const script: Script = { network, call, document, signal, run: (next) => runDocument(network, call, next, signal) };
  for (const verb of document.verbs.filter(({ name }) => isKnown(name))) {
    answerFor(network, call, verb);
    const step = await runVerb(script, verb);
    signal.throwIfAborted();
    if (step !== 'continue') return step;
  }
  return 'continue';
}

/** Everything but `<Reject>`, and `<Pause>` before it, picks an incoming call up. */
function answerFor(network: Network, call: Call, verb: TwimlElement): void {
  if (call.answeredAt === null && verb.name !== 'Reject' && verb.name !== 'Pause') markAnswered(network, call);
}

async function runVerb(script: Script, verb: TwimlElement): Promise<Step> {
  const { network, call, signal } = script;
  switch (verb.name) {
    case 'Say': case 'Play': case 'Pause':
      await speak(network, call, verb, signal);
      return 'continue';
    case 'Gather': return gather(script, verb);
    case 'Dial': return dial(script, verb);
    case 'Enqueue': return enqueue(script, verb);
    case 'Record': return record(script, verb);
    case 'Redirect': return { hook: hookIn(script.document, verb.text, verb.attributes['method']), parameters: {} };
    case 'Leave': return 'leave';
    case 'Hangup': return 'hangup';
    case 'Reject':
      if (call.answeredAt === null) endCall(network, call, verb.attributes['reason'] === 'busy' ? 'busy' : 'no-answer', 'network');
      return 'hangup';
    default: return 'continue';
  }
}
