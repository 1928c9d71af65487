import { setTimeout as sleep } from 'node:timers/promises';
import type { Hook } from '../callbacks/deliver.ts';
import type { Call } from '../network/call.ts';
import { transcribe } from '../network/calls.ts';
import { alert, seconds } from '../network/network.ts';
import type { Network } from '../network/network.ts';
import { TwimlError } from './document.ts';
import { fetchTwiml, hookIn } from './fetch.ts';
import { speak } from './speak.ts';

const ALLOWED = new Set(['Say', 'Play', 'Pause', 'Redirect']);

/**
 * Plays what a waitUrl, holdUrl or announceUrl says: Say, Play, Pause and Redirect only (13238). Throws `TwimlError`.
 * Source: https://www.twilio.com/docs/api/errors/13238
 */
export async function playDocument(network: Network, call: Call, hook: Hook, signal: AbortSignal): Promise<void> {
  let next: Hook | null = hook;
  while (next !== null) {
    const document = await fetchTwiml(network, call, next, {});
    signal.throwIfAborted();
    if (document.verbs.some((verb) => !ALLOWED.has(verb.name))) {
      throw new TwimlError(13_238, 'Dial->Conference: Invalid Verb used in waitUrl, holdUrl, or announceUrl TwiML');
    }
    next = null;
    for (const verb of document.verbs) {
      if (verb.name === 'Redirect') {
        next = hookIn(document, verb.text, verb.attributes['method']);
        break;
      }
      await speak(network, call, verb, signal);
    }
  }
}

/** Plays a document again and again until the signal aborts: music while waiting or on hold. A document that fails is silence. */
export async function playOverAndOver(network: Network, call: Call, hook: Hook, signal: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await playDocument(network, call, hook, signal);
      await sleep(seconds(network, 1), undefined, { signal });
    }
  } catch (error) {
    if (error instanceof TwimlError) alert(network, 'error', error.code, error.message, call.sid, hook.url);
    else if (!signal.aborted) throw error;
  }
}

/** Notes that the person hears Twilio's own music. */
export const playMusic = (network: Network, call: Call): void =>
  transcribe(network, call, { who: 'network', kind: 'music', text: 'Hold music', language: null });
