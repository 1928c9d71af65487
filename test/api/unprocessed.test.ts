import { SYSTEM } from '../../domain/words.ts';
import { saveTeam } from '../../store/agent/teams.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
let ids: string[];
beforeAll(async () => {
  centre = await openCentre();
  ids = [];
  for (const assignee of ['aoki', 'aoki', 'mori', 'aoki', null] as const) {
    const id = await givenCallback(centre);
    await given(centre, id, { assignee_id: assignee && centre.ids[assignee], distributor: assignee && centre.ids.admin });
    ids.push(id);
  }
  await given(centre, ids[3] ?? '', { status: 'completed', ended_at: new Date() });
  await given(centre, ids[1] ?? '', { requested_at: new Date('2025-11-21T00:00:00Z') });
});
afterAll(() => centre.close());

const PATH = '/v1/callbacks/unprocessed-by-agent';

async function counts(search = ''): Promise<unknown[]> {
  const { status, body } = await centre.ask('GET', PATH + search, { as: 'admin' });
  expect(status).toBe(200);
  return body.items.map(({ agent, unprocessed }: { agent: { name: string }; unprocessed: number }) => [agent.name, unprocessed]);
}

test('counts the open callbacks of each agent by name; what has ended or is nobody’s is left out', async () => {
  expect(await counts()).toEqual([['aoki', 2], ['mori', 1]]);
});

test('counts within the search: period, agent, status, route, team', async () => {
  expect(await counts('?to=2025-12-01T00:00:00Z')).toEqual([['aoki', 1]]);
  expect(await counts(`?assignee=${centre.ids.mori}`)).toEqual([['mori', 1]]);
  expect(await counts('?status=completed')).toEqual([]);
  expect(await counts('?route=old')).toEqual([]);
  const team = await saveTeam(centre.store.db, { id: null, name: 'North', agentIds: [centre.ids.mori], actor: SYSTEM });
  expect(await counts(`?team=${team?.id}`)).toEqual([['mori', 1]]);
});

test('`assignee=any` finds what is distributed to anybody', async () => {
  const { body } = await centre.ask('GET', '/v1/callbacks?assignee=any', { as: 'admin' });
  expect(body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.slice(0, 4).toSorted());
});

test('is for administrators and machines: agents get 403, strangers 401, nonsense 400', async () => {
  expect(await centre.ask('GET', PATH, { as: 'aoki' })).toMatchObject({ status: 403, body: { code: 'administrators_only' } });
  expect((await centre.ask('GET', PATH)).status).toBe(401);
  expect((await centre.ask('GET', PATH, { as: 'machine' })).status).toBe(200);
  expect((await centre.ask('GET', `${PATH}?from=soon`, { as: 'admin' })).status).toBe(400);
});
