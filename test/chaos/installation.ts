import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { Auth } from '../../api/auth/auth.ts';
import { createAuth } from '../../api/auth/auth.ts';
import { readConfig } from '../../config/config.ts';
import type { RoutePolicy } from '../../domain/route.ts';
import type { CallView } from '../../sandbox/control/views.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import { requestCallback } from '../../store/callback/intake.ts';
import { migrate } from '../../store/migrate.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import type { Store } from '../../store/open.ts';
import { open } from '../../store/open.ts';
import { renewLease, setWish } from '../../store/agent/presence.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { CallbackRow, LegRow } from '../../store/tables.ts';
import type { CallbackClient } from '../../temporal/callbacks.ts';
import { createCallbackClient } from '../../temporal/callbacks.ts';
import type { PlanClient } from '../../temporal/plans.ts';
import { createPlanClient } from '../../temporal/plans.ts';
import { connectTemporal, createClient } from '../../temporal/connection.ts';
import { sweepNow } from '../../temporal/reconciliation.ts';
import { freePort } from '../../tools/start/free-port.ts';
import { acceptUpdate } from '../../workflows/messages.ts';
import { POLICY } from '../workflows/centre.ts';
import type { FarEnd } from './far-end.ts';
import { farEndOf } from './far-end.ts';
import type { Gate } from './gate.ts';
import { openGate } from './gate.ts';
import { eventually } from './line.ts';
import type { Part } from './processes.ts';
import { startPart, startProcess, startTemporal } from './processes.ts';

const ROUTES = { billing: '+815031234567', support: '+815031234568' } as const;
const LEASE_MS = 3_600_000;

/** Ringback as it is run for real: PostgreSQL, Temporal's dev server, an API and a worker as processes of their own. */
export interface Installation {
  readonly store: Store;
  readonly callbacks: CallbackClient;
  readonly plans: PlanClient;
  readonly gate: Gate;
  readonly farEnd: FarEnd;
  readonly sandbox: Sandbox;
  readonly auth: Auth;
  /** Where the API answers. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly parts: Readonly<Record<'api' | 'worker' | 'temporal', Part>>;
  /** The customer of that number asks to be called back now. Answers the id. */
  requested(number: string, route?: keyof typeof ROUTES): Promise<string>;
  /** The customer of that number is called back: there is one more agent, one accepts, and their telephone rings. Answers the id. */
  accepted(number: string, route?: keyof typeof ROUTES): Promise<string>;
  row(id: string): Promise<CallbackRow>;
  when(id: string, wanted: (row: CallbackRow) => boolean): Promise<CallbackRow>;
  whenLeg(id: string, label: string, wanted: (leg: LegRow) => boolean): Promise<LegRow>;
  rings(id: string, role: 'agent' | 'customer'): Promise<CallView[]>;
  /** Has the sweep begin a round. */
  sweepNow(): Promise<void>;
  close(): Promise<void>;
}

