import type { Express } from 'express';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Form } from './support.ts';
import { callSid, CUSTOMER, post, PUBLIC_URL, ROUTE_NUMBER } from './support.ts';

interface Verb {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly text: string;
  readonly children: readonly Verb[];
}

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Gather: ['input', 'action', 'method', 'timeout', 'finishOnKey', 'language', 'numDigits', 'hints', 'speechTimeout'],
  Say: ['language'],
  Pause: ['length'],
  Redirect: ['method'],
  Hangup: [],
};
const LANGUAGES = ['en-US', 'ja-JP', 'ko-KR'];

/** A caller who follows the TwiML as Twilio would, and fails on what Twilio would refuse. */
export class Caller {
  readonly callSid = callSid();
  readonly #app: Express;
  readonly #form: Form;
  /** Everything said in the last answer. */
  said = '';
  hungUp = false;
  /** Every address the caller was sent to. */
  readonly urls: string[] = [];
  #gather: Verb | null = null;
  #redirect: string | null = null;

  constructor(app: Express, form: Form = {}) {
    this.#app = app;
    this.#form = { CallSid: this.callSid, From: CUSTOMER, To: ROUTE_NUMBER, CallStatus: 'in-progress', Direction: 'inbound', ...form };
  }

  dial(): Promise<void> {
    return this.#go('/twilio/voice/incoming', { CallStatus: 'ringing' });
  }

  press(keys: string): Promise<void> {
    const most = Number(this.#gather?.attributes['numDigits'] ?? Infinity);
    if (keys.length > most) throw new Error(`${keys} is more than the ${most} keys that are read`);
    return this.#answer({ Digits: keys, FinishedOnKey: '' });
  }

  say(text: string): Promise<void> {
    if (!this.#gather?.attributes['input']?.includes('speech')) throw new Error('nobody listens');
    return this.#answer({ SpeechResult: text, Confidence: '0.9' });
  }

  /** Says nothing until the gathering is over. */
  wait(): Promise<void> {
    if (!this.#redirect) throw new Error('nothing follows the question');
    return this.#go(this.#redirect, {});
  }

  #answer(input: Form): Promise<void> {
    const action = this.#gather?.attributes['action'];
    if (!action) throw new Error('nothing was asked');
    return this.#go(pathOf(action), input);
  }

  async #go(path: string, input: Form): Promise<void> {
    this.urls.push(path);
    if (this.hungUp) throw new Error('the call is over');
    const response = await post(this.#app, path, { ...this.#form, ...input });
    if (response.status !== 200) throw new Error(`${response.status} ${response.text}`);
    expect(response.type).toBe('text/xml');
    const verbs = readTwiml(response.text);
    this.#gather = verbs.find(({ name }) => name === 'Gather') ?? null;
    this.#redirect = pathOf(verbs.find(({ name }) => name === 'Redirect')?.text ?? '') || null;
    this.urls.push(this.#redirect ?? '', this.#gather?.attributes['action'] ?? '');
    this.hungUp = verbs.some(({ name }) => name === 'Hangup');
    this.said = verbs.flatMap((verb) => [verb, ...verb.children]).filter(({ name }) => name === 'Say').map(({ text }) => text).join(' ');
  }
}

function pathOf(url: string): string {
  if (url !== '' && !url.startsWith(`${PUBLIC_URL}/twilio/`)) throw new Error('a webhook outside the public URL');
  return url.slice(PUBLIC_URL.length);
}

/** Parses TwiML and holds it against Twilio's rules: known verbs and attributes, what may be in a Gather, languages, endings. */
export function readTwiml(xml: string): Verb[] {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false });
  const [, root] = (parser.parse(xml) as Record<string, unknown>[]).map(toVerb);
  expect(root?.name).toBe('Response');
  const verbs = root?.children ?? [];
  for (const verb of verbs) check(verb);
  const end = verbs.findIndex(({ name }) => name === 'Hangup' || name === 'Redirect');
  expect(end).toBe(verbs.length - 1);
  return [...verbs];
}

function check(verb: Verb): void {
  const allowed = ATTRIBUTES[verb.name];
  if (!allowed) throw new Error(`${verb.name} is no verb we use`);
  for (const name of Object.keys(verb.attributes)) expect(allowed).toContain(name);
  if (verb.attributes['language'] !== undefined) expect(LANGUAGES).toContain(verb.attributes['language']);
  if (verb.attributes['method'] !== undefined) expect(verb.attributes['method']).toBe('POST');
  if (verb.name === 'Say') expect(verb.text.length).toBeGreaterThan(0);
  if (verb.name !== 'Gather') return expect(verb.children).toEqual([]);
  expect(['dtmf', 'dtmf speech']).toContain(verb.attributes['input']);
  for (const child of verb.children) {
    expect(['Say', 'Play', 'Pause']).toContain(child.name);
    check(child);
  }
}

function toVerb(node: Record<string, unknown>): Verb {
  const { ':@': attributes = {}, ...element } = node;
  const [[name, content] = ['', []]] = Object.entries(element);
  const parts = content as Record<string, unknown>[];
  const text = parts.map((part) => (typeof part['#text'] === 'string' ? part['#text'] : '')).join('');
  return { name, attributes: attributes as Record<string, string>, text, children: parts.filter((part) => !('#text' in part)).map(toVerb) };
}
