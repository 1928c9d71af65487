import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../network/call.ts';
import { transcribe } from '../network/calls.ts';
import { alert, seconds } from '../network/network.ts';
import type { Network } from '../network/network.ts';
import type { TwimlElement } from './document.ts';

/** Everything said inside a `<Say>`, in order of the document: its own text and that of speech marks. */
export const spokenText = (element: TwimlElement): string =>
  [element.text, ...element.children.map(spokenText)].filter((text) => text !== '').join(' ');

/** Plays a `<Say>`, `<Play>` or `<Pause>` to the person. Resolves when it is over; rejects when the signal aborts. */
export async function speak(network: Network, call: Call, verb: TwimlElement, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (verb.name === 'Pause') {
    await sleep(seconds(network, Number(verb.attributes['length'] ?? 1)), undefined, { signal });
    return;
  }
  const loop = Number(verb.attributes['loop'] ?? 1);
  for (let left = loop; left > 0; left -= 1) await speakOnce(network, call, verb, signal);
  if (loop === 0) await speakForEver(network, call, verb, signal);
}

/** The transcript says once what is heard over and over. */
async function speakForEver(network: Network, call: Call, verb: TwimlElement, signal: AbortSignal): Promise<void> {
  await speakOnce(network, call, verb, signal);
  await new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    signal.throwIfAborted();
  });
}

async function speakOnce(network: Network, call: Call, verb: TwimlElement, signal: AbortSignal): Promise<void> {
  const { characterMs } = network.timings;
  if (verb.name === 'Say') {
    const text = spokenText(verb);
    if (text === '') alert(network, 'warning', 13_520, 'Say: Invalid text', call.sid);
    transcribe(network, call, { who: 'network', kind: 'say', text, language: verb.attributes['language'] ?? 'en-US' });
    await sleep(Math.max(1, text.length * characterMs), undefined, { signal });
    return;
  }
  const { digits } = verb.attributes;
  const kind = digits === undefined ? 'play' : 'digits';
  transcribe(network, call, { who: 'network', kind, text: digits ?? verb.text, language: null });
  await sleep(Math.max(1, digits === undefined ? seconds(network, 2) : digits.length * seconds(network, 0.3)), undefined, { signal });
}
