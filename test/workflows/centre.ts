import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker, bundleWorkflowCode, makeTelemetryFilterString } from '@temporalio/worker';
import type { WorkflowBundle } from '@temporalio/worker';
import type { RequestHandler } from 'express';
import express from 'express';
import pino from 'pino';
import { createActivities } from '../../activities/index.ts';
import { twilioWebhooks } from '../../api/webhooks/index.ts';
import type { PayloadKey } from '../../config/payload-keys.ts';
import type { RoutePolicy } from '../../domain/route.ts';
import { PLAIN_ROUTE } from '../../domain/route.ts';
import type { CallbackEvent, Channel } from '../../domain/words.ts';
import { startMatchingLoop } from '../../matching/loop.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import type { NewCallback } from '../../store/callback/intake.ts';
import { untilShown } from '../../store/callback/callbacks.ts';
import { requestCallback } from '../../store/callback/intake.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import type { Store } from '../../store/open.ts';
import { renewLease, setWish } from '../../store/agent/presence.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { CallbackRow, LegRow } from '../../store/tables.ts';
import { createTwilioTelephony } from '../../telephony/twilio/index.ts';
import type { CallbackClient } from '../../temporal/callbacks.ts';
import { createCallbackClient } from '../../temporal/callbacks.ts';
import type { PlanClient } from '../../temporal/plans.ts';
import { createPlanClient } from '../../temporal/plans.ts';
import { bundleParts, clientDataConverter, workerDataConverter } from '../../temporal/data-converter.ts';
import { TASK_QUEUE, cancelUpdate, hangUpUpdate } from '../../workflows/messages.ts';
import { openStore } from '../database.ts';

Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } } });

const KEYS = [{ id: 'test', key: Buffer.alloc(32, 7) }];
const HASH_KEY = randomBytes(32);
const ALL_DAY = [{ from: '00:00', to: '24:00' }];
const MINUTE_MS = 60_000;

export const ROUTE_NUMBER = '+815031234567';

/** A route that is always open, retries soon, and leaves agents ten minutes with a case after a fruitless attempt. */
export const POLICY: RoutePolicy = {
  ...PLAIN_ROUTE,
  timeZone: 'Asia/Tokyo',
  languages: ['ja', 'en'],
  priority: 5,
  callerId: ROUTE_NUMBER,
  webChannel: 'web',
  hours: { 1: ALL_DAY, 2: ALL_DAY, 3: ALL_DAY, 4: ALL_DAY, 5: ALL_DAY, 6: ALL_DAY, 7: ALL_DAY },
  holidayCountry: null,
  closedDates: [],
  leadTimeMs: 120 * MINUTE_MS,
  windowMs: 60 * MINUTE_MS,
  preview: false,
  offerTimeoutMs: 5 * MINUTE_MS,
  previewTimeoutMs: null,
  missedOfferMakesNotReady: true,
  assigneeAloneMs: null,
  offerBarMs: 10 * MINUTE_MS,
  afterAttemptMs: 10 * MINUTE_MS,
  ringTimeoutS: 20,
  machineDetection: true,
  retryDelayMs: { busy: 5 * MINUTE_MS, no_answer: 30 * MINUTE_MS, machine: 60 * MINUTE_MS, failed: 15 * MINUTE_MS, unknown: 20 * MINUTE_MS },
  maximumAttempts: 2,
  expiryMs: 30 * 24 * 60 * MINUTE_MS,
  dispositions: [{ code: 'resolved', label: { en: 'Resolved', ja: '解決' }, effect: 'end' }],
  dispositionMandatory: false,
  instructions: '',
};

