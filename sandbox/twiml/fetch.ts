import { callParameters } from '../callbacks/call-parameters.ts';
import type { Hook } from '../callbacks/deliver.ts';
import type { Call } from '../network/call.ts';
import { alert } from '../network/network.ts';
import type { Network } from '../network/network.ts';
import { parseTwiml, TwimlError } from './document.ts';
import type { TwimlElement } from './document.ts';
import { schemaWarnings } from './schema.ts';

/** A document ready to run, and the URL that relative URLs in it refer to (null: it came inline and has none). */
export interface TwimlDocument {
  readonly verbs: readonly TwimlElement[];
  readonly hook: Hook | null;
}

const PLAYED = /^(audio\/|application\/octet-stream)/;
const XML = /^(text\/xml|application\/xml|text\/html)/;

/**
 * Requests TwiML with the call's parameters. At most one retry, 15 s in all. Throws `TwimlError` with Twilio's code when it cannot be
 * had or parsed; what Twilio merely ignores is noted as an alert.
 */
export async function fetchTwiml(network: Network, call: Call, hook: Hook, extra: Readonly<Record<string, string>>): Promise<TwimlDocument> {
  const parameters = { ...callParameters(network.account.accountSid, call), ...extra };
  const { answer, code, message } = await network.sender.deliver({ hook, parameters, sid: call.sid, mostRetries: 1 });
  if (answer === null || code !== null) throw new TwimlError(code ?? 11_200, message);
  const url = hook.url.split('#', 1)[0] ?? hook.url;
  if (PLAYED.test(answer.contentType)) return { hook, verbs: [{ name: 'Play', attributes: {}, children: [], text: url }] };
  if (answer.contentType.startsWith('text/plain')) return { hook, verbs: [{ name: 'Say', attributes: {}, children: [], text: answer.body }] };
  if (!XML.test(answer.contentType)) throw new TwimlError(12_300, `Invalid Content-Type: ${answer.contentType || 'none'}`);
  return { hook, verbs: checkedVerbs(network, call, answer.body, url) };
}

/** Parses TwiML that came with a REST request. */
export const inlineTwiml = (network: Network, call: Call, xml: string): TwimlDocument => ({
  hook: null,
  verbs: checkedVerbs(network, call, xml, null),
});

function checkedVerbs(network: Network, call: Call, xml: string, url: string | null): readonly TwimlElement[] {
  const verbs = parseTwiml(xml);
  for (const warning of verbs.flatMap(schemaWarnings)) {
    alert(network, 'warning', 12_200, `Schema validation warning: ${warning}`, call.sid, url);
  }
  return verbs;
}

/** A URL in a document, made absolute. Throws `TwimlError` 11100 where that cannot be done. */
export function hookIn(document: TwimlDocument, url: string, method: string | undefined): Hook {
  try {
    const absolute = document.hook === null ? new URL(url) : new URL(url, document.hook.url.split('#', 1)[0]);
    return { url: absolute.href, method: method?.toUpperCase() === 'GET' ? 'GET' : 'POST' };
  } catch {
    throw new TwimlError(11_100, 'Invalid URL format');
  }
}
