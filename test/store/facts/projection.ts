import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Projection } from '../../../domain/projection.ts';
import { writeTarget } from '../../../store/call/call-targets.ts';
import { readCallback } from '../../../store/callback/callbacks.ts';
import { setWish } from '../../../store/agent/presence.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import { release, reserveForDial } from '../../../store/agent/reservations.ts';
import { readTimeline } from '../../../store/callback/timeline.ts';
import type { Opened } from '../world.ts';
import { event, makeAgent, makeCallback, makeRoute, step } from '../world.ts';

/**
 * What may become of one step: it is kept, with everything since the last one kept; written again, its answer being lost; neither,
 * for now; or forgotten by history, with everything since the last one kept.
 */
const fates = fc.array(
  fc.record({ fate: fc.constantFrom('kept', 'repeated', 'open', 'forgotten' as const), events: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 12 },
);

export function projectionFacts(opened: () => Opened): void {
  const db = () => opened().store.db;

  test('however steps are repeated or forgotten, row and events end as the workflow’s truth', async () => {
    const routeId = await makeRoute(opened().store);
    await fc.assert(
      fc.asyncProperty(fates, async (steps) => {
        const callbackId = await makeCallback(opened().store, { routeId });
        const truth = await live(callbackId, steps);
        const row = await readCallback(db(), callbackId);
        expect(row?.version).toBe(truth.version);
        expect(row?.attempts_placed).toBe(truth.mark);
        const lines = await readTimeline(db(), callbackId);
        expect(lines.flatMap(({ data, type }) => (type === 'queued' ? [data['mark']] : []))).toEqual(truth.marks);
      }),
      { numRuns: 40 },
    );
  });

  /** A workflow that lives through these steps; answers what it believes in the end, once it has written that. */
  async function live(callbackId: string, steps: { fate: string; events: number }[]) {
    const write = async (after: number, mark: number, events: number): Promise<number> => {
      const lines = Array.from({ length: events }, () => event('queued', 'queued', { mark }));
      const wish = (version: number): Projection => step(callbackId, version, { attemptsPlaced: mark }, { after, events: lines });
      const first = await writeProjection(db(), wish(after + 1));
      return first.stored ? first.version : (await writeProjection(db(), wish(first.version + 1))).version;
    };
    let kept = { version: 0, mark: 0, marks: [] as number[] };
    let now = kept;
    for (const [n, { fate, events }] of steps.entries()) {
      const mark = n + 1;
      if (fate === 'repeated') await write(now.version, mark, events);
      const version = await write(now.version, mark, events);
      now = { version, mark, marks: [...now.marks, ...Array.from({ length: events }, () => mark)] };
      if (fate === 'kept') kept = now;
      if (fate === 'forgotten') now = kept;
    }
    return { ...now, version: await write(now.version, now.mark, 0) };
  }

  test('a step below the row changes nothing and learns where the row is', async () => {
    const id = await makeCallback(opened().store);
    await writeProjection(db(), step(id, 5, { attemptsPlaced: 5 }, { after: 0 }));
    expect(await writeProjection(db(), step(id, 3, { attemptsPlaced: 3 }))).toEqual({ stored: false, version: 5, confirmed: false });
    expect((await readCallback(db(), id))?.attempts_placed).toBe(5);
  });

  test('an intended leg keeps its first deadline, and carries the number’s hash only when it rings the customer', async () => {
    const id = await makeCallback(opened().store);
    const intents = [
      { label: 'agent-1-1', attempt: 1, role: 'agent' as const, agentId: 'a', deadlineMs: 1_000 },
      { label: 'customer-1-1', attempt: 1, role: 'customer' as const, agentId: null, deadlineMs: 1_000 },
    ];
    await writeProjection(db(), step(id, 1, { status: 'dialling' }, { intents }));
    const before = await db().selectFrom('leg').selectAll().where('callback_id', '=', id).orderBy('label').execute();
    await writeProjection(db(), step(id, 1, { status: 'dialling' }, { intents: intents.map((one) => ({ ...one, deadlineMs: 99_000 })) }));
    expect(await db().selectFrom('leg').selectAll().where('callback_id', '=', id).orderBy('label').execute()).toEqual(before);
    expect(before.map(({ number_hash }) => number_hash !== null)).toEqual([false, true]);
  });

  test('a reservation let go meanwhile cannot be confirmed, and the answer says so', async () => {
    const { callbackId, agentId, reservationId } = await reserved();
    expect(await writeProjection(db(), step(callbackId, 1, { agentId, reservationId, status: 'dialling' }, { confirm: reservationId }))).toMatchObject({ confirmed: true });
    await release(db(), reservationId);
    expect(await writeProjection(db(), step(callbackId, 1, { agentId, reservationId, status: 'dialling' }, { confirm: reservationId }))).toMatchObject({ stored: true, confirmed: false });
  });

  test('accepting assigns a callback that was nobody’s, and giving it back unassigns it', async () => {
    const { callbackId, agentId, reservationId } = await reserved();
    const accepted = step(callbackId, 1, { status: 'preview', agentId, reservationId }, { confirm: reservationId, endedOffer: { offerId: reservationId, end: 'accepted' } });
    await writeProjection(db(), accepted);
    expect(await readCallback(db(), callbackId)).toMatchObject({ assignee_id: agentId, distributor: 'automatic' });
    await writeProjection(db(), step(callbackId, 2, { status: 'queued' }, { release: reservationId }));
    expect(await readCallback(db(), callbackId)).toMatchObject({ assignee_id: null, distributor: null, assigned_at: null });
  });

  test('the first end of an offer stays, unless history forgot the step that wrote it', async () => {
    const { callbackId, reservationId } = await reserved();
    const ends = async () => (await db().selectFrom('reservation').select('offer_end').where('id', '=', reservationId).executeTakeFirst())?.offer_end;
    await writeProjection(db(), step(callbackId, 1, {}, { endedOffer: { offerId: reservationId, end: 'accepted' } }));
    await writeProjection(db(), step(callbackId, 1, {}, { endedOffer: { offerId: reservationId, end: 'missed' } }));
    expect(await ends()).toBe('missed');
    await writeProjection(db(), step(callbackId, 2, {}, { endedOffer: { offerId: reservationId, end: 'rejected' } }));
    expect(await ends()).toBe('missed');
  });

  test('an offer that is declined after it was accepted ends rejected, and accepted again where history forgot the declining', async () => {
    const { callbackId, reservationId } = await reserved();
    const end = () => db().selectFrom('reservation').select(['offer_end', 'offer_end_version']).where('id', '=', reservationId).executeTakeFirst();
    const ended = (version: number, end: 'accepted' | 'rejected' | 'withdrawn') => writeProjection(db(), step(callbackId, version, {}, { endedOffer: { offerId: reservationId, end } }));
    await ended(1, 'accepted');
    await ended(2, 'withdrawn');
    expect(await end()).toEqual({ offer_end: 'accepted', offer_end_version: 1 });
    await ended(3, 'rejected');
    expect(await end()).toEqual({ offer_end: 'rejected', offer_end_version: 3 });
    await writeProjection(db(), step(callbackId, 3, {}));
    expect(await end()).toEqual({ offer_end: 'accepted', offer_end_version: 1 });
  });

  test('the end of a callback lets every agent go who was held for it', async () => {
    const { callbackId, agentId } = await reserved();
    await writeProjection(db(), step(callbackId, 1, { status: 'cancelled' }));
    const other = await makeCallback(opened().store);
    expect(await reserveForDial(db(), { callbackId: other, agentId })).toHaveProperty('reservationId');
    expect((await readCallback(db(), callbackId))?.ended_at).toEqual(new Date('2026-11-24T01:00:00.000Z'));
  });

  test.each([
    [true, 'missed_offer', 'not_ready'],
    [false, 'missed_offer', 'ready'],
    [false, 'no_answer', 'not_ready'],
  ] as const)('missedOfferMakesNotReady %s, %s: the agent is %s', async (missedOfferMakesNotReady, reason, wish) => {
    const routeId = await makeRoute(opened().store, { missedOfferMakesNotReady });
    const agentId = await makeAgent(opened().store);
    await setWish(db(), { agentId, channel: 'voice', wish: 'ready', reason: null });
    const callbackId = await makeCallback(opened().store, { routeId });
    await writeProjection(db(), step(callbackId, 1, {}, { unresponsive: { agentId, reason } }));
    const stored = await db().selectFrom('agent_channel').select('wish').where('agent_id', '=', agentId).execute();
    expect(stored).toEqual([{ wish }]);
  });

  test.each([
    ['the route that was asked in', true, true, 'not_ready'],
    ['the route that was asked in', true, false, 'ready'],
    ['the callback’s own route, where an agent was asked in,', false, false, 'not_ready'],
  ] as const)('%s says whether who missed an invitation is Not Ready', async (_whose, isRoute, missedOfferMakesNotReady, wish) => {
    const agentId = await makeAgent(opened().store);
    await setWish(db(), { agentId, channel: 'voice', wish: 'ready', reason: null });
    const callbackId = await makeCallback(opened().store, { routeId: await makeRoute(opened().store, { missedOfferMakesNotReady: !isRoute || !missedOfferMakesNotReady }) });
    const whom = isRoute ? { route_id: await makeRoute(opened().store, { missedOfferMakesNotReady }) } : { agent_id: agentId };
    const { id: targetId } = await writeTarget(db(), { id: randomUUID(), callback_id: callbackId, attempt: 1, asked_by: agentId, purpose: 'consult', ...whom });
    await writeProjection(db(), step(callbackId, 1, {}, { unresponsive: { agentId, reason: 'missed_offer', targetId } }));
    expect(await db().selectFrom('agent_channel').select('wish').where('agent_id', '=', agentId).execute()).toEqual([{ wish }]);
  });

  async function reserved() {
    const agentId = await makeAgent(opened().store);
    const callbackId = await makeCallback(opened().store);
    const reservationId = randomUUID();
    await db().insertInto('reservation').values({ id: reservationId, callback_id: callbackId, agent_id: agentId, purpose: 'offer' }).execute();
    return { agentId, callbackId, reservationId };
  }
}
