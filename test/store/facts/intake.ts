import { randomUUID } from 'node:crypto';
import { readCallback } from '../../../store/callback/callbacks.ts';
import { markStarted, requestCallback, unstarted } from '../../../store/callback/intake.ts';
import { claimCallback, writeProjection } from '../../../store/callback/projection.ts';
import { readTimeline } from '../../../store/callback/timeline.ts';
import type { Opened } from '../world.ts';
import { makeCallback, makeRoute, step, wanted } from '../world.ts';

export function intakeFacts(opened: () => Opened): void {
  const db = () => opened().store.db;

  test('requests racing for one number on one route find one callback, and none fails', async () => {
    const request = wanted(await makeRoute(opened().store));
    const all = await Promise.all(Array.from({ length: 20 }, () => requestCallback(db(), { ...request, requestKey: randomUUID() })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ result }) => result === 'created')).toHaveLength(1);
    expect(all.filter(({ result }) => result === 'open')).toHaveLength(19);
  });

  test('requests racing with one key make one callback', async () => {
    const request = wanted(await makeRoute(opened().store), { requestKey: randomUUID() });
    const all = await Promise.all(Array.from({ length: 10 }, () => requestCallback(db(), request)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ result }) => result === 'created')).toHaveLength(1);
  });

  test('a key said again finds its callback, also when that was an open one', async () => {
    const request = wanted(await makeRoute(opened().store));
    const first = await requestCallback(db(), request);
    const key = randomUUID();
    expect(await requestCallback(db(), { ...request, requestKey: key })).toMatchObject({ id: first.id, result: 'open' });
    expect(await requestCallback(db(), { ...request, requestKey: key })).toMatchObject({ id: first.id, result: 'repeated' });
    const types = (await readTimeline(db(), first.id)).map(({ type }) => type);
    expect(types).toEqual(['requested', 'requested_again']);
  });

  test('the same number on another route is another callback', async () => {
    const { number } = wanted('any');
    const one = await makeCallback(opened().store, { number });
    expect(await makeCallback(opened().store, { number })).not.toBe(one);
  });

  test('a repeat of a withdrawn callback asks its workflow to revive it', async () => {
    const request = wanted(await makeRoute(opened().store));
    const { id } = await requestCallback(db(), request);
    await writeProjection(db(), step(id, 1, { status: 'withdrawn' }));
    await requestCallback(db(), request);
    const messages = await db().selectFrom('outbox').select('message').where('callback_id', '=', id).execute();
    expect(messages).toEqual([{ message: 'revive' }]);
  });

  test('a request during the conversation is kept, once, and is free when the conversation’s callback ends', async () => {
    const request = wanted(await makeRoute(opened().store));
    const { id } = await requestCallback(db(), request);
    await writeProjection(db(), step(id, 1, { status: 'connected' }));
    const kept = await Promise.all([requestCallback(db(), request), requestCallback(db(), request)]);
    expect(kept.map(({ result }) => result)).toEqual(['kept_for_later', 'kept_for_later']);
    expect(new Set(kept.map((one) => one.id)).size).toBe(1);
    const later = kept[0].id;
    expect(await claimCallback(db(), { callbackId: later, generation: 1, runId: 'early' })).toBeNull();
    await writeProjection(db(), step(id, 2, { status: 'completed' }));
    expect((await readCallback(db(), later))?.waits_for).toBeNull();
    expect(await requestCallback(db(), request)).toMatchObject({ id: later, result: 'open' });
    expect((await unstarted(db(), 0, 500)).map((row) => row.id)).toContain(later);
  });

  test('what Temporal has taken is not started again', async () => {
    const id = await makeCallback(opened().store);
    expect((await unstarted(db(), 0, 500)).map((row) => row.id)).toContain(id);
    await markStarted(db(), id);
    expect((await unstarted(db(), 0, 500)).map((row) => row.id)).not.toContain(id);
  });

  test('one run claims a callback: it may ask again, another may not, nor anybody once it has ended', async () => {
    const callbackId = await makeCallback(opened().store);
    const claims = await Promise.all(['a', 'b', 'c'].map((runId) => claimCallback(db(), { callbackId, generation: 1, runId })));
    const winner = claims.find((row) => row !== null)?.run_id as string;
    expect(claims.filter((row) => row !== null)).toHaveLength(1);
    expect(await claimCallback(db(), { callbackId, generation: 1, runId: winner })).not.toBeNull();
    expect(await claimCallback(db(), { callbackId, generation: 2, runId: winner })).toBeNull();
    await writeProjection(db(), step(callbackId, 1, { status: 'cancelled' }));
    expect(await claimCallback(db(), { callbackId, generation: 1, runId: winner })).toBeNull();
  });
}
