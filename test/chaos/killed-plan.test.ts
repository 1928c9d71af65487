import { jest } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { saveAgent } from '../../store/agent/agents.ts';
import { requestCallback } from '../../store/callback/intake.ts';
import type { Plan } from '../../store/plan/plans.ts';
import { readPlan, writePlan } from '../../store/plan/plans.ts';
import { wanted } from '../store/world.ts';
import type { Installation } from './installation.ts';
import { openInstallation } from './installation.ts';
import { eventually } from './line.ts';

jest.setTimeout(180_000);

const AGENTS = ['agent-a', 'agent-b', 'agent-c', 'agent-d'];
const ACTOR = { type: 'user', id: 'admin' } as const;
/** A worker that is gone is missed after 20 s without a heartbeat. */
const TAKEN_OVER_WITHIN_MS = 90_000;

let ringback: Installation;
beforeAll(async () => {
  ringback = await openInstallation();
  for (const id of AGENTS) await saveAgent(ringback.store.db, { id, name: id, endpoint: null, languages: ['ja'], mayPhone: true, routeIds: ['billing'] });
});
afterAll(() => ringback?.close());

function when(id: string, isSo: (plan: Plan) => boolean): Promise<Plan> {
  const read = async () => readPlan(ringback.store.db, id);
  return eventually(read, (plan) => plan !== null && isSo(plan), TAKEN_OVER_WITHIN_MS) as Promise<Plan>;
}

/** Callbacks for next week, which nobody is to call now. */
async function waiting(count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into callback (id, route_id, number, number_hash, name, kind, origin, channel, status, due_at, started_at)
    select gen_random_uuid(), 'billing', '+81312345678', 'waiting-' || n, 'Sato', 'scheduled', 'api', 'voice', 'scheduled', now() + interval '7 days', now()
    from generate_series(1, ${count}::int) n
    returning id`.execute(ringback.store.db);
  return rows.map(({ id }) => id);
}

/** Holds one callback's row, so that whoever comes to it waits in the database. */
async function hold(callbackId: string) {
  const client = new pg.Client(ringback.databaseUrl);
  await client.connect();
  await client.query('begin');
  await client.query('select 1 from callback where id = $1 for update', [callbackId]);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

async function timesOf(ids: readonly string[], table: 'case_event' | 'callback_event', type: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; times: number }>`
    select callback_id as id, count(*)::int as times from ${sql.table(table)} where callback_id = any(${ids}::uuid[]) and type = ${type} group by 1`.execute(ringback.store.db);
  return new Map(rows.map(({ id, times }) => [id, times]));
}

test('a worker is killed in the middle of distributing 2,000 callbacks: each is assigned exactly once, and the plan is finished', async () => {
  const ids = await waiting(2_000);
  const action = { type: 'distribute', method: 'equal', agentIds: AGENTS, levelled: false } as const;
  const { id } = await writePlan(ringback.store.db, { action, selection: { ids }, actor: ACTOR, requestKey: null });
  const middle = await ringback.store.db.selectFrom('plan_item').select('callback_id').where('plan_id', '=', id).where('ordinal', '=', 1_100).executeTakeFirstOrThrow();
  const letGo = await hold(middle.callback_id);
  await ringback.plans.start(id);
  const before = await when(id, ({ counts }) => counts.done === 1_000);
  expect(before.counts.pending).toBe(1_000);
  await ringback.parts.worker.kill();
  await letGo();
  await ringback.parts.worker.start();
  const after = await when(id, ({ state }) => state === 'finished');
  expect(after.counts).toEqual({ pending: 0, done: 2_000, refused: 0, stopped: 0 });
  expect(after.perAgent).toEqual(AGENTS.map((agentId) => ({ agentId, count: 500, done: 500 })));
  expect([...(await timesOf(ids, 'case_event', 'assigned')).values()]).toEqual(ids.map(() => 1));
  const mine = await ringback.store.db.selectFrom('callback').select('id').where('assignee_id', 'in', AGENTS).where('distributor', '=', 'admin').execute();
  expect(mine).toHaveLength(2_000);
});

test('a worker is killed in the middle of withdrawing: each is withdrawn exactly once, and the plan is finished', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 120; n += 1) {
    const desiredAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const { id, generation } = await requestCallback(ringback.store.db, wanted('billing', { kind: 'scheduled', desiredAt, numberHash: `withdrawn-${n}` }));
    await ringback.callbacks.start({ callbackId: id, generation });
    ids.push(id);
  }
  await ringback.store.db.updateTable('callback').set({ assignee_id: 'agent-a', distributor: 'admin' }).where('id', 'in', ids).execute();
  const { id } = await writePlan(ringback.store.db, { action: { type: 'withdraw', reason: null }, selection: { ids }, actor: ACTOR, requestKey: null });
  const letGo = await hold(ids[60] as string);
  await ringback.plans.start(id);
  await when(id, ({ counts }) => counts.done >= 10);
  await ringback.parts.worker.kill();
  expect((await readPlan(ringback.store.db, id))?.counts.pending).toBeGreaterThan(0);
  await letGo();
  await ringback.parts.worker.start();
  const after = await when(id, ({ state }) => state === 'finished');
  expect(after.counts).toEqual({ pending: 0, done: 120, refused: 0, stopped: 0 });
  expect([...(await timesOf(ids, 'callback_event', 'withdrawn')).values()]).toEqual(ids.map(() => 1));
});
