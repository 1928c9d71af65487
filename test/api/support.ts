import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { pino } from 'pino';
import type * as z from 'zod';
import { createApp } from '../../api/app.ts';
import { createAuth } from '../../api/auth/auth.ts';
import { createMachineKey, createUser } from '../../api/auth/users.ts';
import { openApiDocument } from '../../api/openapi/document.ts';
import { OPERATIONS } from '../../api/operations/index.ts';
import { problem } from '../../api/schemas/problem.ts';
import { readConfig } from '../../config/config.ts';
import type { Log } from '../../config/log.ts';
import type { RoutePolicy } from '../../domain/route.ts';
import { PLAIN_ROUTE } from '../../domain/route.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import type { Store } from '../../store/open.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { CallbackClient } from '../../temporal/callbacks.ts';
import type { PlanClient } from '../../temporal/plans.ts';
import { TemporalUnavailable } from '../../temporal/errors.ts';
import type { Telephony } from '../../telephony/port.ts';
import { createTwilioTelephony } from '../../telephony/twilio/index.ts';
import type { Ack } from '../../workflows/messages.ts';
import { openStore } from '../database.ts';

/** The address the app believes to have; nothing listens there. */
export const PUBLIC_URL = 'http://ringback.test';
const PASSWORD = 'correct horse battery';

export const POLICY: RoutePolicy = {
  ...PLAIN_ROUTE,
  timeZone: 'Asia/Tokyo',
  languages: ['ja', 'en'],
  priority: 5,
  callerId: '+81312345678',
  webChannel: 'web',
  hours: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '00:00', to: '24:00' }]])),
  holidayCountry: null,
  closedDates: [],
  leadTimeMs: 3_600_000,
  windowMs: 1_800_000,
  preview: true,
  offerTimeoutMs: 20_000,
  previewTimeoutMs: null,
  missedOfferMakesNotReady: true,
  assigneeAloneMs: null,
  offerBarMs: 60_000,
  afterAttemptMs: 60_000,
  ringTimeoutS: 25,
  machineDetection: true,
  retryDelayMs: { busy: 60_000, no_answer: 60_000, machine: 60_000, failed: 60_000, unknown: 60_000 },
  maximumAttempts: 3,
  expiryMs: 7 * 86_400_000,
  dispositions: [
    { code: 'paid', label: { en: 'Paid', ja: '支払済' }, effect: 'end' },
    { code: 'again', label: { en: 'Call again', ja: '再架電' }, effect: 'retry' },
  ],
  dispositionMandatory: false,
  instructions: 'Confirm the contract number first.',
};

/** Records what is said to workflows, and answers as it is told to. Whole-system tests use the real one. */
export interface Workflows extends CallbackClient {
  readonly said: { readonly name: string; readonly callbackId: string; readonly arg: unknown }[];
  readonly started: string[];
  readonly plans: PlanClient;
  /** The plans that were to be carried out. */
  readonly plansStarted: string[];
  answer: (name: string) => Promise<Ack>;
  onStart: () => Promise<void>;
  isThere: boolean;
}

function recordingWorkflows(): Workflows {
  const workflows: Workflows = {
    said: [],
    started: [],
    plansStarted: [],
    plans: {
      async start(planId) {
        if (!workflows.isThere) throw new TemporalUnavailable(new Error('away'));
        workflows.plansStarted.push(planId);
      },
    },
    answer: async () => ({ version: 7, status: 'dialling' }),
    onStart: async () => undefined,
    isThere: true,
    async start({ callbackId }) {
      workflows.started.push(callbackId);
      await workflows.onStart();
    },
    async update(def, callbackId, arg) {
      workflows.said.push({ name: def.name, callbackId, arg });
      return workflows.answer(def.name);
    },
    signal: async () => 'sent',
    async standing() {
      if (!workflows.isThere) throw new TemporalUnavailable(new Error('away'));
      return null;
    },
  };
  return workflows;
}