export async function openInstallation(policy: Partial<RoutePolicy> = {}): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chaos-'));
  const temporalPort = await freePort();
  const temporal = await startPart(() => startTemporal(dataDir, temporalPort));
  const databaseUrl = await newDatabase();
  const store = await open({ url: databaseUrl });
  await migrate(store);
  await store.db.updateTable('telephone_account').set({ calls_per_second: 1000 }).execute();
  for (const [id, number] of Object.entries(ROUTES)) {
    await saveRoute(store.db, { id, name: id, numbers: [number], policy: { ...POLICY, ...policy, callerId: number }, closed: false });
  }
  const sandbox = await startSandbox({ callsPerSecond: 1000, timings: { connectMs: 5, ringMs: 20, talkMs: 1000, detectionMs: 20 } });
  for (const number of Object.values(ROUTES)) sandbox.addNumber(number);
  const gate = await openGate(sandbox.url);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    AUTH_SECRET: 's'.repeat(32),
    PAYLOAD_KEYS: `test:${Buffer.alloc(32, 5).toString('base64')}`,
    TEMPORAL_ADDRESS: `127.0.0.1:${temporalPort}`,
    DATABASE_URL: databaseUrl,
    TWILIO_ACCOUNT_SID: sandbox.accountSid,
    TWILIO_AUTH_TOKEN: sandbox.authToken,
    TWILIO_API_BASE_URL: gate.url,
    PORT: String(port),
    PUBLIC_URL: url,
  };
  const config = readConfig(env, { separate: true });
  const connection = await connectTemporal(config);
  const client = createClient(connection, config);
  const callbacks = createCallbackClient(client);
  const plans = createPlanClient(client);
  const [api, worker] = await Promise.all(['api/main.ts', 'worker/main.ts'].map((file) => startPart(() => startProcess(file, env)))) as [Part, Part];
  const farEnd = farEndOf(sandbox);
  let agents = 0;
  const endpoints = new Map<string, string>();

  const row = (id: string) => store.db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const when = (id: string, wanted: (row: CallbackRow) => boolean) => eventually(() => row(id), wanted, 60_000);
  const requested: Installation['requested'] = async (number, route = 'billing') => {
    const { id, generation } = await requestCallback(store.db, {
      routeId: route, number, numberHash: hashNumber(config.numberHashKey, number), name: '田中 結衣', language: 'ja', timeZone: null,
      kind: 'asap', origin: 'ivr', channel: 'voice', desiredAt: null, windowEndsAt: null, collected: {}, requestKey: null,
      actor: { type: 'customer' },
    });
    await callbacks.start({ callbackId: id, generation });
    return id;
  };
  return {
    store,
    callbacks,
    plans,
    gate,
    farEnd,
    sandbox,
    auth: createAuth({ config, store, log: pino({ level: 'silent' }) }),
    url,
    databaseUrl,
    parts: { api, worker, temporal },
    requested,
    sweepNow: () => sweepNow(client),
    row,
    when,
    async accepted(number, route = 'billing') {
      agents += 1;
      const agentId = `agent-${agents}`;
      await saveAgent(store.db, { id: agentId, name: agentId, endpoint: endpointOf(agentId), languages: ['ja'], mayPhone: true, routeIds: [route] });
      await renewLease(store.db, { agentId, tabId: 'tab', leaseMs: LEASE_MS });
      await setWish(store.db, { agentId, channel: 'voice', wish: 'ready', reason: null });
      const id = await requested(number, route);
      const offered = await when(id, ({ status }) => status === 'offered');
      const taker = { id: offered.agent_id ?? '', offerId: offered.reservation_id ?? '' };
      endpoints.set(id, endpointOf(taker.id));
      await callbacks.update(acceptUpdate, id, { offerId: taker.offerId, agentId: taker.id });
      return id;
    },
    async whenLeg(id, label, wanted) {
      const find = () => store.db.selectFrom('leg').selectAll().where('callback_id', '=', id).where('label', '=', label).executeTakeFirst();
      return eventually(find, (leg) => leg !== undefined && wanted(leg), 60_000) as Promise<LegRow>;
    },
    rings: async (id, role) => farEnd.callsTo(role === 'customer' ? (await row(id)).number : (endpoints.get(id) ?? '')),
    async close() {
      await Promise.all([worker.kill(), api.kill()]);
      await connection.close();
      await store.close();
      gate.close();
      await sandbox.stop();
      await temporal.kill();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Every agent has a telephone of their own, and answers it. */
function endpointOf(agentId: string): string {
  return `+8150999${agentId.replace('agent-', '').padStart(3, '0')}00`;
}

async function newDatabase(): Promise<string> {
  const given = process.env['RINGBACK_TEST_POSTGRES_URL'] ?? '';
  const name = `chaos_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(given);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(given);
  url.pathname = `/${name}`;
  return url.href;
}
