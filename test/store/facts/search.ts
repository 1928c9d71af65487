import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { foldName } from '../../../domain/reading.ts';
import { readCallback, searchCallbacks, exportCallbacks, BadCursor, earlierCallbacks, myCallbacks } from '../../../store/callback/callbacks.ts';
import type { Search } from '../../../store/search/search.ts';
import { totals } from '../../../store/search/totals.ts';
import { assign } from '../../../store/callback/ownership.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
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
    expect(await find({ numberHashes: [request.numberHash, 'another'] })).toEqual([id]);
    expect(await find({ lastDigits: '2222' })).toContain(id);
    expect(await find({ lastDigits: '222', name: 'sato_' })).toEqual([id]);
    expect(await find({ name: '100%' })).toEqual([id]);
    expect(await find({ name: '% 100' })).toEqual([id]);
    expect(await find({ assigneeId: agentId, distributor: 'admin' })).toEqual([id]);
    expect((await find({ assigneeId: null })).toSorted()).toEqual(ids.toSorted());
    expect(await find({ period: { of: 'due', from: new Date('2026-11-24T01:00:00Z'), to: new Date('2026-11-24T01:00:01Z') } })).toEqual([id]);
    expect(await find({ period: { of: 'due', to: new Date('2026-11-24T01:00:00Z') } })).toEqual([]);
    expect(await find({ kinds: ['scheduled'] })).toEqual([]);
    expect((await myCallbacks(db(), agentId)).map((row) => row.id)).toEqual([id]);
  });

  test.each([
    ['タナカ ユイ', ['たなか', 'ﾀﾅｶ', 'タナカユイ', 'ゆい　たなか'], ['田中', 'たなか ゆう']],
    ['ｶﾞﾘﾊﾞｰ ｼｬﾛﾝ', ['ガリバー', 'がりは\u3099', 'シヤロン'], ['かりはー']],
    ['ＯＬＩＶＩＡ Ｃｈｅｎ', ['olivia', 'Chen Oliv'], ['oliver']],
    ['José O’Brien', ['jose', "o'brien", 'obrien'], ['josef']],
  ])('a callback of %j is found by %j, and not by %j', async (name, found, notFound) => {
    const { routeId } = await some(1);
    const id = await makeCallback(opened().store, { routeId, name });
    const find = async (words: string) => (await searchCallbacks(db(), { routeIds: [routeId], name: words }, { limit: 50 })).rows.map((row) => row.id);
    for (const words of found) expect({ words, found: await find(words) }).toEqual({ words, found: [id] });
    for (const words of notFound) expect({ words, found: await find(words) }).toEqual({ words, found: [] });
  });

  test('names are folded as contacts and the directory fold them', async () => {
    const characters = 'アぁゥガがｶﾞﾊﾟヴヵゝゞヽーｰ゛゜ 　・-–’.,()（）「」〜々〆髙渡邉김민준aBＣéÜßøŁçЖ①㈱½@_%\\';
    const name = fc.string({ unit: fc.constantFrom(...Array.from(characters)), maxLength: 8 });
    const names = fc.sample(name, { numRuns: 2_000, seed: 5 }).filter((one) => !/[ゝゞヽ].*[ゝゞヽ]/u.test(one));
    const { rows } = await sql<{ name: string; folded: string }>`select name, folded_name(name) as folded from unnest(${names}::text[]) name`.execute(db());
    expect(rows).toHaveLength(names.length);
    expect(rows.map(({ folded }) => folded)).toEqual(rows.map((row) => foldName(row.name)));
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

  test('a search narrows by ids, team, attempts, disposition and completed time, and by nothing that has no such time', async () => {
    const { routeId, ids } = await some(4);
    const [one, two, open] = ids as [string, string, string];
    const [agentId, teamId] = [await makeAgent(opened().store), randomUUID()];
    await db().insertInto('team').values({ id: teamId, name: teamId }).execute();
    await db().insertInto('agent_team').values({ agent_id: agentId, team_id: teamId }).execute();
    await assign(db(), { callbackId: one, agentId, distributor: 'admin', actor: SYSTEM });
    const ended = (at: string) => ({ ended_at: at, status: 'completed' as const, disposition: 'paid' });
    await db().updateTable('callback').set({ ...ended('2026-11-24T01:00:00Z'), attempts_placed: 2 }).where('id', '=', one).execute();
    await db().updateTable('callback').set({ ...ended('2026-11-25T01:00:00Z'), attempts_placed: 1 }).where('id', '=', two).execute();
    const find = async (search: Search) => (await searchCallbacks(db(), { routeIds: [routeId], ...search }, { limit: 50 })).rows.map((row) => row.id).toSorted();
    expect(await find({ teamId })).toEqual([one]);
    expect(await find({ teamId: 'another' })).toEqual([]);
    expect(await find({ attempts: { from: 1 } })).toEqual([one, two].toSorted());
    expect(await find({ attempts: { from: 1, to: 1 } })).toEqual([two]);
    expect((await find({ attempts: { to: 0 } })).length).toBe(2);
    expect(await find({ disposition: 'paid' })).toEqual([one, two].toSorted());
    expect(await find({ ids: [two, open, randomUUID()] })).toEqual([two, open].toSorted());
    expect(await find({ ids: [] })).toEqual([]);
    expect(await find({ period: { of: 'ended', to: new Date('2026-11-25T00:00:00Z') } })).toEqual([one]);
    expect(await find({ period: { of: 'ended', from: new Date('2026-11-24T01:00:00Z') } })).toEqual([one, two].toSorted());
    expect(await find({ period: { of: 'due', from: new Date('2020-01-01T00:00:00Z') } })).toEqual([]);
  });

  const SORTS = (['requested', 'due', 'ended', 'attempts', 'name'] as const).flatMap((by) => [{ by, order: 'asc' }, { by, order: 'desc' }] as const);

  test.each(SORTS)('by $by $order the pages read from the end are those read from the beginning, ties too', async (sort) => {
    const { routeId, ids } = await some(7);
    const [one, two, three] = ids as [string, string, string];
    await db().updateTable('callback').set({ name: 'Abe', attempts_placed: 3, ended_at: new Date(), due_at: new Date() }).where('id', 'in', [one, two]).execute();
    await db().updateTable('callback').set({ name: '', attempts_placed: 1, ended_at: '2020-01-01T00:00:00Z' }).where('id', '=', three).execute();
    const search = { routeIds: [routeId], sort };
    const pages: string[][] = [];
    for await (const rows of exportCallbacks(db(), search, 3)) pages.push(rows.map(({ id }) => id));
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
    const forwards = pages.flat();
    expect(forwards.toSorted()).toEqual(ids.toSorted());
    const back: string[] = [];
    let page = await searchCallbacks(db(), search, { limit: 3, isLast: true });
    expect(page.nextCursor).toBeNull();
    for (;;) {
      back.unshift(...page.rows.map(({ id }) => id));
      if (page.previousCursor === null) break;
      page = await searchCallbacks(db(), search, { limit: 3, before: page.previousCursor });
      expect(page.nextCursor).not.toBeNull();
    }
    expect(back).toEqual(forwards);
    const again = await searchCallbacks(db(), search, { limit: 3, cursor: page.nextCursor });
    expect(again.rows.map(({ id }) => id)).toEqual(forwards.slice(1, 4));
    expect(again.previousCursor).not.toBeNull();
  });

  test('names come by their sort: the one asked for first stands first', async () => {
    const { routeId, ids } = await some(3);
    const named = ['Mori', 'Abe', 'Sato'];
    for (const [index, id] of ids.entries()) await db().updateTable('callback').set({ name: String(named[index]) }).where('id', '=', id).execute();
    const page = await searchCallbacks(db(), { routeIds: [routeId], sort: { by: 'name', order: 'asc' } }, { limit: 50 });
    expect(page.rows.map(({ name }) => name)).toEqual(['Abe', 'Mori', 'Sato']);
  });

  test('totals count the search, and how its open ones are spread: a withdrawn one is nobody’s', async () => {
    const { routeId, ids } = await some(5);
    const [mine, ended, withdrawn] = ids as [string, string, string];
    const agentId = await makeAgent(opened().store);
    for (const callbackId of [mine, ended]) await assign(db(), { callbackId, agentId, distributor: 'admin', actor: SYSTEM });
    await db().updateTable('callback').set({ status: 'completed', ended_at: new Date() }).where('id', '=', ended).execute();
    await db().updateTable('callback').set({ status: 'withdrawn' }).where('id', '=', withdrawn).execute();
    expect(await totals(db(), { routeIds: [routeId] })).toEqual({ matching: 5, total: 4, distributed: 1, undistributed: 3 });
    expect(await totals(db(), { routeIds: [routeId], assigneeId: agentId })).toEqual({ matching: 2, total: 1, distributed: 1, undistributed: 0 });
    expect(await totals(db(), { routeIds: [] })).toEqual({ matching: 0, total: 0, distributed: 0, undistributed: 0 });
  });

  test('earlier callbacks of a number are found over all routes', async () => {
    const { number } = wanted('any');
    const one = await makeCallback(opened().store, { number });
    const two = await makeCallback(opened().store, { number });
    const row = await readCallback(db(), two);
    expect((await earlierCallbacks(db(), row!)).map(({ id }) => id)).toEqual([one]);
  });
}
