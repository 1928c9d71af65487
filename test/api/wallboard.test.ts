import { renewLease, setWish } from '../../store/agent/presence.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre, reserved } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());
beforeEach(async () => {
  await centre.store.db.deleteFrom('callback').execute();
});

const minutes = (from: number) => new Date(Date.now() + from * 60_000).toISOString();
const board = async (query = '', as = 'admin') => centre.ask('GET', `/v1/wallboard${query}`, { as });

async function callback(columns: Record<string, unknown>): Promise<string> {
  const id = await givenCallback(centre);
  await given(centre, id, columns);
  return id;
}

test('is for administrators', async () => {
  expect((await board('', 'aoki')).status).toBe(403);
  expect((await centre.ask('GET', '/v1/wallboard')).status).toBe(401);
});

test('an empty desk is all zeros', async () => {
  const { body } = await board();
  expect(body).toMatchObject({ waiting: 0, offered: 0, onCall: 0, afterCall: 0, overdue: 0, oldestDueAt: null, dueNextHour: 0 });
  expect(body.agents).toEqual({ offline: 2, not_ready: 0, ready: 0, busy: 0, after_call: 0 });
});

test('counts what has not ended, each in its place', async () => {
  const oldest = minutes(-50);
  // Overdue without a window, overdue by its window, and within its window.
  await callback({ status: 'queued', due_at: minutes(-20) });
  await callback({ status: 'queued', due_at: minutes(-5) });
  await callback({ status: 'offered', due_at: minutes(-10), window_ends_at: minutes(-1) });
  await callback({ status: 'preview', due_at: oldest, window_ends_at: minutes(10) });
  await callback({ status: 'dialling', due_at: minutes(-90) });
  await callback({ status: 'connected', due_at: minutes(-90) });
  await callback({ status: 'wrap_up', due_at: minutes(-90) });
  await callback({ status: 'scheduled', due_at: minutes(59) });
  await callback({ status: 'scheduled', due_at: minutes(61) });
  await callback({ status: 'withdrawn', due_at: minutes(-99) });
  await callback({ status: 'completed', due_at: minutes(-99), ended_at: minutes(-1) });
  expect((await board()).body).toMatchObject({ waiting: 2, offered: 2, onCall: 2, afterCall: 1, overdue: 2, oldestDueAt: oldest, dueNextHour: 1 });
});

test('is narrowed to routes, and to a team: what is in its hands, or assigned to it', async () => {
  const { aoki, mori } = centre.ids;
  await centre.store.db.insertInto('team').values({ id: 'team-1', name: 'One' }).execute();
  await centre.store.db.insertInto('agent_team').values({ agent_id: aoki, team_id: 'team-1' }).execute();
  await callback({ status: 'queued', due_at: minutes(-1), assignee_id: aoki });
  await callback({ status: 'queued', due_at: minutes(-1), assignee_id: mori });
  await callback({ status: 'connected', due_at: minutes(-1), assignee_id: mori, agent_id: aoki });
  await callback({ status: 'connected', due_at: minutes(-1), assignee_id: aoki, agent_id: mori, route_id: 'old' });
  expect((await board('?team=team-1')).body).toMatchObject({ waiting: 1, onCall: 1, agents: { offline: 1 } });
  expect((await board('?route=old')).body).toMatchObject({ waiting: 0, onCall: 1, agents: { offline: 0 } });
  expect((await board('?route=old,billing')).body).toMatchObject({ waiting: 2, onCall: 2, agents: { offline: 2 } });
});

test('agents stand as they do: ready, in a call, gone', async () => {
  const { aoki, mori } = centre.ids;
  const { db } = centre.store;
  for (const agentId of [aoki, mori]) await renewLease(db, { agentId, tabId: 'tab-12345678', leaseMs: 60_000 });
  await setWish(db, { agentId: aoki, channel: 'voice', wish: 'ready', reason: null });
  const id = await callback({ status: 'connected', due_at: minutes(-1), agent_id: mori });
  await reserved(centre, id, mori);
  expect((await board()).body.agents).toEqual({ offline: 0, not_ready: 0, ready: 1, busy: 1, after_call: 0 });
  await centre.ask('POST', `/v1/agents/${aoki}/disable`, { as: 'admin' });
  expect((await board()).body.agents).toEqual({ offline: 0, not_ready: 0, ready: 0, busy: 1, after_call: 0 });
});
