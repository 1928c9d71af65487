import { readCallback, searchCallbacks, exportCallbacks, BadCursor, earlierCallbacks, myCallbacks } from '../../../store/callbacks.ts';
import { assign } from '../../../store/ownership.ts';
import { writeProjection } from '../../../store/projection.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeCallback, makeRoute, step, wanted } from '../world.ts';
import { SYSTEM } from '../../../domain/words.ts';

export function searchFacts(opened: () => Opened): void {
  const db = () => opened().store.db;

  async function some(count: number) {
    const routeId = await makeRoute(opened().store);
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push(await makeCallback(opened().store, { routeId }));
    return { routeId, ids };
  }

  test.each([
    ['requested', 'asc'],
    ['requested', 'desc'],
    ['due', 'asc'],
    ['due', 'desc'],
  ] as const)('pages by %s %s hold every callback once, also those with one instant or none', async (by, order) => {
    const { routeId, ids } = await some(7);
    for (const id of ids.slice(0, 4)) await writeProjection(db(), step(id, 1, {}));
    const seen: string[] = [];
    for await (const rows of exportCallbacks(db(), { routeIds: [routeId], sort: { by, order } }, 2)) {
      expect(rows.length).toBeLessThanOrEqual(2);
      seen.push(...rows.map(({ id }) => id));
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
    if (by === 'requested') expect(seen).toEqual(order === 'asc' ? ids : ids.toReversed());
    if (by === 'due') expect(new Set(order === 'asc' ? seen.slice(0, 4) : seen.slice(3))).toEqual(new Set(ids.slice(0, 4)));
  });

  test.each(['nonsense', Buffer.from('[1]').toString('base64url'), Buffer.from('["due","desc","infinity","x"]').toString('base64url')])(
    'the cursor %s is refused',
    async (cursor) => {
      await expect(searchCallbacks(db(), {}, { cursor, limit: 10 })).rejects.toThrow(BadCursor);
    },
  );

  test('a search narrows by status, number, name, period, and assignment', async () => {
    const { routeId, ids } = await some(2);
    const agentId = await makeAgent(opened().store);
    const request = wanted(routeId, { number: '+819011112222', name: '100% Sato_san' });
    const id = await makeCallback(opened().store, request);
    await writeProjection(db(), step(id, 1, { status: 'queued' }));
    await assign(db(), { callbackId: id, agentId, distributor: 'admin', actor: SYSTEM });
    const find = async (search: object) => (await searchCallbacks(db(), { routeIds: [routeId], ...search }, { limit: 50 })).rows.map((row) => row.id);
    expect(await find({ statuses: ['queued'] })).toEqual([id]);
    expect(await find({ statuses: [] })).toEqual([]);
    expect(await find({ numberHash: request.numberHash })).toEqual([id]);
    expect(await find({ lastDigits: '2222' })).toContain(id);
    expect(await find({ lastDigits: '222', name: 'sato_' })).toEqual([id]);
    expect(await find({ name: '%' })).toEqual([id]);
    expect(await find({ assigneeId: agentId, distributor: 'admin' })).toEqual([id]);
    expect((await find({ assigneeId: null })).toSorted()).toEqual(ids.toSorted());
    expect(await find({ period: { of: 'due', from: new Date('2026-11-24T01:00:00Z'), to: new Date('2026-11-24T01:00:01Z') } })).toEqual([id]);
    expect(await find({ period: { of: 'due', to: new Date('2026-11-24T01:00:00Z') } })).toEqual([]);
    expect(await find({ kinds: ['scheduled'] })).toEqual([]);
    expect((await myCallbacks(db(), agentId)).map((row) => row.id)).toEqual([id]);
  });

  test('an agent sees what is assigned to them, what they have in hand, and what they dialled', async () => {
    const { routeId, ids } = await some(4);
    const [assigned, inHand, dialled] = ids as [string, string, string];
    const agentId = await makeAgent(opened().store);
    await assign(db(), { callbackId: assigned, agentId, distributor: 'admin', actor: SYSTEM });
    await writeProjection(db(), step(inHand, 1, { status: 'offered', agentId }));
    await writeProjection(db(), step(dialled, 1, { attempt: 1 }, { startedAttempt: { attempt: 1, agentId, byHand: false } }));
    const page = await searchCallbacks(db(), { routeIds: [routeId], visibleTo: agentId, sort: { by: 'requested', order: 'asc' } }, { limit: 50 });
    expect(page.rows.map(({ id }) => id)).toEqual([assigned, inHand, dialled]);
    expect(page.nextCursor).toBeNull();
  });

  test('earlier callbacks of a number are found over all routes', async () => {
    const { number } = wanted('any');
    const one = await makeCallback(opened().store, { number });
    const two = await makeCallback(opened().store, { number });
    const row = await readCallback(db(), two);
    expect((await earlierCallbacks(db(), row!)).map(({ id }) => id)).toEqual([one]);
  });
}
