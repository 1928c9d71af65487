import { randomUUID } from 'node:crypto';
import type { RoutePolicy } from '../../../domain/route.ts';
import { SYSTEM } from '../../../domain/words.ts';
import { distributeArrivals } from '../../../matching/arrivals.ts';
import { saveAgent, writeAgents } from '../../../store/agent/agents.ts';
import { assign, readCallback } from '../../../store/callback/callbacks.ts';
import { markStarted, requestCallback } from '../../../store/callback/intake.ts';
import { renewLease } from '../../../store/agent/presence.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import { changeRoutes, moveToRoute } from '../../../store/route/route-change.ts';
import { readRoute, saveRoute } from '../../../store/route/routes.ts';
import { readTimeline } from '../../../store/callback/timeline.ts';
import type { Opened } from '../world.ts';
import { makeRoute, step, wanted } from '../world.ts';

/** Distribution of new requests on their arrival. */
export function arrivalFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const round = () => distributeArrivals(opened().store);

  async function desk(policy: Partial<RoutePolicy>) {
    const routeId = await makeRoute(opened().store, policy);
    const agent = async (more: { routeIds?: string[]; mayPhone?: boolean; isHere?: boolean; endpoint?: string | null } = {}) => {
      const { routeIds = [routeId], mayPhone = true, isHere = false, endpoint = 'client:a' } = more;
      const id = randomUUID();
      await saveAgent(db(), { id, name: 'Aoki', endpoint, languages: [], mayPhone, routeIds });
      if (isHere) await renewLease(db(), { agentId: id, tabId: 'tab', leaseMs: 60_000 });
      return id;
    };
    const arrives = async (count = 1) => {
      const ids: string[] = [];
      for (let n = 0; n < count; n += 1) ids.push((await requestCallback(db(), wanted(routeId))).id);
      return ids;
    };
    return { routeId, agent, arrives };
  }
  const ownersOf = async (ids: readonly string[]) => {
    const rows = await db().selectFrom('callback').select(['id', 'assignee_id']).where('id', 'in', ids).execute();
    return ids.map((id) => rows.find((row) => row.id === id)?.assignee_id ?? null);
  };
  const countsOf = async (ids: readonly string[], agents: readonly string[]) => {
    const owners = await ownersOf(ids);
    return agents.map((agent) => owners.filter((owner) => owner === agent).length);
  };

  test('spreads new requests evenly over the route’s agents, with a line that says so', async () => {
    const { agent, arrives } = await desk({ automaticDistribution: 'all' });
    const agents = [await agent(), await agent(), await agent()];
    const ids = await arrives(7);
    expect(await round()).toBe(7);
    expect((await countsOf(ids, agents)).toSorted((a, b) => a - b)).toEqual([2, 2, 3]);
    const [id = ''] = ids;
    const agentId = (await readCallback(db(), id))?.assignee_id;
    expect(await readCallback(db(), id)).toMatchObject({ distributor: 'arrival', arriving: false });
    expect(await readTimeline(db(), id)).toContainEqual(expect.objectContaining({ type: 'assigned', actor: SYSTEM, data: { agentId, distributor: 'arrival' } }));
    expect(await round()).toBe(0);
  });

  test('who carries fewest open ones is first; of equals, who was given one longest ago', async () => {
    const { agent, arrives } = await desk({ automaticDistribution: 'all' });
    const [first, second] = [await agent(), await agent()];
    const taken: (string | null)[] = [];
    for (let n = 0; n < 4; n += 1) {
      const ids = await arrives();
      await round();
      taken.push(...(await ownersOf(ids)));
      await db().updateTable('callback').set({ status: 'completed', ended_at: new Date() }).where('id', 'in', ids).execute();
    }
    expect(new Set(taken.slice(0, 2))).toEqual(new Set([first, second]));
    expect(taken.slice(2)).toEqual(taken.slice(0, 2));
    const [loaded] = await arrives();
    await assign(db(), { callbackId: loaded ?? '', agentId: first, distributor: 'admin', actor: SYSTEM });
    await round();
    const next = await arrives(1);
    await round();
    expect(await ownersOf(next)).toEqual([second]);
  });

  test('only to agents who could be offered it, and where the route says so only to those logged in', async () => {
    const { agent, arrives } = await desk({ automaticDistribution: 'logged_in' });
    await agent();
    await agent({ isHere: true, mayPhone: false });
    await agent({ isHere: true, endpoint: null });
    await agent({ isHere: true, routeIds: [] });
    const here = await agent({ isHere: true });
    const ids = await arrives(3);
    await round();
    expect(await countsOf(ids, [here])).toEqual([3]);
  });

  test('never to who may not sign in any more', async () => {
    const { routeId, agent, arrives } = await desk({ automaticDistribution: 'all' });
    const gone = { id: await agent(), name: 'Aoki', endpoint: 'client:a', languages: [], mayPhone: true, routeIds: [routeId], disabled: true };
    await writeAgents(db(), [gone]);
    const ids = await arrives(2);
    await round();
    expect(await ownersOf(ids)).toEqual([null, null]);
  });

  test('what there was nobody for on arrival stays undistributed, for whoever is Ready', async () => {
    const { agent, arrives } = await desk({ automaticDistribution: 'logged_in' });
    const ids = await arrives(2);
    expect(await round()).toBe(2);
    await agent({ isHere: true });
    expect(await round()).toBe(0);
    expect(await ownersOf(ids)).toEqual([null, null]);
  });

  test('a route without it, or that is switched off before the round, leaves its requests alone', async () => {
    const off = await desk({});
    const changed = await desk({ automaticDistribution: 'all' });
    await off.agent();
    await changed.agent();
    const ids = [...(await off.arrives()), ...(await changed.arrives())];
    const route = await readRoute(db(), changed.routeId);
    await saveRoute(db(), { ...route!, policy: { ...route!.policy, automaticDistribution: 'off' } });
    await round();
    expect(await ownersOf(ids)).toEqual([null, null]);
  });

  test('what somebody has been given, or is being offered, meanwhile is left to them', async () => {
    const { agent, arrives } = await desk({ automaticDistribution: 'all' });
    const [chosen] = [await agent(), await agent()];
    const [given = '', offered = ''] = await arrives(2);
    await assign(db(), { callbackId: given, agentId: chosen, distributor: 'admin', actor: SYSTEM });
    const reservation = { id: randomUUID(), callback_id: offered, agent_id: chosen, purpose: 'offer' } as const;
    await db().insertInto('reservation').values(reservation).execute();
    expect(await round()).toBe(1);
    expect(await readCallback(db(), given)).toMatchObject({ assignee_id: chosen, distributor: 'admin', arriving: false });
    expect(await readCallback(db(), offered)).toMatchObject({ assignee_id: null, arriving: true });
    await db().updateTable('reservation').set({ released_at: new Date() }).where('id', '=', reservation.id).execute();
    await round();
    expect((await readCallback(db(), offered))?.assignee_id).not.toBeNull();
  });

  test('a withdrawn one is not taken; one that the customer asks for again is, once it waits again', async () => {
    const { routeId, agent } = await desk({ automaticDistribution: 'all' });
    const agentId = await agent();
    const request = wanted(routeId);
    const { id } = await requestCallback(db(), request);
    await markStarted(db(), id);
    await round();
    await writeProjection(db(), step(id, 1, { status: 'withdrawn' }));
    await round();
    expect((await ownersOf([id]))[0]).toBeNull();
    await requestCallback(db(), request);
    await round();
    expect((await ownersOf([id]))[0]).toBeNull();
    await writeProjection(db(), step(id, 2, { status: 'scheduled' }));
    await round();
    expect((await ownersOf([id]))[0]).toBe(agentId);
  });

  test('a callback that comes from another route arrives, unless it is somebody’s', async () => {
    const from = await desk({});
    const { routeId, agent } = await desk({ automaticDistribution: 'all' });
    await agent();
    const both = await agent({ routeIds: [from.routeId, routeId] });
    const [one = '', two = '', owned = ''] = await from.arrives(3);
    await assign(db(), { callbackId: owned, agentId: both, distributor: 'admin', actor: SYSTEM });
    await db().transaction().execute((tx) => moveToRoute(tx, { callbackId: one, routeId, actor: SYSTEM }));
    const rows = await db().selectFrom('callback').selectAll().where('id', 'in', [two, owned]).execute();
    const changing = rows.map((row) => ({ id: row.id, routeId: row.route_id, assigneeId: row.assignee_id, status: row.status, isStarted: false }));
    await db().transaction().execute((tx) => changeRoutes(tx, changing, routeId, SYSTEM));
    expect(await round()).toBe(2);
    expect(await ownersOf([one, two])).not.toContain(null);
    expect(await readCallback(db(), owned)).toMatchObject({ assignee_id: both, distributor: 'admin' });
  });

  test('requests that race with rounds of several processes are given once each, and evenly', async () => {
    const { agent, arrives } = await desk({ automaticDistribution: 'all' });
    const agents = [await agent(), await agent(), await agent(), await agent()];
    const others = [opened().store, await opened().another()];
    const incoming = Promise.all(Array.from({ length: 8 }, () => arrives(5)));
    const rounds = others.map(async (store) => {
      for (let n = 0; n < 10; n += 1) await distributeArrivals(store);
    });
    const ids = (await incoming).flat();
    await Promise.all(rounds);
    await round();
    const counts = await countsOf(ids, agents);
    expect(counts).toEqual([10, 10, 10, 10]);
    const lines = await db().selectFrom('case_event').select('callback_id').where('type', '=', 'assigned').where('callback_id', 'in', ids).execute();
    expect(lines).toHaveLength(40);
  });

  test('many arrivals at once are taken in turns, and all of them', async () => {
    const { agent, arrives } = await desk({ automaticDistribution: 'all' });
    const agents = [await agent(), await agent()];
    const ids = await arrives(510);
    expect(await round()).toBe(510);
    expect(await countsOf(ids, agents)).toEqual([255, 255]);
  });
}