/** A contact centre of real parts: time-skipping Temporal, PGlite, the sandbox network, the webhooks, a worker and matching. */
export interface Centre {
  readonly environment: TestWorkflowEnvironment;
  readonly store: Store;
  readonly sandbox: Sandbox;
  readonly callbacks: CallbackClient;
  readonly plans: PlanClient;
  readonly client: Client;
  /** Lets the workflows' time pass; the rest of the world stays where it is. */
  pass(ms: number): Promise<void>;
  /** A customer whose number ends in `ending` asks for a callback. */
  request(ending: string, more?: Partial<NewCallback>): Promise<string>;
  /** An agent of the route signs in and is Ready. Who did so before is Ready no more. */
  only(...ids: string[]): Promise<void>;
  /** An agent of the route signs in and is Ready. */
  agent(id: string, options?: { endpoint?: string; channel?: Channel }): Promise<string>;
  /** Ends every callback that is open, whatever a test left behind. */
  clear(): Promise<void>;
  row(id: string): Promise<CallbackRow>;
  /** Waits until the callback's row is as wanted. */
  when(id: string, wanted: (row: CallbackRow) => boolean): Promise<CallbackRow>;
  /** Waits until a leg of the callback is as wanted. */
  leg(id: string, label: string, wanted: (leg: LegRow) => boolean): Promise<LegRow>;
  /**
   * Waits until every leg of the callback is over and its workflow has been told. The time-skipping server (1.32) cannot end a
   * workflow by an update while a signal comes in; the real server can.
   */
  quiet(id: string): Promise<void>;
  /** Asks the sandbox's control API. */
  control(method: string, path: string, body?: unknown): Promise<void>;
  events(id: string): Promise<Pick<CallbackEvent, 'type' | 'actor' | 'data'>[]>;
  editRoute(change: Partial<RoutePolicy>): Promise<void>;
  close(): Promise<void>;
}

/** What a test puts between Ringback and the telephone network. */
export interface Between {
  /** Answers where REST requests go instead of straight to the sandbox, whose address it is given. */
  readonly rest?: (sandboxUrl: string) => Promise<string>;
  /** Meets every webhook first. */
  readonly webhooks?: RequestHandler;
}

let bundle: Promise<WorkflowBundle> | null = null;

/** Today's workflow code, bundled once. */
export function workflowBundle(): Promise<WorkflowBundle> {
  bundle ??= bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    workflowInterceptorModules: bundleParts.workflowInterceptorModules,
    failureConverterPath: bundleParts.failureConverterPath,
    logger: new DefaultLogger('ERROR'),
  });
  return bundle;
}

