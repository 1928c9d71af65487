import { randomInt } from 'node:crypto';
import type { AgreedReach } from '../../../store/callback/agreed-reach.ts';
import { NumberHasCallback, agreeOnReach, settleReach, takeBackReach } from '../../../store/callback/agreed-reach.ts';
import { readCallback } from '../../../store/callback/callbacks.ts';
import type { Status } from '../../../domain/status.ts';
import type { Opened } from '../world.ts';
import { makeCallback, makeRoute, wanted, whileOpen } from '../world.ts';
import { requestCallback } from '../../../store/callback/intake.ts';

const ACTOR = { type: 'user', id: 'aoki' } as const;
const AT = '2026-11-27T05:30:00.000Z';
const LATER = '2026-11-28T05:30:00.000Z';

export function agreedReachFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const another = () => {
    const number = `+8180${randomInt(10_000_000, 99_999_999)}`;
    return { e164: number, hash: wanted('', { number }).numberHash };
  };
  const agree = (callbackId: string, more: Partial<AgreedReach>) => agreeOnReach(db(), { callbackId, at: AT, number: null, timeZone: null, actor: ACTOR, ...more });
  const reach = async (id: string) => {
    const row = await readCallback(db(), id);
    return { number: row?.number, hash: row?.number_hash, zone: row?.time_zone };
  };
  const said = async (id: string) =>
    db().selectFrom('case_event').select(['type', 'actor', 'data']).where('callback_id', '=', id).orderBy('id').execute();
  const stands = (id: string, status: Status) => db().updateTable('callback').set({ status }).where('id', '=', id).execute();

  test('another number and zone hold when the callback has gone to the time they were agreed for, once, and stand on the timeline', async () => {
    const id = await makeCallback(opened().store);
    const before = await reach(id);
    const number = another();
    await agree(id, { number, timeZone: 'Europe/London' });
    await settleReach(db(), id, LATER);
    expect(await reach(id)).toEqual(before);
    for (let times = 0; times < 2; times += 1) await settleReach(db(), id, AT);
    expect(await reach(id)).toEqual({ number: number.e164, hash: number.hash, zone: 'Europe/London' });
    expect(await said(id)).toEqual([
      { type: 'number_changed', actor: ACTOR, data: { from: before.number?.slice(-4), to: number.e164.slice(-4) } },
      { type: 'time_zone_changed', actor: ACTOR, data: { from: null, to: 'Europe/London' } },
    ]);
  });

  test('what stays as it is, is not said', async () => {
    const id = await makeCallback(opened().store, { timeZone: 'Asia/Tokyo' });
    const { number = '', hash = '' } = await reach(id);
    await agree(id, { number: { e164: number, hash }, timeZone: 'Asia/Tokyo' });
    await settleReach(db(), id, AT);
    await agree(id, {});
    await settleReach(db(), id, AT);
    expect(await said(id)).toEqual([]);
  });

  test('a number for which the route has another open callback is refused; one that has ended, or is of another route, is no hindrance', async () => {
    const routeId = await makeRoute(opened().store);
    const [open, ended, elsewhere] = [another(), another(), another()];
    await makeCallback(opened().store, { routeId, number: open.e164, numberHash: open.hash });
    await stands(await makeCallback(opened().store, { routeId, number: ended.e164, numberHash: ended.hash }), 'completed');
    await makeCallback(opened().store, { number: elsewhere.e164, numberHash: elsewhere.hash });
    const id = await makeCallback(opened().store, { routeId });
    await expect(agree(id, { number: open })).rejects.toThrow(NumberHasCallback);
    await settleReach(db(), id, AT);
    expect((await reach(id)).number).not.toBe(open.e164);
    for (const number of [ended, elsewhere]) {
      await agree(id, { number });
      await settleReach(db(), id, AT);
      expect((await reach(id)).number).toBe(number.e164);
    }
  });

  test('a number that has got a callback of its own meanwhile is left, and the timeline says so; the zone holds all the same', async () => {
    const routeId = await makeRoute(opened().store);
    const id = await makeCallback(opened().store, { routeId });
    const before = await reach(id);
    const number = another();
    await agree(id, { number, timeZone: 'Europe/London' });
    await requestCallback(db(), wanted(routeId, { number: number.e164, numberHash: number.hash }));
    await settleReach(db(), id, AT);
    expect(await reach(id)).toEqual({ ...before, zone: 'Europe/London' });
    expect((await said(id)).map(({ type }) => type)).toEqual(['number_kept', 'time_zone_changed']);
  });

  test('so it is for one that gets it at that moment', async () => {
    const routeId = await makeRoute(opened().store);
    const id = await makeCallback(opened().store, { routeId });
    const other = await makeCallback(opened().store, { routeId });
    const before = await reach(id);
    const number = another();
    await agree(id, { number });
    await whileOpen(
      db(),
      (tx) => tx.updateTable('callback').set({ number: number.e164, number_hash: number.hash }).where('id', '=', other).execute(),
      () => settleReach(db(), id, AT),
    );
    expect((await reach(id)).number).toBe(before.number);
  });

  test('during a call, what was agreed before holds on where it is not said anew', async () => {
    const id = await makeCallback(opened().store);
    const number = another();
    await stands(id, 'connected');
    await agree(id, { number });
    await agree(id, { at: LATER, timeZone: 'Europe/London' });
    await settleReach(db(), id, LATER);
    expect(await reach(id)).toMatchObject({ number: number.e164, zone: 'Europe/London' });
  });

  test('between calls, what was agreed for another time is over', async () => {
    const id = await makeCallback(opened().store);
    const before = await reach(id);
    await agree(id, { number: another() });
    await agree(id, { at: LATER, timeZone: 'Europe/London' });
    await settleReach(db(), id, LATER);
    expect(await reach(id)).toEqual({ ...before, zone: 'Europe/London' });
  });

  test('where the callback was not moved, what had been agreed before holds again', async () => {
    const id = await makeCallback(opened().store);
    const [first, second] = [another(), another()];
    await stands(id, 'connected');
    await agree(id, { number: first });
    const before = await agree(id, { at: LATER, number: second });
    await takeBackReach(db(), id, LATER, before);
    await settleReach(db(), id, LATER);
    await settleReach(db(), id, AT);
    expect((await reach(id)).number).toBe(first.e164);
    const nothing = await agree(id, { number: second });
    await takeBackReach(db(), id, AT, nothing);
    await settleReach(db(), id, AT);
    expect((await reach(id)).number).toBe(first.e164);
  });
}
