import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PlanAction } from '../../../domain/plan.ts';
import type { Actor } from '../../../domain/words.ts';
import { saveAgent } from '../../../store/agent/agents.ts';
import { NoSuchCallback, TooMany, draftPlan } from '../../../store/plan/plan-draft.ts';
import { finishPlan, settle, settleInSql, takeToAsk } from '../../../store/plan/plan-settle.ts';
import { KeyReused, NothingSelected, readPlan, recentPlans, refusedItems, stopPlan, unfinishedPlans, writePlan } from '../../../store/plan/plans.ts';
import { match } from '../../../matching/match.ts';
import { renewLease, setWish, shortenLease } from '../../../store/agent/presence.ts';
import { deleteRoute } from '../../../store/route/route-settings.ts';
import { readRoute, saveRoute } from '../../../store/route/routes.ts';
import { reserveForDial } from '../../../store/agent/reservations.ts';
import type { Opened } from '../world.ts';
import { makeCallback, makeRoute, whileOpen } from '../world.ts';

const ADMIN: Actor = { type: 'user', id: 'admin' };
const ALL = { after: 0, limit: 1_000 };

export function planFacts(opened: () => Opened): void {
  const store = () => opened().store;
  const db = () => store().db;
  const ALWAYS = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '00:00', to: '24:00' }]]));

  async function agent(...routeIds: string[]): Promise<string> {
    const id = randomUUID();
    await saveAgent(db(), { id, name: 'Mori', endpoint: 'client:mori', languages: ['ja'], mayPhone: true, routeIds });
    return id;
  }

  async function some(count: number, columns: Record<string, unknown> = {}) {
    const routeId = await makeRoute(store(), { hours: ALWAYS });
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push(await makeCallback(store(), { routeId }));
    await be(ids, { started_at: new Date(), ...columns });
    return { routeId, ids };
  }

  const be = (ids: readonly string[], columns: Record<string, unknown>) => db().updateTable('callback').set(columns).where('id', 'in', ids).execute();
  const plan = async (action: PlanAction, ids: readonly string[]) => (await writePlan(db(), { action, selection: { ids }, actor: ADMIN, requestKey: null })).id;
  const to = (...agentIds: string[]): PlanAction => ({ type: 'distribute', method: 'equal', agentIds, levelled: false });
  const rowOf = (id: string) => db().selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const eventsOf = (id: string) => db().selectFrom('case_event').select(['type', 'data', 'actor']).where('callback_id', '=', id).orderBy('id').execute();
  const itemsOf = (id: string) => db().selectFrom('plan_item').selectAll().where('plan_id', '=', id).orderBy('ordinal').execute();
  const messagesTo = (id: string) => db().selectFrom('outbox').select('message').where('callback_id', '=', id).execute();
  const refusalsOf = async (id: string) => (await itemsOf(id)).map(({ refusal }) => refusal);

  test('a plan is written whole, in the order its callbacks are due, with what is refused already', async () => {
    const { ids, routeId } = await some(4);
    const [late, early, taken, ended] = ids as [string, string, string, string];
    const [one, other] = [await agent(routeId), await agent(routeId)];
    await be([late], { due_at: '2026-12-02T00:00:00Z' });
    await be([early], { due_at: '2026-12-01T00:00:00Z' });
    await be([taken], { assignee_id: one });
    await be([ended], { status: 'completed', ended_at: new Date() });
    const id = await plan(to(one, other), ids);
    const items = await itemsOf(id);
    expect(items.map(({ callback_id }) => callback_id).slice(0, 2)).toEqual([early, late]);
    expect(Object.fromEntries(items.map(({ callback_id, refusal }) => [callback_id, refusal]))).toEqual({ [early]: null, [late]: null, [taken]: 'already_distributed', [ended]: 'callback_over' });
    // Who carries less is served first.
    expect(items.slice(0, 2).map(({ agent_id }) => agent_id)).toEqual([other, one]);
    expect(await readPlan(db(), id)).toMatchObject({ state: 'running', total: 4, counts: { pending: 2, refused: 2, done: 0, stopped: 0 }, actor: ADMIN });
    expect((await recentPlans(db(), 1)).map((found) => found.id)).toEqual([id]);
    expect(await unfinishedPlans(db(), 0, 1_000)).toContain(id);
    expect(await unfinishedPlans(db(), 60_000, 1_000)).not.toContain(id);
  });

  test('nothing of a plan is written when one of its callbacks does not exist, or none is open, or there are too many', async () => {
    const before = await db().selectFrom('plan').select('id').execute();
    const { ids, routeId } = await some(1);
    await expect(plan(to(await agent(routeId)), [...ids, randomUUID()])).rejects.toThrow(NoSuchCallback);
    const wanted = { action: { type: 'cancel', reason: null }, actor: ADMIN, requestKey: null } as const;
    await expect(writePlan(db(), { ...wanted, selection: { search: { name: randomUUID() } } })).rejects.toThrow(NothingSelected);
    await sql`
      insert into callback (id, route_id, number, number_hash, name, kind, origin, channel, status, started_at)
      select gen_random_uuid(), ${routeId}, '+81312345678', 'many-' || n, 'too many', 'asap', 'api', 'voice', 'scheduled', now() from generate_series(1, 10001) n`.execute(db());
    await expect(writePlan(db(), { ...wanted, selection: { search: { name: 'too many' } } })).rejects.toThrow(TooMany);
    expect(await db().selectFrom('plan').select('id').execute()).toEqual(before);
  });

  test('one key is one plan, also at once; for another request it is a mistake', async () => {
    const { ids } = await some(2);
    const wanted = { action: { type: 'cancel', reason: null }, selection: { ids }, actor: ADMIN, requestKey: randomUUID() } as const;
    const written = await Promise.all([1, 2, 3, 4].map(() => writePlan(db(), wanted)));
    expect(new Set(written.map(({ id }) => id)).size).toBe(1);
    expect(written.filter(({ isNew }) => isNew)).toHaveLength(1);
    await expect(writePlan(db(), { ...wanted, action: { type: 'cancel', reason: 'other' } })).rejects.toThrow(KeyReused);
  });

  test('distributing assigns, says who to whom on the timeline, and has what was withdrawn wanted again', async () => {
    const { ids, routeId } = await some(2);
    const [waiting, withdrawn] = ids as [string, string];
    await be([withdrawn], { status: 'withdrawn' });
    const mori = await agent(routeId);
    const id = await plan(to(mori), ids);
    await settleInSql(db(), id, ALL);
    for (const callbackId of ids) {
      expect(await rowOf(callbackId)).toMatchObject({ assignee_id: mori, distributor: 'admin', assigned_at: expect.anything() });
      expect(await eventsOf(callbackId)).toEqual([{ type: 'assigned', actor: ADMIN, data: { agentId: mori, distributor: 'admin' } }]);
    }
    expect([await messagesTo(waiting), await messagesTo(withdrawn)]).toEqual([[], [{ message: 'revive' }]]);
    expect(await finishPlan(db(), id)).toBe(true);
    expect(await readPlan(db(), id)).toMatchObject({ state: 'finished', counts: { done: 2 }, perAgent: [{ agentId: mori, count: 2, done: 2 }] });
  });

  test('several who carry out one plan assign each callback once', async () => {
    const { ids, routeId } = await some(30);
    const id = await plan(to(await agent(routeId), await agent(routeId)), ids);
    await Promise.all(Array.from({ length: 6 }, () => settleInSql(db(), id, { after: 0, limit: 20 })));
    await settleInSql(db(), id, ALL);
    for (const callbackId of ids) expect(await eventsOf(callbackId)).toHaveLength(1);
    expect(await readPlan(db(), id)).toMatchObject({ counts: { done: 30 }, perAgent: [{ done: 15 }, { done: 15 }] });
  });

  test('two plans for the same callbacks: each is assigned once, and the other is told by callback', async () => {
    const { ids, routeId } = await some(40);
    const plans = await Promise.all([plan(to(await agent(routeId)), ids), plan(to(await agent(routeId)), ids.toReversed())]);
    const carryOut = async (id: string): Promise<void> => {
      for (let after: number | null = 0; after !== null; ) after = await settleInSql(db(), id, { after, limit: 7 });
    };
    await Promise.all(plans.map(carryOut));
    for (const callbackId of ids) expect(await eventsOf(callbackId)).toHaveLength(1);
    const [one, two] = await Promise.all(plans.map((id) => readPlan(db(), id)));
    expect((one?.counts.done ?? 0) + (two?.counts.done ?? 0)).toBe(40);
    expect((one?.counts.refused ?? 0) + (two?.counts.refused ?? 0)).toBe(40);
    const refusals = (await Promise.all(plans.map(refusalsOf))).flat();
    expect(refusals.filter((refusal) => refusal === 'already_distributed')).toHaveLength(40);
  });

  test('what has changed since the plan was written is refused as it is now', async () => {
    const { ids, routeId } = await some(5);
    const [calling, offered, ended, held, stays] = ids as [string, string, string, string, string];
    const [mori, leaver] = [await agent(routeId), await agent()];
    const id = await plan(to(mori), ids);
    await be([calling], { status: 'dialling' });
    await be([offered], { status: 'offered' });
    await be([ended], { status: 'expired', ended_at: new Date() });
    await reserveForDial(db(), { callbackId: held, agentId: leaver });
    await settleInSql(db(), id, ALL);
    const refusals = Object.fromEntries((await itemsOf(id)).map(({ callback_id, refusal }) => [callback_id, refusal]));
    expect(refusals).toEqual({ [calling]: 'being_called', [offered]: 'wrong_state', [ended]: 'callback_over', [held]: 'wrong_state', [stays]: null });
  });

  test('an agent who has lost the route since is given nothing', async () => {
    const { ids, routeId } = await some(1);
    const mori = await agent(routeId);
    const id = await plan(to(mori), ids);
    await saveAgent(db(), { id: mori, name: 'Mori', endpoint: null, languages: [], mayPhone: true, routeIds: [] });
    await settleInSql(db(), id, ALL);
    expect(await refusalsOf(id)).toEqual(['no_eligible_agent']);
    expect(await eventsOf(String(ids[0]))).toEqual([]);
  });

  test('moving leaves open offers to their workflows; asked, it assigns what was withdrawn for it', async () => {
    const { ids, routeId } = await some(3);
    const [waiting, offered, nobodys] = ids as [string, string, string];
    const [aoki, mori] = [await agent(routeId), await agent(routeId)];
    await be([waiting, offered], { assignee_id: aoki, distributor: 'admin' });
    await be([offered], { status: 'offered' });
    const id = await plan({ ...to(mori), type: 'move' } as PlanAction, ids);
    await settleInSql(db(), id, ALL);
    expect(await rowOf(waiting)).toMatchObject({ assignee_id: mori });
    expect(await rowOf(offered)).toMatchObject({ assignee_id: aoki });
    const states = Object.fromEntries((await itemsOf(id)).map(({ callback_id, state }) => [callback_id, state]));
    expect(states).toEqual({ [waiting]: 'done', [offered]: 'pending', [nobodys]: 'refused' });
    expect(await finishPlan(db(), id)).toBe(false);
    const [asked] = await takeToAsk(db(), id, 10);
    expect(asked).toMatchObject({ callback_id: offered, tries: 1 });
    await be([offered], { status: 'withdrawn', assignee_id: null });
    // Stopped between the two, the callback is not left lying there.
    await stopPlan(db(), id);
    await settleInSql(db(), id, { only: Number(asked?.ordinal) });
    expect(await rowOf(offered)).toMatchObject({ assignee_id: mori });
    expect(await messagesTo(offered)).toEqual([{ message: 'revive' }]);
    expect(await readPlan(db(), id)).toMatchObject({ state: 'stopped', counts: { done: 2, refused: 1, stopped: 0 } });
  });

  test('a change of route is told, planned anew, and takes the callback from an agent who does not serve it', async () => {
    const { ids, routeId: from } = await some(3);
    const [keeps, loses, unstarted] = ids as [string, string, string];
    const routeId = await makeRoute(store());
    const [both, one] = [await agent(from, routeId), await agent(from)];
    await be([keeps], { assignee_id: both, distributor: 'admin' });
    await be([loses], { assignee_id: one, distributor: 'admin' });
    await be([unstarted], { started_at: null });
    const id = await plan({ type: 'change_route', routeId }, ids);
    await settleInSql(db(), id, ALL);
    expect((await readPlan(db(), id))?.counts.done).toBe(3);
    for (const callbackId of ids) expect(await rowOf(callbackId)).toMatchObject({ route_id: routeId });
    expect(await rowOf(keeps)).toMatchObject({ assignee_id: both });
    expect(await rowOf(loses)).toMatchObject({ assignee_id: null, distributor: null });
    expect((await eventsOf(loses)).map(({ type, data }) => [type, data])).toEqual([
      ['route_changed', { from, to: routeId }],
      ['unassigned', { agentId: null, distributor: null }],
    ]);
    expect([await messagesTo(keeps), await messagesTo(unstarted)]).toEqual([[{ message: 'policyChanged' }], []]);
    const again = await plan({ type: 'change_route', routeId }, ids);
    await settleInSql(db(), again, ALL);
    expect((await readPlan(db(), again))?.counts.done).toBe(3);
    expect(await eventsOf(keeps)).toHaveLength(1);
  });

  test('a route has one open callback of a number: of two the first goes there, and none to a closed route', async () => {
    const [one, two, three] = [await makeRoute(store()), await makeRoute(store()), await makeRoute(store())];
    const number = '+819055556666';
    const [there, first, second] = [await makeCallback(store(), { routeId: three, number }), await makeCallback(store(), { routeId: one, number }), await makeCallback(store(), { routeId: two, number })];
    const refused = await plan({ type: 'change_route', routeId: three }, [first]);
    expect(await refusalsOf(refused)).toEqual(['route_has_one']);
    await be([there], { status: 'cancelled', ended_at: new Date() });
    const both = await plan({ type: 'change_route', routeId: three }, [first, second]);
    expect(new Set(await refusalsOf(both))).toEqual(new Set([null, 'route_has_one']));
    await settleInSql(db(), both, ALL);
    const route = await readRoute(db(), two);
    if (route) await saveRoute(db(), { ...route, closed: true });
    expect(await refusalsOf(await plan({ type: 'change_route', routeId: two }, [first]))).toEqual(['route_closed']);
  });

  test('a route that is being deleted at the same moment takes none of them', async () => {
    const { ids } = await some(2);
    const routeId = await makeRoute(store());
    const id = await plan({ type: 'change_route', routeId }, ids);
    const other = (await opened().another()).db;
    await whileOpen(db(), (tx) => deleteRoute(tx, routeId, ADMIN), () => settleInSql(other, id, ALL));
    expect(await refusalsOf(id)).toEqual(['route_closed', 'route_closed']);
    expect(await db().selectFrom('callback').select('id').where('route_id', '=', routeId).execute()).toEqual([]);
  });

  test('what is being distributed at the same moment is offered to nobody else', async () => {
    const { ids, routeId } = await some(1, { status: 'queued', due_at: new Date() });
    const [ready, other] = [await agent(routeId), (await opened().another())];
    const id = await plan(to(await agent(routeId)), ids);
    await renewLease(db(), { agentId: ready, tabId: 'tab', leaseMs: 60_000 });
    await setWish(db(), { agentId: ready, channel: 'voice', wish: 'ready', reason: null });
    await whileOpen(db(), (tx) => settleInSql(tx, id, ALL), () => match(other));
    expect(await db().selectFrom('reservation').select('agent_id').where('callback_id', 'in', ids).execute()).toEqual([]);
    await be(ids, { status: 'completed', ended_at: new Date() });
    await shortenLease(db(), { agentId: ready, tabId: 'tab', graceMs: 0 });
  });

  test('a new time is refused where it is past, or the callback’s route is closed then', async () => {
    const { ids } = await some(1);
    const closed = await makeRoute(store(), { hours: {} });
    const other = await makeCallback(store(), { routeId: closed });
    const at = new Date(Date.now() + 86_400_000).toISOString();
    const items = await draftPlan(db(), { type: 'reschedule', at, windowEndsAt: null }, { ids: [...ids, other] });
    expect(Object.fromEntries(items.map(({ callbackId, refusal }) => [callbackId, refusal]))).toEqual({ [String(ids[0])]: null, [other]: 'bad_time' });
    const past = await draftPlan(db(), { type: 'reschedule', at: '2026-01-01T00:00:00.000Z', windowEndsAt: null }, { ids });
    expect(past.map(({ refusal }) => refusal)).toEqual(['bad_time']);
  });

  test('those asked least often are asked next, and what is settled is settled once', async () => {
    const { ids } = await some(3);
    await be(ids, { assignee_id: await agent(), distributor: 'admin' });
    const id = await plan({ type: 'withdraw', reason: null }, ids);
    expect((await takeToAsk(db(), id, 2)).map(({ ordinal, tries }) => [ordinal, tries])).toEqual([[1, 1], [2, 1]]);
    expect((await takeToAsk(db(), id, 2)).map(({ ordinal, tries }) => [ordinal, tries])).toEqual([[1, 2], [3, 1]]);
    await settle(db(), id, [{ ordinal: 1, refusal: null }, { ordinal: 2, refusal: 'unavailable' }]);
    await settle(db(), id, [{ ordinal: 1, refusal: 'unavailable' }]);
    expect((await itemsOf(id)).map(({ state, refusal }) => [state, refusal])).toEqual([['done', null], ['refused', 'unavailable'], ['pending', null]]);
    expect(await refusedItems(db(), id, { after: 0, limit: 10 })).toMatchObject([{ id: (await itemsOf(id))[1]?.callback_id, refusal: 'unavailable', ordinal: 2 }]);
    expect(await refusedItems(db(), id, { after: 2, limit: 10 })).toEqual([]);
  });

  test('Stop ends a plan once: what was done in time stays done, and what was under way is done all the same', async () => {
    const { ids } = await some(2);
    await be(ids, { assignee_id: await agent(), distributor: 'admin' });
    const id = await plan({ type: 'withdraw', reason: null }, ids);
    await takeToAsk(db(), id, 1);
    expect(await stopPlan(db(), id)).toBe(true);
    await settle(db(), id, [{ ordinal: 1, refusal: null }, { ordinal: 2, refusal: 'being_called' }]);
    expect(await readPlan(db(), id)).toMatchObject({ state: 'stopped', counts: { pending: 0, done: 1, stopped: 1 } });
    expect([await stopPlan(db(), id), await stopPlan(db(), randomUUID())]).toEqual([true, false]);
    expect([await finishPlan(db(), id), await takeToAsk(db(), id, 5), await readPlan(db(), randomUUID())]).toEqual([true, [], null]);
  });
}
