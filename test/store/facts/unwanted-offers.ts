import { randomUUID } from 'node:crypto';
import type { Projection } from '../../../domain/projection.ts';
import type { RoutePolicy } from '../../../domain/route.ts';
import type { OfferEnd } from '../../../domain/words.ts';
import { SYSTEM } from '../../../domain/words.ts';
import { saveAgent } from '../../../store/agent/agents.ts';
import { assign, readCallback } from '../../../store/callback/callbacks.ts';
import { markStarted, requestCallback } from '../../../store/callback/intake.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import { hasLeft, moveToRoute } from '../../../store/route/route-change.ts';
import { readRoute, saveRoute } from '../../../store/route/routes.ts';
import { readTimeline } from '../../../store/callback/timeline.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeRoute, step, wanted } from '../world.ts';

/** What becomes of a callback whose offer was rejected or missed. */
export function unwantedOfferFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const routeTo = (routeId: string) => ({ to: 'route', routeId }) as const;

  /** A callback of a new route, offered to an agent: its second step is to come. */
  async function offered(policy: Partial<RoutePolicy>) {
    const routeId = await makeRoute(opened().store, policy);
    const request = wanted(routeId);
    const { id } = await requestCallback(db(), request);
    await markStarted(db(), id);
    const agentId = await makeAgent(opened().store);
    const offerId = randomUUID();
    await db().insertInto('reservation').values({ id: offerId, callback_id: id, agent_id: agentId, purpose: 'offer' }).execute();
    const offer = { offerId, agentId, preview: false, offeredAt: '2026-11-24T01:00:00.000Z', deadlineAt: '2026-11-24T01:00:20.000Z' };
    await writeProjection(db(), step(id, 1, { status: 'offered', agentId, reservationId: offerId, offer }, { confirm: offerId }));
    await db().deleteFrom('outbox').execute();
    const ends = (end: OfferEnd, version = 2, more: Partial<Projection> = {}) =>
      writeProjection(db(), step(id, version, {}, { endedOffer: { offerId, end }, release: offerId, ...more }));
    return { id, routeId, request, agentId, offerId, ends };
  }

  async function standing(id: string) {
    const { route_id: routeId, assignee_id: assigneeId } = (await readCallback(db(), id)) ?? {};
    const lines = (await readTimeline(db(), id)).filter(({ type }) => type === 'route_changed').map(({ data, actor }) => ({ ...data, actor }));
    const messages = await db().selectFrom('outbox').select('message').where('callback_id', '=', id).execute();
    return { routeId, assigneeId, lines, messages: messages.map(({ message }) => message) };
  }

  test.each(['rejected', 'missed'] as const)('a %s offer moves it to the route that is named for that, once, however often the step is written', async (end) => {
    const wrong = await makeRoute(opened().store);
    const other = await makeRoute(opened().store, { afterRejectedOffer: routeTo(wrong), afterMissedOffer: routeTo(wrong) });
    const destinations = { afterRejectedOffer: routeTo(end === 'rejected' ? other : wrong), afterMissedOffer: routeTo(end === 'missed' ? other : wrong) };
    const { id, routeId, ends } = await offered(destinations);
    await ends(end);
    await ends(end);
    const lines = [{ from: routeId, to: other, actor: SYSTEM }];
    expect(await standing(id)).toMatchObject({ routeId: other, lines, messages: ['policyChanged'] });
    await writeProjection(db(), step(id, 3, {}));
    expect(await standing(id)).toMatchObject({ routeId: other, lines, messages: ['policyChanged'] });
    expect([await hasLeft(db(), id, routeId), await hasLeft(db(), id, other)]).toEqual([true, false]);
  });

  test('a withdrawn or accepted offer, and one of a route that names the queue or its own agents, leave it where it is', async () => {
    const other = await makeRoute(opened().store);
    const elsewhere = { afterRejectedOffer: routeTo(other), afterMissedOffer: routeTo(other) };
    for (const [policy, end] of [[elsewhere, 'withdrawn'], [elsewhere, 'accepted'], [{}, 'rejected'], [{ afterMissedOffer: { to: 'another_agent' } }, 'missed']] as const) {
      const { id, routeId, ends } = await offered(policy);
      await ends(end);
      expect(await standing(id)).toMatchObject({ routeId, lines: [], messages: [] });
    }
  });

  test('a route that is closed, gone, or has one open for this number does not take it', async () => {
    const [closed, full] = [await makeRoute(opened().store), await makeRoute(opened().store)];
    await saveRoute(db(), { ...(await readRoute(db(), closed))!, closed: true });
    for (const other of [closed, full, 'gone']) {
      const { id, routeId, request, ends } = await offered({ afterRejectedOffer: routeTo(other) });
      await requestCallback(db(), { ...request, routeId: full });
      await ends('rejected');
      expect(await standing(id)).toMatchObject({ routeId, lines: [], messages: [] });
    }
  });

  test('an end that history forgot has moved nothing: what happened instead decides', async () => {
    const [first, second] = [await makeRoute(opened().store), await makeRoute(opened().store)];
    const { id, routeId, agentId, ends } = await offered({ afterRejectedOffer: routeTo(first), afterMissedOffer: routeTo(second) });
    await ends('rejected');
    expect((await standing(id)).routeId).toBe(first);
    await ends('missed', 3, { after: 1 });
    expect((await standing(id)).routeId).toBe(second);
    await writeProjection(db(), step(id, 4, { status: 'offered', agentId }, { after: 1 }));
    expect((await standing(id)).routeId).toBe(routeId);
    await ends('accepted', 5, { after: 1 });
    expect((await standing(id)).routeId).toBe(routeId);
  });

  test('an assignee who serves the other route keeps it; any other has it no longer', async () => {
    const other = await makeRoute(opened().store);
    for (const routeIds of [[], [other]]) {
      const { id, agentId, ends } = await offered({ afterRejectedOffer: routeTo(other) });
      await saveAgent(db(), { id: agentId, name: 'Aoki', endpoint: 'client:a', languages: [], mayPhone: true, routeIds });
      await assign(db(), { callbackId: id, agentId, distributor: 'admin', actor: SYSTEM });
      await ends('rejected');
      expect(await standing(id)).toMatchObject({ routeId: other, assigneeId: routeIds.length > 0 ? agentId : null });
    }
  });

  test('a request from the web takes the channel of its new route', async () => {
    const [first, second] = [await makeRoute(opened().store, { webChannel: 'web' }), await makeRoute(opened().store, { webChannel: 'voice' })];
    const channels = async (origin: 'web' | 'ivr') => {
      const { id } = await requestCallback(db(), wanted(first, { origin, channel: 'web' }));
      await db().transaction().execute((tx) => moveToRoute(tx, { callbackId: id, routeId: second, actor: SYSTEM }));
      return (await readCallback(db(), id))?.channel;
    };
    expect([await channels('web'), await channels('ivr')]).toEqual(['voice', 'web']);
  });

  test('what was asked again during a conversation begins on its own route, wherever the first has gone', async () => {
    const [first, second] = [await makeRoute(opened().store), await makeRoute(opened().store)];
    const request = wanted(first);
    const { id } = await requestCallback(db(), request);
    await writeProjection(db(), step(id, 1, { status: 'connected' }));
    const kept = await requestCallback(db(), request);
    expect(kept.result).toBe('kept_for_later');
    await writeProjection(db(), step(id, 2, { status: 'queued' }));
    await db().transaction().execute((tx) => moveToRoute(tx, { callbackId: id, routeId: second, actor: SYSTEM }));
    const fresh = await requestCallback(db(), request);
    expect(fresh.result).toBe('created');
    await writeProjection(db(), step(id, 3, { status: 'completed' }));
    expect((await readCallback(db(), kept.id))?.waits_for).toBe(fresh.id);
    await writeProjection(db(), step(fresh.id, 1, { status: 'completed' }));
    expect((await readCallback(db(), kept.id))?.waits_for).toBeNull();
  });
}
