import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request on its way from Ringback to the telephone network. */
export interface Passing {
  readonly method: string;
  readonly path: string;
  readonly form: URLSearchParams;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A request, or its answer, that waits at the gate until the test lets it go or breaks its connection. */
export interface Held {
  letGo(): void;
  lose(): void;
}

/** Stands between Ringback and the telephone network. Everything passes, unless a test has something else in mind. */
export interface Gate {
  readonly url: string;
  /** Every request that came here, oldest first. */
  readonly passed: readonly Passing[];
  /** Stops the next such request before the network has seen it; resolves once it is here. */
  holdRequest(wanted: (request: Passing) => boolean): Promise<Held>;
  /** Stops the answer to the next such request, which the network has then acted on; resolves once it is here. */
  holdAnswer(wanted: (request: Passing) => boolean): Promise<Held>;
  /** Sends the next such request twice, as a careless proxy may; Ringback gets the second answer. */
  sendTwice(wanted: (request: Passing) => boolean): void;
  /** Lets everything go, and has nothing in mind any more. */
  clear(): void;
  close(): void;
}

/** What becomes of one request; null: its connection breaks. */
type Treatment = (forward: () => Promise<Answer>) => Promise<Answer | null>;

/** Opens a gate to the network at this origin. */
export async function openGate(network: string): Promise<Gate> {
  const passed: Passing[] = [];
  const treatments = new Map<(request: Passing) => boolean, Treatment>();
  const waiting = new Set<Held>();
  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const passing = { method: request.method ?? '', path: request.url ?? '', form: new URLSearchParams(body) };
    passed.push(passing);
    const wanted = [...treatments.keys()].find((wants) => wants(passing));
    const treat = wanted && treatments.get(wanted);
    if (wanted) treatments.delete(wanted);
    const forward = () => send(network, request, body);
    const answer = await (treat ? treat(forward) : forward()).catch(() => null);
    if (answer === null) response.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    holdRequest: (wanted) => hold(waiting, (wait) => treatments.set(wanted, async (forward) => ((await wait()) ? forward() : null))),
    holdAnswer: (wanted) =>
      hold(waiting, (wait) =>
        treatments.set(wanted, async (forward) => {
          const answer = await forward();
          return (await wait()) ? answer : null;
        }),
      ),
    sendTwice: (wanted) =>
      void treatments.set(wanted, async (forward) => {
        await forward();
        return forward();
      }),
    clear() {
      treatments.clear();
      for (const held of waiting) held.letGo();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** `wait` is called once something is here, and resolves to whether it may go on. */
function hold(waiting: Set<Held>, arrange: (wait: () => Promise<boolean>) => void): Promise<Held> {
  return new Promise((arrived) => {
    arrange(async () => {
      let held: Held | null = null;
      const mayGoOn = await new Promise<boolean>((decide) => {
        held = { letGo: () => decide(true), lose: () => decide(false) };
        waiting.add(held);
        arrived(held);
      });
      if (held) waiting.delete(held);
      return mayGoOn;
    });
  });
}

async function send(network: string, { method, url, headers }: IncomingMessage, body: string): Promise<Answer> {
  const { authorization = '', 'content-type': contentType = '' } = headers;
  const answer = await fetch(network + url, { method, headers: { authorization, 'content-type': contentType }, ...(body && { body }) });
  return { status: answer.status, body: await answer.text() };
}

/** Asking for a leg of that role; every such request is meant to ring a telephone. */
export function asksFor(role: 'agent' | 'customer', callbackId?: string) {
  return ({ method, path, form }: Passing): boolean =>
    method === 'POST' &&
    path.endsWith('/Participants.json') &&
    (form.get('Label') ?? '').startsWith(role) &&
    (callbackId === undefined || (form.get('StatusCallback') ?? '').includes(callbackId));
}

/** Asking for a call to stop before it is answered. */
export function cancelsACall({ method, path, form }: Passing): boolean {
  return method === 'POST' && /\/Calls\/CA[0-9a-f]{32}\.json$/.test(path) && form.get('Status') === 'canceled';
}

/** Asking for a party to be taken out of a conference. */
export function removesAParty(callSid: string) {
  return ({ method, path }: Passing): boolean => method === 'DELETE' && path.endsWith(`/Participants/${callSid}.json`);
}

/** Asking who sits in a conference, as the sweep does. */
export function asksForParties({ method, path }: Passing): boolean {
  return method === 'GET' && /\/Conferences\/CF[0-9a-f]{32}\/Participants\.json/.test(path);
}
