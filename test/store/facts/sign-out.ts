import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { reserveWish } from '../../../store/agent/next-wish.ts';
import { presenceOf, renewLease, setWish, shortenLease } from '../../../store/agent/presence.ts';
import { reserveForDial, takeLapsed } from '../../../store/agent/reservations.ts';
import { leaveDesk, untieLeases } from '../../../store/agent/sign-out.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import { HINTS, KICKS, hint } from '../../../store/notify.ts';
import type { Db } from '../../../store/tables.ts';
import { until } from '../../start/until.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeCallback, step, whileOpen } from '../world.ts';

export function signOutFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  let agentId: string;
  beforeEach(async () => {
    agentId = await makeAgent(opened().store);
    await sql`insert into auth_user (id, name, email, "emailVerified") values (${agentId}, 'Aoki', ${agentId}, false)`.execute(db());
  });

  async function begin(): Promise<string> {
    const id = randomUUID();
    await sql`insert into auth_session (id, token, "userId", "expiresAt", "updatedAt") values (${id}, ${id}, ${agentId}, now() + interval '1 day', now())`.execute(db());
    return id;
  }

  const end = (tx: Db, sessionId: string) => sql`delete from auth_session where id = ${sessionId}`.execute(tx);
  const beat = (tabId: string, sessionId: string, on: Db = db()) => renewLease(on, { agentId, tabId, sessionId, leaseMs: 30_000 });
  const standing = () => presenceOf(db(), agentId);
  const signOut = (sessionId: string) =>
    db().transaction().execute(async (tx) => {
      await end(tx, sessionId);
      await leaveDesk(tx, agentId);
    });

  test('a session takes the leases of all its tabs with it, those of pages that are going too, and no other’s', async () => {
    const [here, elsewhere] = [await begin(), await begin()];
    for (const tabId of ['a', 'b', 'going']) await beat(tabId, here);
    await shortenLease(db(), { agentId, tabId: 'going', graceMs: 15_000 });
    await beat('c', elsewhere);
    await end(db(), here);
    expect(await db().selectFrom('agent_lease').select('tab_id').where('agent_id', '=', agentId).execute()).toEqual([{ tab_id: 'c' }]);
    expect((await standing()).presence).toBe('not_ready');
    await end(db(), elsewhere);
    expect((await standing()).presence).toBe('offline');
  });

  test('a lease is that of the session which renewed it last, and one that was nobody’s is so from then on', async () => {
    const [before, after] = [await begin(), await begin()];
    await beat('a', before);
    await beat('a', after);
    await end(db(), before);
    expect((await standing()).presence).toBe('not_ready');
    await untieLeases(db(), after);
    const next = await begin();
    await end(db(), after);
    expect((await standing()).presence).toBe('not_ready');
    await beat('a', next);
    await end(db(), next);
    expect((await standing()).presence).toBe('offline');
  });

  test('a heartbeat that is under way when its session ends takes no lease again', async () => {
    const sessionId = await begin();
    await beat('a', sessionId);
    const isHeld = await whileOpen(db(), (tx) => end(tx, sessionId), () => Promise.all([beat('a', sessionId), beat('b', sessionId)]));
    expect(isHeld).toEqual([false, false]);
    expect((await standing()).presence).toBe('offline');
    await sql`insert into agent_lease (agent_id, tab_id, expires_at) values (${agentId}, 'a', now() + interval '1 minute')`.execute(db());
    expect(await beat('a', sessionId)).toBe(false);
  });

  test('a heartbeat that finds its lease is one statement', async () => {
    const sessionId = await begin();
    await beat('a', sessionId);
    let statements = 0;
    const counting = db().withPlugin({
      transformQuery({ node }) {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    expect(await beat('a', sessionId, counting)).toBe(true);
    expect(statements).toBe(1);
  });

  test('who signs out wishes for nothing any more, on every channel, and the consoles and matching are told once it is so', async () => {
    const sessionId = await begin();
    await beat('a', sessionId);
    await setWish(db(), { agentId, channel: 'voice', wish: 'ready', reason: null });
    await setWish(db(), { agentId, channel: 'web', wish: 'not_ready', reason: 'meal' });
    const { channels: before } = await standing();
    const heard: string[] = [];
    const listening = [await opened().store.listen(HINTS, (said) => heard.push(said)), await opened().store.listen(KICKS, () => heard.push('kick'))];
    await hint(db(), { routeId: 'all before' });
    await until(async () => heard.splice(0).some((said) => said.includes('all before')));
    await signOut(sessionId);
    await until(async () => heard.includes('kick'));
    for (const stop of listening) await stop();
    expect(heard).toEqual([JSON.stringify({ agentId }), 'kick']);
    const { presence, channels } = await standing();
    expect([presence, ...channels.map(({ wish, reason }) => [wish, reason])]).toEqual(['offline', ['not_ready', null], ['not_ready', null]]);
    expect(channels[0]!.since!.getTime()).toBeGreaterThan(before[0]!.since!.getTime());
    expect(channels[1]!.since).toEqual(before[1]!.since);
  });

  test('who is there in another browser keeps what they wish until they sign out of that one; a lapsed lease keeps nothing', async () => {
    const [here, elsewhere, lapsed] = [await begin(), await begin(), await begin()];
    await beat('a', here);
    await beat('b', elsewhere);
    await renewLease(db(), { agentId, tabId: 'c', sessionId: lapsed, leaseMs: 0 });
    await setWish(db(), { agentId, channel: 'voice', wish: 'ready', reason: null });
    await signOut(here);
    expect(await standing()).toMatchObject({ presence: 'ready', channels: [{ wish: 'ready' }, {}] });
    await signOut(elsewhere);
    expect(await standing()).toMatchObject({ presence: 'offline', channels: [{ wish: 'not_ready' }, {}] });
  });

  test('a change of password just before keeps nobody there', async () => {
    const sessionId = await begin();
    await beat('a', sessionId);
    await setWish(db(), { agentId, channel: 'voice', wish: 'ready', reason: null });
    await untieLeases(db(), sessionId);
    await signOut(await begin());
    expect(await standing()).toMatchObject({ presence: 'offline', channels: [{ wish: 'not_ready' }, {}] });
  });

  test('a call goes on, and who meant to be Ready after it is not; why they would not be stays', async () => {
    const sessionId = await begin();
    await beat('a', sessionId);
    const callbackId = await makeCallback(opened().store);
    const { reservationId } = (await reserveForDial(db(), { callbackId, agentId })) as { reservationId: string };
    await writeProjection(db(), step(callbackId, 1, { status: 'connected', agentId, reservationId }, { confirm: reservationId }));
    await setWish(db(), { agentId, channel: 'voice', wish: 'ready', reason: null });
    await reserveWish(db(), { agentId, channel: 'voice', next: { wish: 'ready', reason: null } });
    await reserveWish(db(), { agentId, channel: 'web', next: { wish: 'not_ready', reason: 'meal' } });
    await signOut(sessionId);
    expect(await takeLapsed(db())).not.toContainEqual({ callbackId, reservationId });
    expect(await standing()).toMatchObject({ live: { callbackId }, channels: [{ wish: 'not_ready', next: null }, { next: { wish: 'not_ready', reason: 'meal' } }] });
  });
}
