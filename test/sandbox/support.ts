import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import twilio from 'twilio';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { CallView } from '../../sandbox/control/views.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox.ts';

/** The account's number in these tests. */
export const OWN = '+15005550006';
/** People, by the table of sandbox/README.md. */
export const CUSTOMER = '+14155550101';
export const AGENT = '+14155550102';
export const SUPERVISOR = '+14155550103';
export const BUSY = '+14155550110';
export const ABSENT = '+14155550120';
export const MACHINE = '+14155550130';
export const UNREACHABLE = '+14155550140';
export const HURRIED = '+14155550150';
export const REJECTING = '+14155550160';
export const MANUAL = '+14155550190';

/** Everything is quick: a second of Twilio's lasts 20 ms. */
export const QUICK: NonNullable<SandboxOptions['timings']> = {
  connectMs: 5, ringMs: 10, talkMs: 50, greetingMs: 60, machineMs: 2000, detectionMs: 20, characterMs: 0, secondMs: 20, messageMs: 5,
};

export interface Hit {
  readonly path: string;
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly signed: boolean;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

type Reply = string | { readonly status?: number; readonly contentType?: string; readonly body?: string; readonly location?: string };

/** A webhook server: remembers what came, checks signatures with Twilio's own code, and answers what a test says. */
export interface Receiver {
  readonly url: string;
  readonly hits: Hit[];
  /** What a path answers; a list is used up one by one, its last element stays. */
  reply(path: string, ...replies: (Reply | ((hit: Hit) => Reply))[]): void;
  /** Waits for hits that match. */
  until(count: number, matches: (hit: Hit) => boolean): Promise<Hit[]>;
  stop(): Promise<void>;
}

export async function startReceiver(authToken: () => string): Promise<Receiver> {
  const hits: Hit[] = [];
  const replies = new Map<string, (Reply | ((hit: Hit) => Reply))[]>();
  const server: Server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const url = new URL(request.url ?? '', `http://${request.headers.host}`);
      const form = Object.fromEntries(new URLSearchParams(body));
      const signed = twilio.validateRequest(authToken(), String(request.headers['x-twilio-signature']), url.href, form);
      const parameters = { ...Object.fromEntries(url.searchParams), ...form };
      const hit: Hit = { path: url.pathname, method: request.method ?? '', parameters, signed, headers: request.headers };
      hits.push(hit);
      const queue = replies.get(url.pathname) ?? [];
      const next = queue.length > 1 ? queue.shift() : queue[0];
      const reply = typeof next === 'function' ? next(hit) : (next ?? '<Response/>');
      const full = typeof reply === 'string' ? { body: reply } : reply;
      const headers = { 'content-type': full.contentType ?? 'text/xml', ...(full.location === undefined ? {} : { location: full.location }) };
      response.writeHead(full.status ?? 200, headers).end(full.body ?? '');
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    hits,
    reply: (path, ...list) => void replies.set(path, list),
    until: (count, matches) => eventually(() => {
      const found = hits.filter(matches);
      return found.length >= count ? found : undefined;
    }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Polls until the function returns something other than undefined. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, timeoutMs = 10_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`It did not happen within ${timeoutMs} ms.`);
    await sleep(5);
  }
}

/** The official client, pointed at the sandbox. */
export function clientFor(sandbox: Pick<Sandbox, 'url' | 'accountSid' | 'authToken'>, password = sandbox.authToken): twilio.Twilio {
  const httpClient = new twilio.RequestClient();
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (options) => request({ ...options, uri: options.uri.replace('https://api.twilio.com', sandbox.url) });
  return twilio(sandbox.accountSid, password, { httpClient });
}

/** One line of the journal, of whatever kind. */
interface Entry {
  readonly kind: string;
  readonly code: number | null;
  readonly url: string;
  readonly warnings: readonly string[];
}

/** Whatever the control API answers: a call's view, or one of its lists. `http` is the HTTP status. */
export interface ControlAnswer extends CallView {
  readonly http: number;
  readonly entries: readonly Entry[];
  readonly calls: readonly CallView[];
  readonly people: readonly object[];
  readonly overrides: Readonly<Record<string, string>>;
  readonly faults: readonly object[];
}

export interface World {
  readonly sandbox: Sandbox;
  readonly client: twilio.Twilio;
  readonly receiver: Receiver;
  /** Asks the control API. */
  control(method: string, path: string, body?: unknown): Promise<ControlAnswer>;
  /** One raw REST request with the account's credentials. */
  rest(method: string, path: string, form?: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }>;
  stop(): Promise<void>;
}

/** A sandbox with one number, a receiver and a client. */
export async function startWorld(options: SandboxOptions = {}): Promise<World> {
  const sandbox = await startSandbox({ callsPerSecond: 1000, timings: QUICK, ...options });
  const receiver = await startReceiver(() => sandbox.authToken);
  sandbox.addNumber(OWN, { voiceUrl: `${receiver.url}/voice`, fallbackUrl: `${receiver.url}/fallback`, statusCallback: `${receiver.url}/inbound-status` });
  const control = async (method: string, path: string, body?: unknown): Promise<ControlAnswer> => {
    const response = await fetch(`${sandbox.url}/sandbox${path}`, {
      method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = response.status === 204 ? {} : await response.json();
    return { http: response.status, ...(json as Omit<ControlAnswer, 'http'>) };
  };
  const rest = async (method: string, path: string, form?: Record<string, string>) => {
    const response = await fetch(`${sandbox.url}/2010-04-01/Accounts/${sandbox.accountSid}${path}`, {
      method,
      headers: { authorization: `Basic ${Buffer.from(`${sandbox.accountSid}:${sandbox.authToken}`).toString('base64')}` },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    const json: unknown = response.status === 204 ? {} : await response.json();
    return { status: response.status, body: json as Record<string, unknown> };
  };
  const stop = async (): Promise<void> => {
    await sandbox.stop();
    await receiver.stop();
  };
  return { sandbox, client: clientFor(sandbox), receiver, control, rest, stop };
}
