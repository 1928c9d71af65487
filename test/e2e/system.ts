import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { RoutePolicy } from '../../domain/route.ts';
import { isTerminal } from '../../domain/status.ts';
import type { Timings } from '../../sandbox/options.ts';
import { readAgents, saveAgent } from '../../store/agent/agents.ts';
import { setWish } from '../../store/agent/presence.ts';
import { readRoute, saveRoute } from '../../store/route/routes.ts';
import { cancelUpdate, hangUpUpdate } from '../../workflows/messages.ts';
import { createCallbackClient } from '../../temporal/callbacks.ts';
import { chromiumLaunchOptions } from '../../tools/chromium.ts';
import { root } from '../../tools/set-up.mjs';
import { ADMINISTRATOR, AGENTS, ROUTES } from '../../tools/start/seed-data.ts';
import { startSystem, type System } from '../../tools/start/system.ts';
import { bundleWorkflows } from '../../tools/workflow-bundle.ts';
import { builtConsole, building, silent } from '../built-console.ts';
import { layDatabase } from '../database.ts';
import { until } from '../start/until.ts';

/** People answer and hang up fast, so that a test is short; whoever presses keys still has all the time of a real caller. */
const QUICK: Partial<Timings> = { connectMs: 20, ringMs: 150, talkMs: 1500, detectionMs: 50, characterMs: 1 };

/** Nobody works by the real calendar here: every route is open day and night. */
const { hours: ALWAYS_OPEN } = (ROUTES.find(({ id }) => id === 'sales') as (typeof ROUTES)[number]).policy;

export type RouteId = 'sales' | 'billing' | 'support';
export type AgentName = 'hana' | 'ken' | 'emma' | 'carlos';

/** The whole running system with a browser in front of it. */
export interface Centre {
  readonly system: System;
  readonly browser: Browser;
  /** The sandbox's control API, where the people at the far end are played. */
  sandbox<Answer>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Answer>;
  /** The number customers dial to reach a route. */
  numberOf(route: RouteId): string;
  /** Edits a route's policy from its seeded form. */
  setPolicy(route: RouteId, change: Partial<RoutePolicy>): Promise<void>;
  /** Takes the right to telephone from an agent, or gives it back. */
  setMayPhone(agent: AgentName, mayPhone: boolean): Promise<void>;
  /** Nobody is Ready, no callback is open, and every route has its seeded policy. */
  tidy(): Promise<void>;
  stop(): Promise<void>;
}

/** The console and the workflow bundle, where their source has changed since. */
async function build(): Promise<void> {
  await builtConsole();
  await building(() => bundleWorkflows(root, silent));
}

/** Starts everything on free ports and a fresh folder, with these settings in its environment. The seeded callbacks are closed, so that agents are offered only what a test asks for. */
export async function startCentre(timings: Partial<Timings> = QUICK, settings: Readonly<Record<string, string>> = {}): Promise<Centre> {
  await build();
  const dataDir = mkdtempSync(join(tmpdir(), 'ringback-e2e-'));
  await layDatabase(join(dataDir, 'database'));
  const env = { ...process.env, CENTRE_TIME_ZONE: 'Asia/Tokyo', ...settings };
  const system = await startSystem({ dataDir, port: 0, seed: true, env, sandbox: { timings, callsPerSecond: 50 } });
  const browser = await chromium.launch(chromiumLaunchOptions());
  const centre: Centre = {
    system,
    browser,
    sandbox: (method, path, body) => control(system, method, path, body),
    numberOf: (route) => seeded(route).numbers[0] ?? '',
    setPolicy: (route, change) => setPolicy(system, route, change),
    setMayPhone: (agent, mayPhone) => setMayPhone(system, agent, mayPhone),
    tidy: () => tidy(system),
    async stop() {
      await browser.close();
      await system.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await centre.tidy().catch(async (error: unknown) => {
    await centre.stop();
    throw error;
  });
  return centre;
}

/** Where an agent or the administrator signs in. */
export function emailOf(name: AgentName | 'admin'): string {
  return name === 'admin' ? ADMINISTRATOR.email : `${name}@example.com`;
}

/** The administrator's name as the console shows it. */
export const { name: ADMINISTRATOR_NAME } = ADMINISTRATOR;

/** An agent's name as the console shows it. */
export function fullNameOf(name: AgentName): string {
  return AGENTS.find(({ email }) => email === emailOf(name))?.name ?? name;
}

function seeded(id: RouteId): (typeof ROUTES)[number] {
  const route = ROUTES.find((known) => known.id === id);
  if (!route) throw new Error(`No route ${id} is seeded.`);
  return route;
}

async function control<Answer>({ sandbox }: System, method: string, path: string, body?: unknown): Promise<Answer> {
  const content = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${sandbox?.url}/sandbox${path}`, { method, ...content });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The sandbox refused ${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

async function setPolicy({ store: { db } }: System, id: RouteId, change: Partial<RoutePolicy>): Promise<void> {
  const route = await readRoute(db, id);
  if (!route) throw new Error(`There is no route ${id}.`);
  const { policy } = seeded(id);
  await saveRoute(db, { ...route, policy: { ...policy, hours: ALWAYS_OPEN, holidayCountry: null, ...change } });
}

async function agentId({ store: { db } }: System, agent: AgentName): Promise<string> {
  const found = (await readAgents(db)).find(({ name }) => name === fullNameOf(agent));
  if (!found) throw new Error(`There is no agent ${agent}.`);
  return found.id;
}

async function setMayPhone(system: System, name: AgentName, mayPhone: boolean): Promise<void> {
  const id = await agentId(system, name);
  const agent = (await readAgents(system.store.db)).find((known) => known.id === id);
  if (agent) await saveAgent(system.store.db, { ...agent, mayPhone });
}

async function tidy(system: System): Promise<void> {
  const { db } = system.store;
  for (const agent of await readAgents(db)) {
    if (!agent.mayPhone) await saveAgent(db, { ...agent, mayPhone: true });
    for (const channel of ['voice', 'web'] as const) await setWish(db, { agentId: agent.id, channel, wish: 'not_ready', reason: null });
  }
  for (const { id } of ROUTES) await setPolicy(system, id as RouteId, {});
  await until(async () => {
    const open = (await db.selectFrom('callback').select(['id', 'status', 'attempt']).execute()).filter(({ status }) => !isTerminal(status));
    await Promise.all(open.map((callback) => close(system, callback)));
    return open.length === 0;
  });
}

/** Somebody on the line is hung up first. What is refused now is tried again. */
async function close({ client }: System, { id, status, attempt }: { id: string; status: string; attempt: number }): Promise<void> {
  const callbacks = createCallbackClient(client);
  const actor = { type: 'system' } as const;
  if (status === 'connected') await callbacks.update(hangUpUpdate, id, { actor, attempt }).catch(() => null);
  else await callbacks.update(cancelUpdate, id, { actor, reason: null }).catch(() => null);
}