/** @param keys of the payload codec; none: histories are in the clear. */
export async function openCentre(policy: Partial<RoutePolicy> = {}, keys: readonly PayloadKey[] = KEYS, between: Between = {}): Promise<Centre> {
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: process.env['TEMPORAL_TEST_SERVER_PATH'] ?? 'temporal-test-server' } },
  });
  const client = new Client({ connection: environment.connection, dataConverter: converter(keys, clientDataConverter) });
  const plans = createPlanClient(client);
  const store = await openStore();
  const callbacks = shownClient(createCallbackClient(client), store);
  await store.db.updateTable('telephone_account').set({ calls_per_second: 1000 }).execute();
  const editRoute = async (change: Partial<RoutePolicy>): Promise<void> => {
    await saveRoute(store.db, { id: 'billing', name: 'Billing', numbers: [ROUTE_NUMBER], policy: { ...POLICY, ...policy, ...change }, closed: false });
  };
  await editRoute({});
  const sandbox = await startSandbox({ callsPerSecond: 1000, timings: { connectMs: 5, ringMs: 20, talkMs: 100, greetingMs: 50, detectionMs: 20, secondMs: 20, machineMs: 3000 } });
  sandbox.addNumber(ROUTE_NUMBER);
  const { server, publicUrl } = await listen();
  const { accountSid, authToken } = sandbox;
  const baseUrl = (await between.rest?.(sandbox.url)) ?? sandbox.url;
  const twilio = { accountSid, authToken, apiKey: null, apiSecret: null, baseUrl };
  const telephony = createTwilioTelephony({ ...twilio, publicUrl, log });
  const app = express().use(between.webhooks ?? ((_request, _response, next) => next())).use('/twilio', twilioWebhooks({ config: { publicUrl, numberHashKey: HASH_KEY, twilio }, store, callbacks, telephony, metrics: { countMessage: () => undefined }, log }));
  server.on('request', app);
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: createActivities({ store, telephony, mail: null, callbacks, plans, log }),
    dataConverter: converter(keys, workerDataConverter),
  });
  const running = worker.run();
  const matching = await startMatchingLoop({ store, callbacks, log });

  let customers = 10;
  const row = (id: string): Promise<CallbackRow> => store.db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const legOf = (id: string, label: string): Promise<LegRow | undefined> =>
    store.db.selectFrom('leg').selectAll().where('callback_id', '=', id).where('label', '=', label).executeTakeFirst();
  const centre: Centre = {
    environment,
    store,
    sandbox,
    callbacks,
    plans,
    client,
    editRoute,
    row,
    pass: (ms) => environment.sleep(ms),
    async request(ending, more = {}) {
      customers += 1;
      const number = `+81901234${String(customers).padStart(2, '0')}${ending}`;
      const now = new Date(await environment.currentTimeMs()).toISOString();
      const { id, generation } = await requestCallback(store.db, {
        routeId: 'billing', number, numberHash: hashNumber(HASH_KEY, number), name: '田中 結衣', language: 'ja', timeZone: null,
        kind: 'asap', origin: 'ivr', channel: 'voice', desiredAt: null, windowEndsAt: null, collected: {}, requestKey: null,
        actor: { type: 'customer' }, ...more,
      });
      await store.db.updateTable('callback').set({ requested_at: now }).where('id', '=', id).where('version', '=', 0).execute();
      await callbacks.start({ callbackId: id, generation });
      return id;
    },
    async agent(id, { endpoint = '+815099999900', channel = 'voice' } = {}) {
      await saveAgent(store.db, { id, name: id, endpoint, languages: ['ja'], mayPhone: true, routeIds: ['billing'] });
      await renewLease(store.db, { agentId: id, tabId: 'tab', leaseMs: 3_600_000 });
      await setWish(store.db, { agentId: id, channel, wish: 'ready', reason: null });
      return id;
    },
    async only(...ids) {
      await store.db.updateTable('agent_channel').set({ wish: 'not_ready' }).execute();
      for (const id of ids) await centre.agent(id);
    },
    async clear() {
      const open = await store.db.selectFrom('callback').selectAll().where('ended_at', 'is', null).execute();
      for (const { id, attempt } of open) {
        const actor = { type: 'system' } as const;
        await callbacks.update(hangUpUpdate, id, { actor, attempt });
        await centre.when(id, ({ status }) => status !== 'dialling' && status !== 'connected');
        await centre.quiet(id);
        await callbacks.update(cancelUpdate, id, { actor, reason: null });
      }
    },
    when: (id, wanted) => untilSo(() => row(id), wanted),
    leg: (id, label, wanted) =>
      untilSo(async () => (await legOf(id, label)) ?? null, (leg) => leg !== null && wanted(leg)).then((leg) => leg as LegRow),
    async quiet(id) {
      await untilSo(() => store.db.selectFrom('leg').select('label').where('callback_id', '=', id).where('settled_at', 'is', null).execute(), isEmpty);
      await untilSo(() => store.db.selectFrom('outbox').select('id').where('callback_id', '=', id).execute(), isEmpty);
    },
    async control(method, path, body) {
      const request = { method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const response = await fetch(`${sandbox.url}/sandbox${path}`, request);
      if (!response.ok) throw new Error(`The sandbox answers ${response.status}: ${await response.text()}`);
    },
    async events(id) {
      return store.db.selectFrom('callback_event').selectAll().where('callback_id', '=', id).orderBy('version').orderBy('ordinal').execute();
    },
    async close() {
      await matching.stop();
      worker.shutdown();
      await running;
      await sandbox.stop();
      server.close();
      server.closeAllConnections();
      await store.close();
      await environment.teardown();
    },
  };
  return centre;
}

/** A client that has said something when it can be read, as the API has. */
function shownClient(client: CallbackClient, { db }: Store): CallbackClient {
  return {
    ...client,
    async update(def, callbackId, arg) {
      const ack = await client.update(def, callbackId, arg);
      if (ack.onItsWay !== undefined) await untilShown(db, callbackId, ack.onItsWay);
      return ack;
    },
  };
}

const isEmpty = (rows: readonly unknown[]): boolean => rows.length === 0;

/** Asks until the answer is as wanted; fails with what it is after 20 s. */
async function untilSo<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > giveUpAt) throw new Error(`It stays ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function converter(keys: readonly PayloadKey[], encrypting: typeof workerDataConverter): DataConverter {
  return keys.length > 0 ? encrypting(keys) : { failureConverterPath: bundleParts.failureConverterPath };
}

async function listen(): Promise<{ server: Server; publicUrl: string }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, publicUrl: `http://127.0.0.1:${address.port}` };
}
