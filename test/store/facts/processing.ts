import { sql } from 'kysely';
import type { Projection } from '../../../domain/projection.ts';
import { SYSTEM } from '../../../domain/words.ts';
import { readCallback } from '../../../store/callback/callbacks.ts';
import { assign } from '../../../store/callback/ownership.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import type { RowsWish } from '../../../store/report/status.ts';
import { countOffers, countService, countStatus } from '../../../store/report/status.ts';
import { countPresences, countWaiting } from '../../../store/report/wallboard.ts';
import type { Opened } from '../world.ts';
import { event, makeAgent, makeCallback, makeRoute, step } from '../world.ts';

const TOKYO: RowsWish = { unit: 'day', groupBy: 'none', timeZone: 'Asia/Tokyo' };

export function processingFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const facts = async (id: string) => {
    const row = await readCallback(db(), id);
    return { firstCall: row?.first_call_outcome, answeredAt: row?.answered_at, keptAt: row?.promise_kept_at, dueAt: row?.answer_due_at, lastAssignee: row?.last_assignee_id };
  };

  /** A leg to the customer that was posted at an instant. */
  async function rang(callbackId: string, attempt: number, postedAt: string, state: 'placed' | 'rejected' = 'placed') {
    await db()
      .insertInto('leg')
      .values({ callback_id: callbackId, label: `customer-${attempt}-1`, attempt, role: 'customer', state, posted_at: postedAt, deadline_at: postedAt, settled_at: postedAt })
      .execute();
  }

  const ended = (id: string, version: number, attempt: number, outcome: NonNullable<Projection['endedAttempt']>['outcome'], more: object = {}): Projection =>
    step(id, version, { status: 'wrap_up', attempt, connectedAt: outcome === 'answered' ? '2026-11-24T01:02:00.000Z' : null, desiredAt: '2026-11-24T01:00:00.000Z', windowEndsAt: '2026-11-24T01:30:00.000Z', ...more }, { endedAttempt: { attempt, outcome } });

  test('calls are remembered: the first with its ending, the first conversation, and the promise kept; written twice, once', async () => {
    const id = await makeCallback(opened().store);
    await rang(id, 1, '2026-11-24T00:59:00Z', 'rejected');
    await writeProjection(db(), ended(id, 1, 1, 'failed'));
    expect(await facts(id)).toMatchObject({ firstCall: null, dueAt: new Date('2026-11-24T01:00:00Z') });
    await rang(id, 2, '2026-11-24T01:00:30Z');
    await writeProjection(db(), ended(id, 2, 2, 'machine'));
    expect(await facts(id)).toMatchObject({ firstCall: 'machine', answeredAt: null, keptAt: null });
    await rang(id, 3, '2026-11-24T01:01:30Z');
    const answered = ended(id, 3, 3, 'answered');
    await writeProjection(db(), answered);
    const known = await facts(id);
    expect(known).toMatchObject({ firstCall: 'machine', answeredAt: new Date('2026-11-24T01:02:00Z'), keptAt: new Date('2026-11-24T01:01:30Z') });
    await writeProjection(db(), answered);
    expect(await facts(id)).toEqual(known);
  });

  test('an ending that history forgot is replaced by the one that held', async () => {
    const id = await makeCallback(opened().store);
    await rang(id, 1, '2026-11-24T01:01:30Z');
    await writeProjection(db(), ended(id, 1, 1, 'answered'));
    await writeProjection(db(), { ...ended(id, 1, 1, 'machine', { connectedAt: '2026-11-24T01:02:00.000Z' }), after: 0 });
    expect(await facts(id)).toMatchObject({ firstCall: 'machine', answeredAt: null, keptAt: null });
  });

  test('what goes back to waiting is nobody’s while it waits, and its last agent’s when it ends; a withdrawal undoes that', async () => {
    const routeId = await makeRoute(opened().store);
    const agentId = await makeAgent(opened().store);
    const count = async () => {
      const [row] = await countStatus(db(), { ...everAfter(), routeIds: [routeId] }, { ...TOKYO, groupBy: 'agent' });
      return row && { groupId: row.groupId, distributed: row.distributed, unprocessed: row.unprocessed };
    };
    const id = await makeCallback(opened().store, { routeId });
    await assign(db(), { callbackId: id, agentId, distributor: 'automatic', actor: SYSTEM });
    expect(await count()).toEqual({ groupId: agentId, distributed: 1, unprocessed: 1 });
    await writeProjection(db(), step(id, 1, { status: 'queued' }));
    expect(await count()).toEqual({ groupId: null, distributed: 0, unprocessed: 0 });
    await writeProjection(db(), step(id, 2, { status: 'expired' }));
    expect(await count()).toEqual({ groupId: agentId, distributed: 1, unprocessed: 0 });

    const other = await makeCallback(opened().store, { routeId });
    await assign(db(), { callbackId: other, agentId, distributor: 'automatic', actor: SYSTEM });
    await writeProjection(db(), step(other, 1, { status: 'queued' }));
    await writeProjection(db(), step(other, 2, { status: 'withdrawn' }));
    await writeProjection(db(), step(other, 3, { status: 'cancelled' }));
    expect((await facts(other)).lastAssignee).toBeNull();
    expect(await countStatus(db(), { ...everAfter(), routeIds: [routeId] }, TOKYO)).toMatchObject([{ requested: 2, distributed: 1 }]);
  });

  test('days and months are those of the zone, also where the clocks change', async () => {
    const routeId = await makeRoute(opened().store);
    // The clocks of New York: an hour is missing on 8 March, and comes twice on 1 November.
    for (const at of ['2026-03-08T04:59:59Z', '2026-03-08T05:00:00Z', '2026-03-09T03:59:59Z', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '2026-11-02T04:59:59Z', '2026-11-02T05:00:00Z']) {
      const id = await makeCallback(opened().store, { routeId });
      await db().updateTable('callback').set({ requested_at: at }).where('id', '=', id).execute();
    }
    const periods = async (wish: RowsWish) => {
      const rows = await countStatus(db(), { from: new Date('2026-01-01'), to: new Date('2027-01-01'), routeIds: [routeId] }, wish);
      return rows.map(({ period, requested }) => [period, requested]);
    };
    expect(await periods({ ...TOKYO, timeZone: 'America/New_York' })).toEqual([['2026-03-07', 1], ['2026-03-08', 2], ['2026-11-01', 3], ['2026-11-02', 1]]);
    expect(await periods(TOKYO)).toEqual([['2026-03-08', 2], ['2026-03-09', 1], ['2026-11-01', 2], ['2026-11-02', 2]]);
    expect(await periods({ ...TOKYO, unit: 'month' })).toEqual([['2026-03', 3], ['2026-11', 4]]);
  });

  test('waits, promises, offers and the wallboard count on every database', async () => {
    const routeId = await makeRoute(opened().store);
    const agentId = await makeAgent(opened().store);
    const search = { ...everAfter(), routeIds: [routeId] };
    const id = await makeCallback(opened().store, { routeId });
    await rang(id, 1, '2026-11-24T01:01:30Z');
    await writeProjection(db(), ended(id, 1, 1, 'answered'));
    const now = sql<Date>`now()`;
    await db().insertInto('reservation').values({ id: `r-${id}`, callback_id: id, agent_id: agentId, purpose: 'offer', confirmed_at: now, offer_end: 'accepted', released_at: now }).execute();
    expect(await countService(db(), search, 'route')).toEqual([
      { groupId: routeId, completedByCall: 0, calls: 0, called: 1, answeredAtFirst: 1, promised: 1, kept: 1, medianWaitMs: 120_000 },
    ]);
    expect(await countOffers(db(), search)).toEqual([{ agentId, offered: 1, accepted: 1, rejected: 0, missed: 0, withdrawn: 0 }]);
    expect(await countWaiting(db(), { routeIds: [routeId] })).toEqual({ waiting: 0, offered: 0, onCall: 0, afterCall: 1, overdue: 0, oldestDueAt: null, dueNextHour: 0 });
    await writeProjection(db(), { ...step(id, 2, { status: 'queued' }), events: [event('queued', 'queued')] });
    expect(await countWaiting(db(), { routeIds: [routeId], teamId: 'no-team' })).toMatchObject({ waiting: 0 });
    expect(await countWaiting(db(), { routeIds: [routeId] })).toMatchObject({ waiting: 1, oldestDueAt: new Date('2026-11-24T01:00:00Z') });
    expect(await countPresences(db(), { routeIds: [routeId] })).toEqual({ offline: 0, not_ready: 0, ready: 0, busy: 0, after_call: 0 });
  });
}

/** Whatever is asked for while these tests run. */
function everAfter() {
  return { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2090-01-01T00:00:00Z') };
}
