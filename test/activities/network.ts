import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import type { ActivityDependencies } from '../../activities/index.ts';
import { placeLeg } from '../../activities/place-leg.ts';
import type { LegRole } from '../../domain/leg.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import { requestCallback } from '../../store/callback/intake.ts';
import type { Store } from '../../store/open.ts';
import type { LegRow } from '../../store/tables.ts';
import { createTwilioTelephony } from '../../telephony/twilio/index.ts';
import { appOf, givenRoute, ROUTE_NUMBER, twilioAccount } from '../api/webhooks/support.ts';
import { openStore } from '../database.ts';

/*
 * Activities on real parts: our store and webhooks, the twilio client, and the sandbox's network between them.
 */

const TOKEN = 'sandbox token';

/** What the network has heard of a call. */
export interface CallView {
  readonly sid: string;
  readonly status: string;
  readonly transcript: readonly { readonly kind: string; readonly text: string; readonly language: string | null }[];
}

interface Entry {
  readonly kind: 'request' | 'callback' | 'alert';
  readonly method: string;
  readonly path?: string;
  readonly parameters: Record<string, string>;
  readonly status: number | null;
  readonly warnings?: readonly string[];
}

/** A conversation of an agent and a customer. */
export interface Talk {
  readonly callbackId: string;
  readonly attempt: number;
  readonly agent: string;
  readonly customer: string;
}

export interface Network {
  readonly store: Store;
  readonly sandbox: Sandbox;
  readonly dependencies: ActivityDependencies;
  /** While it is true, webhooks are answered and nothing is taken in. */
  isDeaf: boolean;
  control<T>(method: string, path: string, body?: object): Promise<T>;
  /** An agent who is rung there. */
  agent(id: string, endpoint: string): Promise<string>;
  /** Rings somebody in the callback's first attempt, and answers the leg's label. */
  ring(callbackId: string, leg: { role: LegRole; n: number; agentId?: string; targetId?: string; takesTheCall?: boolean }): Promise<string>;
  /** Agent and customer talk. */
  talk(more?: { endpoint?: string; language?: string | null }): Promise<Talk>;
  leg(callbackId: string, label: string): Promise<LegRow>;
  /** Waits until the leg is as wanted. */
  when(callbackId: string, label: string, wanted: (leg: LegRow) => unknown): Promise<LegRow>;
  call(callbackId: string, label: string): Promise<CallView>;
  /** REST requests so far that changed something under a path that ends so. */
  requests(ending: string): Promise<Entry[]>;
  /** What Twilio would have complained of, aloud or in silence. */
  complaints(): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Asks until there is an answer, for 30 s. */
export async function until<T>(what: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await what();
    if (found) return found;
    if (Date.now() > deadline) throw new Error('it did not happen within 30 s');
    await pause(10);
  }
}

export async function openNetwork(): Promise<Network> {
  const store = await openStore();
  await store.db.updateTable('telephone_account').set({ calls_per_second: 1000 }).execute();
  await givenRoute(store, { machineDetection: false });
  const timings = { connectMs: 5, ringMs: 10, talkMs: 200, greetingMs: 60, detectionMs: 20, characterMs: 0, secondMs: 100 };
  const sandbox = await startSandbox({ authToken: TOKEN, callsPerSecond: 1000, timings });
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
  const telephony = createTwilioTelephony({ accountSid: sandbox.accountSid, authToken: TOKEN, baseUrl: sandbox.url, publicUrl, log });
  const app = appOf({ store, telephony, config: { publicUrl, numberHashKey: Buffer.alloc(32), twilio: twilioAccount(TOKEN) } });
  server.on('request', (request, response) => (network.isDeaf ? response.writeHead(204).end() : app(request, response)));
  sandbox.addNumber(ROUTE_NUMBER);
  const callbacks = { start: async () => undefined, update: unasked, signal: unasked, standing: unasked };
  let customers = 0;

  const network: Network = {
    store,
    sandbox,
    dependencies: { store, telephony, mail: null, callbacks, plans: { start: unasked }, log },
    isDeaf: false,
    async control<T>(method: string, path: string, body?: object) {
      const init = { method, ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) };
      const response = await fetch(`${sandbox.url}/sandbox${path}`, init);
      return (response.status === 204 ? null : await response.json()) as T;
    },
    async agent(id, endpoint) {
      await saveAgent(store.db, { id, name: id, endpoint, languages: ['en'], mayPhone: true, routeIds: ['support'] });
      return id;
    },
    async ring(callbackId, { role, n, agentId = null, targetId = null, takesTheCall = false }) {
      const label = `${role}-1-${n}`;
      const row = { callback_id: callbackId, label, attempt: 1, role, agent_id: agentId, target_id: targetId, state: 'intended' } as const;
      await store.db.insertInto('leg').values({ ...row, deadline_at: new Date(Date.now() + 60_000) }).execute();
      const placed = await placeLeg(network.dependencies, { callbackId, label, takesTheCall });
      if (placed.result !== 'placed') throw new Error(JSON.stringify(placed));
      return label;
    },
    async talk({ endpoint = 'client:aoki', language = null } = {}) {
      customers += 1;
      const number = `+8190123${String(customers).padStart(3, '0')}00`;
      const { id } = await requestCallback(store.db, {
        routeId: 'support', number, numberHash: `hash of ${number}`, name: '', language, timeZone: null, kind: 'asap', origin: 'ivr', channel: 'voice',
        desiredAt: null, windowEndsAt: null, collected: {}, requestKey: null, actor: { type: 'customer' },
      });
      const agentId = await network.agent(`agent-${customers}`, endpoint);
      await store.db.insertInto('attempt').values({ callback_id: id, attempt: 1, agent_id: agentId }).execute();
      await store.db.updateTable('callback').set({ status: 'connected', attempt: 1, agent_id: agentId }).where('id', '=', id).execute();
      const agent = await network.ring(id, { role: 'agent', n: 1, agentId });
      await network.when(id, agent, ({ joined_at }) => joined_at);
      const customer = await network.ring(id, { role: 'customer', n: 1 });
      await network.when(id, customer, ({ joined_at }) => joined_at);
      return { callbackId: id, attempt: 1, agent, customer };
    },
    leg: (callbackId, label) =>
      store.db.selectFrom('leg').selectAll().where('callback_id', '=', callbackId).where('label', '=', label).executeTakeFirstOrThrow(),
    when: (callbackId, label, wanted) =>
      until(async () => {
        const leg = await network.leg(callbackId, label);
        return wanted(leg) ? leg : null;
      }),
    call: async (callbackId, label) => network.control('GET', `/calls/${(await network.leg(callbackId, label)).call_sid}`),
    async requests(ending) {
      const { entries } = await network.control<{ entries: Entry[] }>('GET', '/journal?kind=request');
      return entries.filter(({ method, path }) => method !== 'GET' && path?.endsWith(ending));
    },
    async complaints() {
      const { entries } = await network.control<{ entries: Entry[] }>('GET', '/journal');
      const isRefused = (status: number | null) => typeof status !== 'number' || status >= 300;
      return entries.filter(({ kind, warnings = [], status }) => kind === 'alert' || warnings.length > 0 || isRefused(status));
    },
    async close() {
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
      await sandbox.stop();
      await store.close();
    },
  };
  return network;
}

/** Workflows are asked nothing here. */
async function unasked(): Promise<never> {
  throw new Error('nobody was to be asked');
}
