import { randomUUID } from 'node:crypto';
import { reserveWish } from '../../../store/agent/next-wish.ts';
import { addNote, readNotes, saveDraft } from '../../../store/callback/notes.ts';
import { done, enqueue, putBack, takeDue } from '../../../store/outbox.ts';
import { presenceOf, renewLease, setWish, shortenLease } from '../../../store/agent/presence.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import { lapseUnconfirmed, release, reserveForDial, takeLapsed } from '../../../store/agent/reservations.ts';
import { NumberTaken, readRoute, routeByNumber, saveRoute } from '../../../store/route/routes.ts';
import { firstTime, forgetWebhooks } from '../../../store/call/webhooks.ts';
import type { Opened } from '../world.ts';
import { POLICY, makeAgent, makeCallback, step, whileOpen } from '../world.ts';

export function deskFacts(opened: () => Opened): void {
  const db = () => opened().store.db;

  test('an agent racing for callbacks, and a callback for agents, get one reservation each', async () => {
    const agentId = await makeAgent(opened().store);
    const callbacks = await Promise.all(Array.from({ length: 5 }, () => makeCallback(opened().store)));
    const mine = await Promise.all(callbacks.map((callbackId) => reserveForDial(db(), { callbackId, agentId })));
    expect(mine.filter((one) => 'reservationId' in one)).toHaveLength(1);
    expect(mine.filter((one) => 'refused' in one && one.refused === 'agent_busy')).toHaveLength(4);
    const callbackId = await makeCallback(opened().store);
    const agents = await Promise.all(Array.from({ length: 5 }, () => makeAgent(opened().store)));
    const its = await Promise.all(agents.map((id) => reserveForDial(db(), { callbackId, agentId: id })));
    expect(its.filter((one) => 'reservationId' in one)).toHaveLength(1);
    expect(its.filter((one) => 'refused' in one && one.refused === 'callback_busy')).toHaveLength(4);
  });

  test('asking again for the same reservation gives the same one, until it is released', async () => {
    const wish = { agentId: await makeAgent(opened().store), callbackId: await makeCallback(opened().store) };
    const first = (await reserveForDial(db(), wish)) as { reservationId: string };
    expect(await reserveForDial(db(), wish)).toEqual(first);
    await release(db(), first.reservationId);
    expect(await reserveForDial(db(), wish)).not.toEqual(first);
  });

  test('a reservation nobody confirmed lapses; a confirmed one does not', async () => {
    const [agentId, other] = [await makeAgent(opened().store), await makeAgent(opened().store)];
    const [callbackId, confirmed] = [await makeCallback(opened().store), await makeCallback(opened().store)];
    const lapsing = (await reserveForDial(db(), { callbackId, agentId })) as { reservationId: string };
    const kept = (await reserveForDial(db(), { callbackId: confirmed, agentId: other })) as { reservationId: string };
    await writeProjection(db(), step(confirmed, 1, { status: 'dialling' }, { confirm: kept.reservationId }));
    expect(await lapseUnconfirmed(db())).not.toContain(lapsing.reservationId);
    const lapsed = await lapseUnconfirmed(db(), 0);
    expect(lapsed).toContain(lapsing.reservationId);
    expect(lapsed).not.toContain(kept.reservationId);
  });

  test('an agent is there while a lease lasts by the database’s clock, in any tab', async () => {
    const agentId = await makeAgent(opened().store);
    const presence = async () => (await presenceOf(db(), agentId)).presence;
    await setWish(db(), { agentId, channel: 'voice', wish: 'ready', reason: null });
    expect(await presence()).toBe('offline');
    await renewLease(db(), { agentId, tabId: 'a', leaseMs: 0 });
    expect(await presence()).toBe('offline');
    await renewLease(db(), { agentId, tabId: 'a', leaseMs: 30_000 });
    await renewLease(db(), { agentId, tabId: 'b', leaseMs: 30_000 });
    expect(await presence()).toBe('ready');
    await shortenLease(db(), { agentId, tabId: 'a', graceMs: 0 });
    expect(await presence()).toBe('ready');
    await shortenLease(db(), { agentId, tabId: 'b', graceMs: 0 });
    expect(await presence()).toBe('offline');
  });

  test('a lease is shortened by a page that goes, never lengthened, and one that nobody held is not made', async () => {
    const agentId = await makeAgent(opened().store);
    const presence = async () => (await presenceOf(db(), agentId)).presence;
    await shortenLease(db(), { agentId, tabId: 'a', graceMs: 10_000 });
    expect(await presence()).toBe('offline');
    await renewLease(db(), { agentId, tabId: 'a', leaseMs: 30_000 });
    await shortenLease(db(), { agentId, tabId: 'a', graceMs: 60_000 });
    const { expires_at } = await db().selectFrom('agent_lease').select('expires_at').where('agent_id', '=', agentId).executeTakeFirstOrThrow();
    expect(expires_at.getTime() - Date.now()).toBeLessThan(40_000);
    await shortenLease(db(), { agentId, tabId: 'a', graceMs: 0 });
    expect(await presence()).toBe('offline');
  });

  test('busy and after-call work follow from the case in hand, and a lease keeps what is shown', async () => {
    const agentId = await makeAgent(opened().store);
    const callbackId = await makeCallback(opened().store);
    const { reservationId } = (await reserveForDial(db(), { callbackId, agentId })) as { reservationId: string };
    await writeProjection(db(), step(callbackId, 1, { status: 'preview', agentId, reservationId }, { confirm: reservationId }));
    await renewLease(db(), { agentId, tabId: 'a', leaseMs: 30_000 });
    expect(await takeLapsed(db())).not.toContainEqual({ callbackId, reservationId });
    expect(await presenceOf(db(), agentId)).toMatchObject({ presence: 'busy', live: { callbackId, status: 'preview' } });
    await writeProjection(db(), step(callbackId, 2, { status: 'wrap_up', agentId, reservationId }));
    expect((await presenceOf(db(), agentId)).presence).toBe('after_call');
  });

  test('an offer whose agent has no lease any more is told once', async () => {
    const agentId = await makeAgent(opened().store);
    const callbackId = await makeCallback(opened().store);
    const { reservationId } = (await reserveForDial(db(), { callbackId, agentId })) as { reservationId: string };
    await writeProjection(db(), step(callbackId, 1, { status: 'offered', agentId, reservationId }, { confirm: reservationId }));
    expect(await takeLapsed(db())).toContainEqual({ callbackId, reservationId });
    expect(await takeLapsed(db())).not.toContainEqual({ callbackId, reservationId });
  });

  test('what an agent reserves while they have a case in hand is their wish when it leaves them, and not before', async () => {
    const agentId = await makeAgent(opened().store);
    const callbackId = await makeCallback(opened().store);
    const { reservationId } = (await reserveForDial(db(), { callbackId, agentId })) as { reservationId: string };
    await setWish(db(), { agentId, channel: 'voice', wish: 'ready', reason: null });
    await reserveWish(db(), { agentId, channel: 'voice', next: { wish: 'not_ready', reason: 'break' } });
    await reserveWish(db(), { agentId, channel: 'web', next: { wish: 'ready', reason: null } });
    const channels = async () => (await presenceOf(db(), agentId)).channels.map(({ wish, reason, next }) => ({ wish, reason, next }));
    expect(await channels()).toEqual([
      { wish: 'ready', reason: null, next: { wish: 'not_ready', reason: 'break' } },
      { wish: 'not_ready', reason: null, next: { wish: 'ready', reason: null } },
    ]);
    await release(db(), reservationId);
    expect(await channels()).toEqual([{ wish: 'not_ready', reason: 'break', next: null }, { wish: 'ready', reason: null, next: null }]);
  });

  test('what is reserved can be taken back, gives way to a wish, and is a wish at once for an agent with nothing in hand', async () => {
    const agentId = await makeAgent(opened().store);
    const { reservationId } = (await reserveForDial(db(), { callbackId: await makeCallback(opened().store), agentId })) as { reservationId: string };
    const reserve = (next: { wish: 'ready' | 'not_ready'; reason: string | null } | null) => reserveWish(db(), { agentId, channel: 'voice', next });
    const voice = async () => (await presenceOf(db(), agentId)).channels[0];
    await reserve({ wish: 'ready', reason: null });
    await reserve(null);
    expect(await voice()).toMatchObject({ wish: 'not_ready', next: null });
    await reserve({ wish: 'ready', reason: null });
    await setWish(db(), { agentId, channel: 'voice', wish: 'not_ready', reason: 'meal' });
    expect(await voice()).toMatchObject({ wish: 'not_ready', reason: 'meal', next: null });
    await release(db(), reservationId);
    await reserve({ wish: 'ready', reason: null });
    expect(await voice()).toMatchObject({ wish: 'ready', reason: null, next: null });
  });

  test('what is reserved just as the case is let go is not left behind', async () => {
    const agentId = await makeAgent(opened().store);
    const { reservationId } = (await reserveForDial(db(), { callbackId: await makeCallback(opened().store), agentId })) as { reservationId: string };
    const next = { wish: 'not_ready', reason: 'break' } as const;
    await whileOpen(db(), (tx) => release(tx, reservationId), () => reserveWish(db(), { agentId, channel: 'voice', next }));
    expect((await presenceOf(db(), agentId)).channels[0]).toMatchObject({ ...next, next: null });
  });

  test('several takers of the outbox get different messages, and each message once', async () => {
    await db().deleteFrom('outbox').execute();
    const callbackId = await makeCallback(opened().store);
    for (let n = 0; n < 30; n += 1) await enqueue(db(), { callbackId, message: 'leg', payload: { n } });
    const taken = (await Promise.all(Array.from({ length: 6 }, () => takeDue(db(), 5)))).flat();
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
    const rest = await takeDue(db(), 100);
    expect([...taken, ...rest].map(({ id }) => id).length).toBe(30);
    expect(await takeDue(db(), 100)).toEqual([]);
  });

  test('a message waits its time when it is put back, and is gone when it is done', async () => {
    await db().deleteFrom('outbox').execute();
    await enqueue(db(), { callbackId: randomUUID(), message: 'leg', payload: { a: 1 } });
    const [message] = await takeDue(db(), 1);
    expect(message).toMatchObject({ payload: { a: 1 }, tries: 1 });
    await putBack(db(), message!.id, 60_000);
    expect(await takeDue(db(), 1)).toEqual([]);
    await putBack(db(), message!.id, 0);
    expect(await takeDue(db(), 1)).toMatchObject([{ tries: 2 }]);
    await done(db(), message!.id);
    await putBack(db(), message!.id, 0);
    expect(await takeDue(db(), 1)).toEqual([]);
  });

  test('a webhook is new once, however often and at once it comes', async () => {
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 5 }, () => firstTime(db(), key)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await forgetWebhooks(db(), 60_000)).toBe(0);
    expect(await forgetWebhooks(db(), -1_000)).toBeGreaterThan(0);
    expect(await firstTime(db(), key)).toBe(true);
  });

  test('a draft is kept only for the agent who has the case in hand; a field left out stays', async () => {
    const agentId = await makeAgent(opened().store);
    const callbackId = await makeCallback(opened().store);
    expect(await saveDraft(db(), { callbackId, agentId, note: 'no' })).toBe(false);
    await writeProjection(db(), step(callbackId, 1, { status: 'wrap_up', agentId }));
    expect(await saveDraft(db(), { callbackId, agentId, note: 'wants a copy' })).toBe(true);
    expect(await saveDraft(db(), { callbackId, agentId, disposition: 'done' })).toBe(true);
    const row = await db().selectFrom('callback').select(['draft_note', 'draft_disposition']).where('id', '=', callbackId).executeTakeFirst();
    expect(row).toEqual({ draft_note: 'wants a copy', draft_disposition: 'done' });
    await addNote(db(), { callbackId, authorId: agentId, text: 'sent' });
    expect((await readNotes(db(), callbackId)).map(({ text }) => text)).toEqual(['sent']);
  });

  test('editing a route raises its version, and a number leads to one route only', async () => {
    const number = `+8150${Date.now().toString().slice(-8)}`;
    const route = { id: randomUUID(), name: 'Sales', numbers: [number], policy: POLICY, closed: false };
    expect((await saveRoute(db(), route)).version).toBe(1);
    expect(await saveRoute(db(), { ...route, closed: true })).toMatchObject({ version: 2, closed: true });
    expect((await routeByNumber(db(), number))?.id).toBe(route.id);
    const other = { ...route, id: randomUUID() };
    await expect(saveRoute(db(), other)).rejects.toThrow(NumberTaken);
    expect(await readRoute(db(), other.id)).toBeNull();
  });
}
