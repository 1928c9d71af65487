import fc from 'fast-check';
import { sql } from 'kysely';
import type { LegFacts } from '../../../domain/leg.ts';
import {
  giveUp,
  learnLeg,
  recordNotSent,
  recordPlaced,
  recordRejected,
  recordUnknown,
  takeSlotAndPost,
  voidIntended,
  wantEnded,
} from '../../../store/call/legs.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeCallback, step, wanted } from '../world.ts';

type Role = 'agent' | 'customer';

export function legFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  beforeEach(async () => {
    await db().deleteFrom('leg').execute();
    await slotsPerSecond(1e9);
  });

  async function slotsPerSecond(rate: number): Promise<void> {
    await db().updateTable('telephone_account').set({ calls_per_second: rate, next_at: sql<Date>`clock_timestamp()` }).execute();
  }

  async function intend(role: Role, { number, callbackId, deadlineMs = 30_000, endpoint }: { number?: string; callbackId?: string; deadlineMs?: number; endpoint?: string | null } = {}) {
    const id = callbackId ?? (await makeCallback(opened().store, number ? { number } : {}));
    const agentId = role === 'agent' ? await makeAgent(opened().store, endpoint === undefined ? 'client:a' : endpoint) : null;
    const label = `${role}-1-1`;
    const version = ((await db().selectFrom('callback').select('version').where('id', '=', id).executeTakeFirst())?.version ?? 0) + 1;
    await writeProjection(db(), step(id, version, { status: 'dialling', attempt: 1 }, { intents: [{ label, attempt: 1, role, agentId, deadlineMs }] }));
    return { callbackId: id, label };
  }

  async function stateOf({ callbackId, label }: { callbackId: string; label: string }) {
    const leg = await db().selectFrom('leg').selectAll().where('callback_id', '=', callbackId).where('label', '=', label).executeTakeFirstOrThrow();
    return leg.state;
  }

  test('however many ask, one gets leave to post a leg', async () => {
    const leg = await intend('customer');
    const leaves = await Promise.all(Array.from({ length: 10 }, () => takeSlotAndPost(db(), leg)));
    expect(leaves.filter(({ result }) => result === 'post')).toHaveLength(1);
    expect(leaves.filter(({ result }) => result === 'no')).toHaveLength(9);
  });

  test('legs that race for slots never get more than the rate', async () => {
    await slotsPerSecond(5);
    const legs = await Promise.all(Array.from({ length: 6 }, () => intend('customer')));
    const posted: number[] = [];
    await Promise.all(
      legs.map(async (leg) => {
        for (;;) {
          const leave = await takeSlotAndPost(db(), leg);
          if (leave.result === 'post') return void posted.push(Number(leave.leg.posted_at));
          if (leave.result === 'no') throw new Error(leave.reason);
          await sql`select pg_sleep(${leave.retryAfterMs / 1000})`.execute(db());
        }
      }),
    );
    const allowance = 100;
    expect(posted).toHaveLength(6);
    expect(Math.max(...posted) - Math.min(...posted)).toBeGreaterThanOrEqual(5 * 200 - allowance);
  });

  test('past its deadline a leg is voided and never posted', async () => {
    const leg = await intend('customer', { deadlineMs: 0 });
    expect(await takeSlotAndPost(db(), leg)).toEqual({ result: 'no', reason: 'too_late' });
    expect(await stateOf(leg)).toBe('void');
  });

  test('an agent without a telephone is not rung', async () => {
    const leg = await intend('agent', { endpoint: null });
    expect(await takeSlotAndPost(db(), leg)).toEqual({ result: 'no', reason: 'no_telephone' });
  });

  test('a number is rung by one unsettled call at a time, over all routes', async () => {
    const { number } = wanted('any');
    const legs = [await intend('customer', { number }), await intend('customer', { number })];
    const leaves = await Promise.all(legs.map((leg) => takeSlotAndPost(db(), leg)));
    expect(leaves.map(({ result }) => result).toSorted()).toEqual(['not_yet', 'post']);
    expect(leaves).toContainEqual(expect.objectContaining({ reason: 'number_in_use' }));
    const [first, second] = leaves[0]?.result === 'post' ? legs : legs.toReversed();
    await learnLeg(db(), { ...first!, facts: { progress: 'ended', end: 'busy' } });
    expect(await takeSlotAndPost(db(), second!)).toMatchObject({ result: 'post' });
  });

  test('a leg of a live call goes before a new attempt’s agent', async () => {
    const agentLeg = await intend('agent');
    await takeSlotAndPost(db(), agentLeg);
    await recordPlaced(db(), { ...agentLeg, callSid: `CA${agentLeg.callbackId}`, conferenceSid: 'CF1', queueTimeMs: 0 });
    const customerLeg = await intend('customer', { callbackId: agentLeg.callbackId });
    const newcomer = await intend('agent');
    expect(await takeSlotAndPost(db(), newcomer)).toMatchObject({ result: 'not_yet', reason: 'live_call_first' });
    expect(await takeSlotAndPost(db(), customerLeg)).toMatchObject({ result: 'post' });
    expect(await takeSlotAndPost(db(), newcomer)).toMatchObject({ result: 'post' });
  });

  test('what was not sent may be posted again; what was refused, or whose answer was lost, may not', async () => {
    const leg = await intend('customer');
    await takeSlotAndPost(db(), leg);
    await recordNotSent(db(), leg);
    expect(await takeSlotAndPost(db(), leg)).toMatchObject({ result: 'post' });
    await recordUnknown(db(), leg);
    expect(await takeSlotAndPost(db(), leg)).toEqual({ result: 'no', reason: 'not_intended' });
    const other = await intend('customer');
    await takeSlotAndPost(db(), other);
    await recordRejected(db(), { ...other, errorCode: 21211 });
    expect(await takeSlotAndPost(db(), other)).toEqual({ result: 'no', reason: 'not_intended' });
  });

  test('a leg the network has spoken of is placed, whatever became of the answer', async () => {
    const leg = await intend('customer');
    await takeSlotAndPost(db(), leg);
    expect(await learnLeg(db(), { ...leg, facts: { progress: 'ringing' }, callSid: `CA${leg.callbackId}` })).toMatchObject({ news: true, wasSettled: false });
    await recordUnknown(db(), leg);
    await recordNotSent(db(), leg);
    expect(await stateOf(leg)).toBe('placed');
  });

  test('voiding proves that nothing rang; what is posted is marked to be ended once it is known', async () => {
    const intended = await intend('customer');
    expect(await voidIntended(db(), { callbackId: intended.callbackId, attempt: 1 })).toEqual(['customer-1-1']);
    expect(await takeSlotAndPost(db(), intended)).toMatchObject({ result: 'no' });
    const posted = await intend('customer');
    await takeSlotAndPost(db(), posted);
    expect(await wantEnded(db(), { callbackId: posted.callbackId, attempt: 1 })).toEqual([]);
    const callSid = `CA${posted.callbackId}`;
    expect(await recordPlaced(db(), { ...posted, callSid, conferenceSid: 'CF1', queueTimeMs: 0 })).toMatchObject({ endWanted: true });
    expect(await wantEnded(db(), { callbackId: posted.callbackId, attempt: 1 })).toEqual([callSid]);
  });

  test('of a leg given up nothing counts any more, but its call becomes known to be hung up', async () => {
    const leg = await intend('customer');
    await takeSlotAndPost(db(), leg);
    await recordUnknown(db(), leg);
    expect(await giveUp(db(), leg, 60_000)).toBe(false);
    expect(await giveUp(db(), leg, 0)).toBe(true);
    const learnt = await learnLeg(db(), { ...leg, facts: { progress: 'answered' }, callSid: `CA${leg.callbackId}` });
    expect(learnt).toMatchObject({ news: false, wasSettled: true, leg: { progress: 'none', call_sid: `CA${leg.callbackId}` } });
  });

  test('whatever order the network’s callbacks come in, and however often, the leg is the same', async () => {
    const said: Partial<LegFacts>[] = [
      { progress: 'initiated' },
      { progress: 'ringing' },
      { progress: 'answered' },
      { answeredBy: 'human' },
      { progress: 'ended', end: 'completed' },
    ];
    const orders = fc.tuple(fc.shuffledSubarray(said, { minLength: said.length }), fc.shuffledSubarray(said));
    await fc.assert(
      fc.asyncProperty(orders, async ([all, again]) => {
        const leg = await intend('customer');
        await takeSlotAndPost(db(), leg);
        const at = new Date('2026-11-24T01:00:00Z');
        for (const facts of [...all, ...again]) await learnLeg(db(), { ...leg, facts, at });
        const known = await db().selectFrom('leg').selectAll().where('callback_id', '=', leg.callbackId).executeTakeFirstOrThrow();
        expect(known).toMatchObject({ state: 'placed', progress: 'ended', call_end: 'completed', answered_by: 'human', answered_at: at, ended_at: at });
        expect(known.settled_at).not.toBeNull();
      }),
      { numRuns: 15 },
    );
  });
}
