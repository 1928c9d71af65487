import pino from 'pino';
import type { ActivityDependencies } from '../../activities/index.ts';
import { carryOutPlan } from '../../activities/plan/index.ts';
import { startPlans } from '../../activities/sweep/start-plans.ts';
import type { PlanAction } from '../../domain/plan.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import { requestCallback } from '../../store/callback/intake.ts';
import { assign } from '../../store/callback/ownership.ts';
import { takeToAsk } from '../../store/plan/plan-settle.ts';
import type { Plan } from '../../store/plan/plans.ts';
import { readPlan, refusedItems, stopPlan, writePlan } from '../../store/plan/plans.ts';
import { saveRoute } from '../../store/route/routes.ts';
import { TemporalUnavailable } from '../../temporal/errors.ts';
import { cancelUpdate, rescheduleUpdate, withdrawUpdate } from '../../workflows/messages.ts';
import { wanted } from '../store/world.ts';
import { DAY_MS, accept, fromNow, offeredTo, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { POLICY, openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
  for (const id of ['sato', 'ito']) await saveAgent(centre.store.db, { id, name: id, endpoint: null, languages: ['ja'], mayPhone: true, routeIds: ['billing'] });
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

const actor = user('admin');
const db = () => centre.store.db;
const give = (callbackId: string, agentId: string) => assign(db(), { callbackId, agentId, distributor: 'admin', actor });
const to = (type: 'distribute' | 'move', ...agentIds: string[]): PlanAction => ({ type, method: 'equal', agentIds, levelled: false });
const WITHDRAW: PlanAction = { type: 'withdraw', reason: 'Sato is ill' };

async function written(action: PlanAction, ids: readonly string[]): Promise<string> {
  return (await writePlan(db(), { action, selection: { ids }, actor, requestKey: null })).id;
}

/** Waits until a plan has ended. */
async function ended(id: string): Promise<Plan> {
  for (;;) {
    const plan = await readPlan(db(), id);
    if (plan && plan.state !== 'running') return plan;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function carriedOut(action: PlanAction, ids: readonly string[]): Promise<Plan> {
  const id = await written(action, ids);
  await centre.plans.start(id);
  return ended(id);
}

const refusalsOf = async ({ id }: Plan) => Object.fromEntries((await refusedItems(db(), id, { after: 0, limit: 100 })).map((item) => [item.id, item.refusal]));
const eventsOf = async (id: string, type: string) => (await centre.events(id)).filter((event) => event.type === type);

/** Callbacks that wait in the queue while nobody is Ready. */
async function waiting(count: number, assignee?: string): Promise<string[]> {
  await centre.only();
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await centre.request('50'));
  for (const id of ids) await centre.when(id, (row) => row.status === 'queued');
  if (assignee) for (const id of ids) await give(id, assignee);
  return ids;
}

describe('distributing', () => {
  test('spreads callbacks over agents, and each is assigned once with who did it', async () => {
    const ids = await waiting(4);
    expect(await carriedOut(to('distribute', 'sato', 'ito'), ids)).toMatchObject({ state: 'finished', counts: { done: 4 }, perAgent: [{ agentId: 'ito', done: 2 }, { agentId: 'sato', done: 2 }] });
    for (const id of ids) {
      expect(await centre.row(id)).toMatchObject({ distributor: 'admin', status: 'queued' });
      expect(await db().selectFrom('case_event').select('actor').where('callback_id', '=', id).where('type', '=', 'assigned').execute()).toEqual([{ actor }]);
    }
  });

  test('leaves one that is being offered to somebody, and says so', async () => {
    const [id] = (await waiting(1)) as [string];
    await centre.agent('aoki');
    const offerId = await offeredTo(centre, id, 'aoki');
    await centre.only();
    expect(offerId).not.toBe('');
    expect(await refusalsOf(await carriedOut(to('distribute', 'sato'), [id]))).toEqual({ [id]: 'wrong_state' });
  });

  test('brings a withdrawn one back', async () => {
    const [id] = (await waiting(1, 'sato')) as [string];
    await centre.callbacks.update(withdrawUpdate, id, { actor, reason: null });
    await carriedOut(to('distribute', 'ito'), [id]);
    expect(await centre.when(id, (row) => row.status === 'queued')).toMatchObject({ assignee_id: 'ito', distributor: 'admin' });
  });

  test('by two at once assigns each callback once, and tells the loser by callback', async () => {
    const ids = await waiting(6);
    const plans = await Promise.all([carriedOut(to('distribute', 'sato'), ids), carriedOut(to('distribute', 'ito'), ids)]);
    expect(plans.reduce((sum, { counts }) => sum + counts.done, 0)).toBe(6);
    const refusals = (await Promise.all(plans.map(refusalsOf))).flatMap((refused) => Object.values(refused));
    expect(refusals).toEqual(Array.from({ length: 6 }, () => 'already_distributed'));
    for (const id of ids) expect(await db().selectFrom('case_event').select('id').where('callback_id', '=', id).where('type', '=', 'assigned').execute()).toHaveLength(1);
  });
});

describe('withdrawing and moving', () => {
  test('what is distributed is withdrawn; what is nobody’s, or being called, is left and told', async () => {
    await centre.only('aoki');
    const calling = await centre.request('00');
    await accept(centre, calling, 'aoki');
    await centre.when(calling, (row) => row.status === 'connected');
    const [mine, other, nobodys] = [...(await waiting(2, 'sato')), ...(await waiting(1))] as [string, string, string];
    const plan = await carriedOut(WITHDRAW, [mine, other, nobodys, calling]);
    expect(await refusalsOf(plan)).toEqual({ [nobodys]: 'not_distributed', [calling]: 'being_called' });
    expect(plan.counts).toEqual({ pending: 0, done: 2, refused: 2, stopped: 0 });
    for (const id of [mine, other]) {
      expect(await centre.row(id)).toMatchObject({ status: 'withdrawn', assignee_id: null });
      expect(await eventsOf(id, 'withdrawn')).toMatchObject([{ actor, data: { reason: 'Sato is ill' } }]);
    }
  });

  test('an open offer moves with its callback: its agent is free, and it waits for the other', async () => {
    const [id] = (await waiting(1)) as [string];
    await centre.agent('aoki');
    await give(id, 'aoki');
    const offerId = await offeredTo(centre, id, 'aoki');
    await centre.only();
    const plan = await carriedOut(to('move', 'ito'), [id]);
    expect(plan.counts).toEqual({ pending: 0, done: 1, refused: 0, stopped: 0 });
    expect(await centre.when(id, (row) => row.status === 'queued')).toMatchObject({ assignee_id: 'ito', distributor: 'admin', reservation_id: null });
    expect(await db().selectFrom('reservation').select('offer_end').where('id', '=', offerId).executeTakeFirst()).toEqual({ offer_end: 'withdrawn' });
  });

  test('a workflow that Temporal was never told of is started first', async () => {
    await centre.only();
    const { id } = await requestCallback(db(), wanted('billing', { number: '+819077770001' }));
    await give(id, 'sato');
    expect((await carriedOut(WITHDRAW, [id])).counts.done).toBe(1);
    expect(await centre.row(id)).toMatchObject({ status: 'withdrawn' });
  });
});

describe('cancelling, rescheduling, changing the route', () => {
  test('cancels for good, what is withdrawn too', async () => {
    const ids = await waiting(2, 'sato');
    await centre.callbacks.update(withdrawUpdate, ids[0] ?? '', { actor, reason: null });
    expect((await carriedOut({ type: 'cancel', reason: 'recall' }, ids)).counts.done).toBe(2);
    for (const id of ids) expect(await centre.row(id)).toMatchObject({ status: 'cancelled', end_reason: 'recall' });
    expect((await carriedOut({ type: 'cancel', reason: null }, ids)).counts.refused).toBe(2);
  });

  test('moves to another time, and whose it is stays so', async () => {
    const [id] = (await waiting(1, 'sato')) as [string];
    const at = await fromNow(centre, 2 * DAY_MS);
    expect((await carriedOut({ type: 'reschedule', at, windowEndsAt: null }, [id])).counts.done).toBe(1);
    const row = await centre.when(id, ({ status }) => status === 'scheduled');
    expect([row.due_at?.toISOString(), row.desired_at?.toISOString(), row.assignee_id]).toEqual([at, at, 'sato']);
    await centre.editRoute({ hours: {} });
    expect(await refusalsOf(await carriedOut({ type: 'reschedule', at: await fromNow(centre, 3 * DAY_MS), windowEndsAt: null }, [id]))).toEqual({ [id]: 'bad_time' });
    await centre.editRoute({});
  });

  test('goes on by the other route’s policy', async () => {
    await saveRoute(db(), { id: 'closed-today', name: 'Support', numbers: [], policy: { ...POLICY, hours: {} }, closed: false });
    const [id] = (await waiting(1)) as [string];
    await give(id, 'sato');
    expect((await carriedOut({ type: 'change_route', routeId: 'closed-today' }, [id])).counts.done).toBe(1);
    // The other route never opens: what was queued waits again, and its agent does not serve it.
    expect(await centre.when(id, (row) => row.status === 'scheduled')).toMatchObject({ route_id: 'closed-today', assignee_id: null });
  });
});

describe('a plan goes on', () => {
  const quiet = { beat: () => undefined, signal: new AbortController().signal };
  const dependencies = (more: Partial<ActivityDependencies> = {}): ActivityDependencies => {
    const { store, callbacks, plans } = centre;
    return { store, callbacks, plans, telephony: {} as ActivityDependencies['telephony'], mail: null, log: pino({ level: 'silent' }), ...more };
  };

  const at = new Date(Date.now() + 3_650 * DAY_MS).toISOString();
  const died: [PlanAction, string, (id: string) => Promise<unknown>][] = [
    [WITHDRAW, 'withdrawn', (id) => centre.callbacks.update(withdrawUpdate, id, { actor, reason: null })],
    [{ type: 'cancel', reason: null }, 'cancelled', (id) => centre.callbacks.update(cancelUpdate, id, { actor, reason: null })],
    [{ type: 'reschedule', at, windowEndsAt: null }, 'rescheduled', (id) => centre.callbacks.update(rescheduleUpdate, id, { actor, at, windowEndsAt: null, staysWithAgent: true })],
  ];
  test.each(died)('where a worker died between asking and writing it down: done once, and done (%j)', async (action, event, ask) => {
    const [asked, next] = (await waiting(2, 'sato')) as [string, string];
    const id = await written(action, [asked, next]);
    await takeToAsk(db(), id, 2);
    await ask(asked);
    await centre.plans.start(id);
    expect((await ended(id)).counts).toEqual({ pending: 0, done: 2, refused: 0, stopped: 0 });
    for (const callbackId of [asked, next]) expect(await eventsOf(callbackId, event)).toHaveLength(1);
  });

  test('asked for twice at once: nothing is done twice', async () => {
    const ids = await waiting(5, 'sato');
    const id = await written(to('move', 'ito'), ids);
    await Promise.all([1, 2, 3].map(() => carryOutPlan(dependencies(), id, quiet)));
    expect((await ended(id)).counts.done).toBe(5);
    for (const callbackId of ids) expect(await db().selectFrom('case_event').select('id').where('callback_id', '=', callbackId).where('type', '=', 'assigned').execute()).toHaveLength(2);
    expect(await carryOutPlan(dependencies(), id, quiet)).toEqual({ hasEnded: true });
  });

  test('until somebody stops it: the rest is left as it was', async () => {
    const ids = await waiting(20, 'sato');
    const id = await written(WITHDRAW, ids);
    let asked = 0;
    const update = (async (def, callbackId, arg) => {
      asked += 1;
      if (asked === 2) await stopPlan(db(), id);
      return centre.callbacks.update(def, callbackId, arg);
    }) as typeof centre.callbacks.update;
    await carryOutPlan(dependencies({ callbacks: { ...centre.callbacks, update } }), id, quiet);
    const { state, counts } = await ended(id);
    expect([state, counts.pending, counts.done + counts.stopped]).toEqual(['stopped', 0, 20]);
    const withdrawn = await db().selectFrom('callback').select('id').where('id', 'in', ids).where('status', '=', 'withdrawn').execute();
    expect(withdrawn).toHaveLength(counts.done);
    expect(counts.stopped).toBeGreaterThan(0);
  });

  test('without the one that does not answer, which is told after some tries', async () => {
    const [deaf, well] = (await waiting(2, 'sato')) as [string, string];
    const update = (async (def, callbackId, arg) => {
      if (callbackId === deaf) throw new TemporalUnavailable(new Error('away'));
      return centre.callbacks.update(def, callbackId, arg);
    }) as typeof centre.callbacks.update;
    const id = await written(WITHDRAW, [deaf, well]);
    expect(await carryOutPlan(dependencies({ callbacks: { ...centre.callbacks, update } }), id, quiet)).toEqual({ hasEnded: true });
    const plan = await ended(id);
    expect(plan).toMatchObject({ state: 'finished', counts: { done: 1, refused: 1 } });
    expect(await refusalsOf(plan)).toEqual({ [deaf]: 'unavailable' });
  });

  test('with another worker when this one stops', async () => {
    const id = await written(WITHDRAW, await waiting(2, 'sato'));
    expect(await carryOutPlan(dependencies(), id, { ...quiet, signal: AbortSignal.abort() })).toEqual({ hasEnded: false });
    await centre.plans.start(id);
    expect((await ended(id)).counts.done).toBe(2);
  });

  test('when the sweep finds that Temporal was never told of it', async () => {
    const id = await written(WITHDRAW, await waiting(1, 'sato'));
    await startPlans(dependencies());
    expect(await readPlan(db(), id)).toMatchObject({ state: 'running', counts: { pending: 1 } });
    await db().updateTable('plan').set({ created_at: new Date(Date.now() - 60_000) }).where('id', '=', id).execute();
    await startPlans(dependencies());
    expect((await ended(id)).counts.done).toBe(1);
  });
});