/** An answer, read and held against what the document promises. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any; // eslint-disable-line typescript/no-explicit-any
}

export interface Asking {
  readonly as?: string;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Uint8Array;
  readonly headers?: Record<string, string>;
}

/** A running API on a database of its own, with two routes, an administrator, two agents, and one agent who may not phone. */
export interface Centre {
  readonly store: Store;
  readonly workflows: Workflows;
  readonly app: Express;
  readonly telephony: Telephony;
  readonly url: string;
  readonly key: string;
  readonly ids: Readonly<Record<'admin' | 'aoki' | 'mori' | 'kato', string>>;
  readonly config: ReturnType<typeof readConfig>;
  ask(method: string, path: string, asking?: Asking): Promise<Answer>;
  /** Headers that make a request `as` somebody: a person by name, or `machine`. */
  credentials(as: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export interface Opening {
  readonly sandboxUrl?: string | null;
  readonly timeZone?: string;
  /** What the API asks of the telephone network; nothing, unless it is given. */
  readonly telephony?: Partial<Telephony>;
  /** More of the environment. With TWILIO_API_BASE_URL the real client asks the network that is there. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where log lines go. */
  readonly log?: Log;
}

export async function openCentre({ sandboxUrl = null, timeZone = 'Asia/Tokyo', telephony: network = {}, env = {}, log = pino({ level: 'silent' }) }: Opening = {}): Promise<Centre> {
  const store = await openStore();
  const config = readConfig({
    PUBLIC_URL,
    AUTH_SECRET: 'a secret that signs sessions in tests only',
    PAYLOAD_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: '0'.repeat(32),
    CENTRE_TIME_ZONE: timeZone,
    ...env,
  });
  const workflows = recordingWorkflows();
  const { ids, key } = await seed(store, createAuth({ config, store, log }));
  const telephony = config.twilio?.baseUrl ? createTwilioTelephony({ ...config.twilio, publicUrl: PUBLIC_URL, log }) : (network as Telephony);
  const app = createApp({ config, store, callbacks: workflows, plans: workflows.plans, telephony, log, sandboxUrl });
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sessions = new Map<string, Promise<string>>();
  const credentials = async (as: string): Promise<Record<string, string>> => {
    if (as === 'machine') return { 'X-API-Key': key };
    if (!sessions.has(as)) sessions.set(as, signIn(url, as));
    return { Cookie: String(await sessions.get(as)) };
  };
  return {
    store,
    workflows,
    app,
    telephony,
    url,
    key,
    ids,
    config,
    credentials,
    ask: async (method, path, asking = {}) => check(method, path, await send(url, method, path, asking, asking.as ? await credentials(asking.as) : {})),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

async function seed(store: Store, auth: ReturnType<typeof createAuth>) {
  await saveRoute(store.db, { id: 'billing', name: 'Billing', numbers: ['+81312345678'], policy: POLICY, closed: false });
  await saveRoute(store.db, { id: 'old', name: 'Old', numbers: [], policy: { ...POLICY, dispositionMandatory: true }, closed: true });
  const user = (name: string, role: 'administrator' | 'agent') =>
    createUser(auth, { email: `${name}@example.com`, password: PASSWORD, name, role });
  const ids = { admin: await user('admin', 'administrator'), aoki: await user('aoki', 'agent'), mori: await user('mori', 'agent'), kato: await user('kato', 'agent') };
  for (const name of ['aoki', 'mori', 'kato'] as const) {
    const endpoint = name === 'mori' ? null : 'sip:desk@example.com';
    await saveAgent(store.db, { id: ids[name], name, endpoint, languages: ['ja'], mayPhone: name !== 'kato', routeIds: ['billing'] });
  }
  return { ids, key: await createMachineKey(auth, { owner: ids.admin, name: 'crm' }) };
}

/** Signs in over HTTP, and answers with the cookie. */
export async function signIn(url: string, name: string, password = PASSWORD): Promise<string> {
  const response = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${name}@example.com`, password }),
  });
  if (!response.ok) throw new Error(`could not sign in: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

function send(url: string, method: string, path: string, { body, raw, headers }: Asking, credentials: Record<string, string>): Promise<Response> {
  const json = body === undefined ? null : JSON.stringify(body);
  const type: Record<string, string> = body === undefined && raw === undefined ? {} : { 'Content-Type': 'application/json' };
  return fetch(`${url}${path}`, { method, headers: { ...type, ...credentials, ...headers }, body: (raw as string | undefined) ?? json, redirect: 'manual' });
}

const DOCUMENT = openApiDocument();

/** Every answer of every test is one the document promises: its status, its media type, and exactly its fields. */
async function check(method: string, path: string, response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const answer = { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  const operation = operationOf(method, path);
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) same(problem, answer.body);
  else if (response.status >= 400 && response.status !== 503) throw new Error(`${method} ${path} answered ${response.status} without a problem: ${text}`);
  if (!operation) return answer;
  const promised = DOCUMENT.paths?.[operation.path]?.[operation.method]?.responses ?? {};
  if (!(String(response.status) in promised)) throw new Error(`${method} ${path} answered ${response.status}, which the document does not know: ${text}`);
  const schema = operation.answers[response.status]?.schema;
  if (schema && isJson) same(schema, answer.body);
  return answer;
}

function same(schema: z.ZodType, body: unknown): void {
  expect(schema.parse(body)).toEqual(body);
}

function operationOf(method: string, path: string) {
  const bare = path.split('?')[0] ?? '';
  return OPERATIONS.find(
    (operation) =>
      operation.method === method.toLowerCase() &&
      new RegExp(`^${operation.path.replace('{path}', '.+').replaceAll('.', '\\.').replace('\\.+', '.+').replace(/\{\w+\}/g, '[^/]+')}$`).test(bare),
  );
}

let numbersGiven = 0;

/** Asks for a callback of a new number as the machine, and answers its id. */
export async function givenCallback(centre: Centre, more: Record<string, unknown> = {}): Promise<string> {
  numbersGiven += 1;
  const number = `+819011${String(numbersGiven).padStart(6, '0')}`;
  const { body } = await centre.ask('POST', '/v1/callbacks', { as: 'machine', body: { routeId: 'billing', number, kind: 'asap', name: 'Tanaka Yui', ...more } });
  return body.id;
}

/** Puts a callback into a state, as its workflow's projection would. */
export async function given(centre: Centre, id: string, columns: Record<string, unknown>): Promise<void> {
  await centre.store.db.updateTable('callback').set(columns).where('id', '=', id).execute();
}

/** A confirmed reservation: for an open offer, or for a case in hand. */
export async function reserved(centre: Centre, callbackId: string, agentId: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  const deadline = new Date(now.getTime() + 20_000);
  await centre.store.db
    .insertInto('reservation')
    .values({ id, callback_id: callbackId, agent_id: agentId, purpose: 'offer', confirmed_at: now, deadline_at: deadline, preview: true, ...more })
    .execute();
  return id;
}

/** Every row of the tables that a request could change: what a refused request leaves as it was. */
export async function everything({ store }: Centre): Promise<unknown> {
  const { db } = store;
  return Promise.all([
    db.selectFrom('callback').selectAll().orderBy('id').execute(),
    db.selectFrom('callback_event').selectAll().orderBy('callback_id').orderBy('version').execute(),
    db.selectFrom('case_event').selectAll().orderBy('id').execute(),
    db.selectFrom('case_note').selectAll().orderBy('id').execute(),
    db.selectFrom('case_message').selectAll().orderBy('id').execute(),
    db.selectFrom('reservation').selectAll().orderBy('id').execute(),
    db.selectFrom('agent_channel').selectAll().orderBy('agent_id').orderBy('channel').execute(),
    db.selectFrom('agent_lease').selectAll().orderBy('agent_id').orderBy('tab_id').execute(),
  ]);
}
