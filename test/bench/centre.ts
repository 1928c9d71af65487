import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuth } from '../../api/auth/auth.ts';
import { makePassword } from '../../api/auth/passwords.ts';
import { createMachineKey, createUser } from '../../api/auth/users.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { Step } from '../../tools/progress.mjs';
import { connectNumbers } from '../../tools/start/parts.ts';
import { ROUTES } from '../../tools/start/seed-data.ts';
import { startSystem } from '../../tools/start/system.ts';
import { comeToWork, type SimulatedAgent } from './agent.ts';
import { type MeasuredSystem, startApart } from './apart.ts';
import { type Caller, createCaller } from './http.ts';
import { employ, type Employee } from './staff.ts';

/** Telephony takes next to no time: what is measured is ours. */
const FAST = {
  callsPerSecond: 10_000,
  timings: { connectMs: 1, ringMs: 10, detectionMs: 5, characterMs: 0 },
} as const;

/** What would point a part of the system at something real, or at another system. */
const NOT_OURS = ['TEMPORAL_ADDRESS', 'DATABASE_URL', 'TWILIO_ACCOUNT_SID', 'TWILIO_API_BASE_URL', 'PUBLIC_URL'];

/** Area codes whose 555-0151 is kept for fiction; the sandbox's people there answer and talk. One customer each. */
const AREA_CODES = [
  201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231, 234, 239, 240, 248,
  251, 252, 253, 254, 256, 260,
];
export const CUSTOMERS: readonly string[] = AREA_CODES.map((code) => `+1${code}5550151`);

/** A customer who is on the line hangs up. */
export async function hangUpAs(customer: string, { sandbox }: Pick<MeasuredSystem, 'sandbox'>): Promise<void> {
  const calls = `${sandbox?.url}/sandbox/calls`;
  const { calls: live } = (await (await fetch(`${calls}?active=true`)).json()) as { calls: { sid: string; to: string }[] };
  const call = live.find(({ to }) => to === customer);
  await fetch(`${calls}/${call?.sid}/hangup`, { method: 'POST' });
}

export interface Colleague extends Employee {
  readonly caller: Caller;
  readonly agent: SimulatedAgent;
}

/** The whole system on an empty folder, with a route, a machine that asks for callbacks, and agents at their desks. */
export interface Centre {
  readonly system: MeasuredSystem;
  readonly machine: Caller;
  readonly agents: readonly Colleague[];
  /** Asks for a callback at once and answers its id. */
  request(customer: string): Promise<string>;
  /** Rejects as soon as anything goes wrong at a desk. */
  readonly trouble: Promise<never>;
  close(): Promise<void>;
}

/** @param databaseUrl a PostgreSQL with nothing in it, for API and worker apart; without one it is one process on PGlite, as `npm start` has it */
export async function openCentre(agentCount: number, step: Step, databaseUrl?: string): Promise<Centre> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringback-bench-'));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_OURS.includes(name)));
  const options = { dataDir, sandbox: FAST, env, step };
  const system = await (databaseUrl === undefined ? startSystem({ ...options, port: 0, seed: false }) : startApart({ ...options, databaseUrl }));
  const close = async () => {
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return await step(`${agentCount} agents come to work`, async (say) => {
      const centre = await furnish(system, agentCount, close);
      say.done(`${agentCount} agents are at their desks`);
      return centre;
    });
  } catch (error) {
    await close();
    throw error;
  }
}

async function furnish(system: MeasuredSystem, agentCount: number, close: () => Promise<void>): Promise<Centre> {
  const { store, url, sandbox } = system;
  if (!sandbox) throw new Error('The system runs without its sandbox.');
  const route = ROUTES[0];
  if (!route) throw new Error('There is no route to measure.');
  await saveRoute(store.db, route);
  await connectNumbers(sandbox, store.db, url);
  const auth = createAuth(system);
  const owner = await createUser(auth, { email: 'bench@example.com', password: makePassword(), name: 'Bench', role: 'administrator' });
  const machine = createCaller(url, { 'X-API-Key': await createMachineKey(auth, { owner, name: 'Bench' }) });
  const { promise: trouble, reject: fail } = failure();
  const staff = await employ(system, route.id, agentCount);
  const agents: Colleague[] = [];
  // One after the other, as people do: their heartbeats then come spread over time.
  for (const employee of staff) {
    const caller = createCaller(url, employee.session);
    agents.push({ ...employee, caller, agent: await comeToWork(caller, fail) });
  }
  return {
    system,
    machine,
    agents,
    trouble,
    request: async (number) => (await machine.ask<{ id: string }>('POST', '/v1/callbacks', { routeId: route.id, number, kind: 'asap' })).id,
    close: async () => {
      for (const { agent } of agents) agent.leave();
      await close();
    },
  };
}

function failure(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  promise.catch(() => undefined);
  return { promise, reject };
}
