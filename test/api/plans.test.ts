import { assign } from '../../store/callback/ownership.ts';
import { settleInSql } from '../../store/plan/plan-settle.ts';
import { SYSTEM } from '../../domain/words.ts';
import type { Centre } from './support.ts';
import { everything, given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const some = (count: number) => Promise.all(Array.from({ length: count }, () => givenCallback(centre)));
const distribute = (ids: readonly string[], agentIds: readonly string[], more: object = {}) => ({
  action: { type: 'distribute', method: agentIds.length > 1 ? 'equal' : 'manual', agentIds, ...more },
  selection: { ids },
});
const create = (body: unknown, headers: Record<string, string> = {}, as = 'admin') => centre.ask('POST', '/v1/plans', { as, body, headers });
const preview = (body: unknown) => centre.ask('POST', '/v1/plans/preview', { as: 'admin', body });
const give = (callbackId: string, agentId: string) => assign(centre.store.db, { callbackId, agentId, distributor: centre.ids.admin, actor: SYSTEM });

describe('who may', () => {
  test.each([
    ['POST', '/v1/plans', {}],
    ['POST', '/v1/plans/preview', {}],
    ['GET', '/v1/plans', undefined],
    ['GET', `/v1/plans/${UNKNOWN}`, undefined],
    ['GET', `/v1/plans/${UNKNOWN}/refusals`, undefined],
    ['POST', `/v1/plans/${UNKNOWN}/stop`, undefined],
    ['POST', `/v1/callbacks/${UNKNOWN}/withdraw`, {}],
    ['POST', `/v1/callbacks/${UNKNOWN}/release`, {}],
    ['POST', `/v1/callbacks/${UNKNOWN}/assign`, { agentId: 'aoki' }],
  ])('%s %s is the administrators’: an agent gets 403, nobody 401', async (method, path, body) => {
    const asked = body === undefined ? {} : { body };
    expect((await centre.ask(method, path, { as: 'aoki', ...asked })).status).toBe(403);
    expect((await centre.ask(method, path, asked)).status).toBe(401);
  });
});

describe('writing a plan', () => {
  test('keeps it whole, tells Temporal, and says whose the callbacks are to be', async () => {
    const ids = await some(3);
    const { status, body, headers } = await create(distribute(ids, [centre.ids.aoki, centre.ids.mori]));
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/v1/plans/${body.id}`);
    expect(body).toMatchObject({ state: 'running', total: 3, pending: 3, done: 0, refused: 0, stopped: 0, actor: { name: 'admin' }, finishedAt: null });
    expect(new Set(body.perAgent.map(({ count }: { count: number }) => count))).toEqual(new Set([1, 2]));
    expect(centre.workflows.plansStarted).toContain(body.id);
    expect((await centre.ask('GET', `/v1/plans/${body.id}`, { as: 'machine' })).body).toEqual(body);
    expect((await centre.ask('GET', '/v1/plans', { as: 'admin' })).body.items).toContainEqual(body);
  });

  test('without Temporal it is kept all the same: the sweep starts it', async () => {
    centre.workflows.isThere = false;
    expect((await create(distribute(await some(1), [centre.ids.aoki]))).status).toBe(201);
    centre.workflows.isThere = true;
  });

  test('the same key again is the same plan, also at once; another plan under it is refused', async () => {
    const ids = await some(2);
    const headers = { 'Idempotency-Key': 'distribute-1' };
    const wish = distribute(ids, [centre.ids.aoki]);
    const answers = await Promise.all([create(wish, headers), create(wish, headers), create(wish, headers)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await create(distribute(ids.slice(1), [centre.ids.aoki]), headers)).body).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
    expect((await create(wish, headers, 'machine')).status).toBe(201);
  });

  test('a search takes its open callbacks', async () => {
    const [open, ended, other] = (await some(3)) as [string, string, string];
    await given(centre, open, { name: 'Searched' });
    await given(centre, ended, { name: 'Searched', status: 'completed', ended_at: new Date() });
    await given(centre, other, { name: 'Other' });
    const wish = { action: { type: 'distribute', method: 'manual', agentIds: [centre.ids.aoki] }, selection: { search: { name: 'searched', route: ['billing'] } } };
    expect((await preview(wish)).body).toMatchObject({ total: 1, perAgent: [{ agent: { name: 'aoki' }, count: 1 }], refused: [] });
    const none = { ...wish, selection: { search: { name: 'nobody is called so' } } };
    expect((await preview(none)).body).toMatchObject({ total: 0 });
    expect((await create(none)).body).toMatchObject({ status: 409, code: 'nothing_selected' });
  });

  test.each([
    ['an agent nobody knows', () => distribute([UNKNOWN], ['stranger']), '/action/agentIds/0'],
    ['a callback nobody knows', () => distribute([UNKNOWN], [centre.ids.aoki]), '/selection/ids/0'],
    ['a route nobody knows', () => ({ action: { type: 'change_route', routeId: 'nowhere' }, selection: { ids: [UNKNOWN] } }), '/action/routeId'],
    ['two agents by hand', () => distribute([UNKNOWN], [centre.ids.aoki, centre.ids.mori], { method: 'manual' }), '/action/agentIds'],
    ['no callback', () => distribute([], [centre.ids.aoki]), '/selection'],
    ['an action nobody knows', () => ({ action: { type: 'delete' }, selection: { ids: [UNKNOWN] } }), '/action/type'],
  ])('%s is refused where it stands, and nothing is written', async (_what, wish, pointer) => {
    const plans = await centre.store.db.selectFrom('plan').select('id').execute();
    const { status, body } = await create(wish());
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toContain(pointer);
    expect(await centre.store.db.selectFrom('plan').select('id').execute()).toEqual(plans);
  });

  test('10,000 ids are taken', async () => {
    const [id] = await some(1);
    const ids = Array.from({ length: 9_999 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    const { status, body } = await preview(distribute([String(id), ...ids], [centre.ids.aoki]));
    expect({ status, pointer: body.errors?.[0].pointer }).toEqual({ status: 400, pointer: '/selection/ids/1' });
    expect((await preview(distribute([String(id), ...ids, UNKNOWN], [centre.ids.aoki]))).status).toBe(400);
  });
});

describe('a preview', () => {
  test('says what would happen, by agent and by reason, and changes nothing', async () => {
    const [free, taken, calling, over] = (await some(4)) as [string, string, string, string];
    await give(taken, centre.ids.mori);
    await given(centre, calling, { status: 'connected' });
    await given(centre, over, { status: 'expired', ended_at: new Date() });
    const before = await everything(centre);
    const { body } = await preview(distribute([free, taken, calling, over], [centre.ids.aoki, centre.ids.kato]));
    expect(body).toEqual({
      total: 4,
      perAgent: [{ agent: { id: centre.ids.aoki, name: 'aoki' }, count: 1 }, { agent: { id: centre.ids.kato, name: 'kato' }, count: 0 }],
      refused: expect.arrayContaining([
        { refusal: 'already_distributed', count: 1 },
        { refusal: 'being_called', count: 1 },
        { refusal: 'callback_over', count: 1 },
      ]),
    });
    expect(await everything(centre)).toEqual(before);
    expect((await preview(distribute([free], [centre.ids.kato]))).body.refused).toEqual([{ refusal: 'no_eligible_agent', count: 1 }]);
  });
});

describe('a plan goes on', () => {
  test('two administrators distribute the same callbacks: each is assigned once, and the loser is told', async () => {
    const ids = await some(5);
    const [one, two] = await Promise.all([create(distribute(ids, [centre.ids.aoki])), create(distribute(ids, [centre.ids.mori]), {}, 'machine')]);
    await Promise.all([one, two].map(({ body }) => settleInSql(centre.store.db, body.id, { after: 0, limit: 100 })));
    const plans = await Promise.all([one, two].map(async ({ body }) => (await centre.ask('GET', `/v1/plans/${body.id}`, { as: 'admin' })).body));
    expect(new Set(plans.map(({ done }) => done))).toEqual(new Set([0, 5]));
    const loser = plans.find(({ done }) => done === 0);
    const first = await centre.ask('GET', `/v1/plans/${loser.id}/refusals?limit=3`, { as: 'admin' });
    const rest = await centre.ask('GET', `/v1/plans/${loser.id}/refusals?limit=3&cursor=${first.body.nextCursor}`, { as: 'admin' });
    expect(rest.body.nextCursor).toBeNull();
    const refused = [...first.body.items, ...rest.body.items];
    expect(refused).toHaveLength(5);
    expect(new Set(refused.map(({ callback }) => callback.id))).toEqual(new Set(ids));
    expect(new Set(refused.map(({ refusal }) => refusal))).toEqual(new Set(['already_distributed']));
    expect(refused[0].callback).toMatchObject({ route: { id: 'billing', name: 'Billing' }, number: expect.stringMatching(/^\+81/) });
  });

  test('Stop leaves the rest as it is, for good, and is no mistake twice', async () => {
    const ids = await some(3);
    const { body } = await create(distribute(ids, [centre.ids.aoki]));
    await settleInSql(centre.store.db, body.id, { after: 0, limit: 1 });
    const stopped = (await centre.ask('POST', `/v1/plans/${body.id}/stop`, { as: 'admin' })).body;
    expect(stopped).toMatchObject({ state: 'stopped', pending: 0, done: 1, stopped: 2, finishedAt: expect.any(String) });
    expect(await settleInSql(centre.store.db, body.id, { after: 0, limit: 100 })).toBeNull();
    expect((await centre.ask('POST', `/v1/plans/${body.id}/stop`, { as: 'admin' })).body).toEqual(stopped);
  });

  test('a plan nobody knows is not found', async () => {
    expect((await centre.ask('GET', `/v1/plans/${UNKNOWN}`, { as: 'admin' })).status).toBe(404);
    expect((await centre.ask('GET', `/v1/plans/${UNKNOWN}/refusals`, { as: 'admin' })).status).toBe(404);
    expect((await centre.ask('POST', `/v1/plans/${UNKNOWN}/stop`, { as: 'admin' })).status).toBe(404);
    expect((await centre.ask('GET', `/v1/plans/${UNKNOWN}/refusals?cursor=x`, { as: 'admin' })).status).toBe(400);
  });
});

describe('one callback', () => {
  const say = (id: string, what: string, body: object = {}) => centre.ask('POST', `/v1/callbacks/${id}/${what}`, { as: 'admin', body });

  test('is withdrawn from whoever it is distributed to; one that is nobody’s is not', async () => {
    const id = await givenCallback(centre);
    expect((await say(id, 'withdraw')).body).toMatchObject({ status: 409, code: 'not_distributed' });
    await give(id, centre.ids.aoki);
    expect((await say(id, 'withdraw', { reason: 'ill' })).status).toBe(200);
    expect(centre.workflows.said.at(-1)).toEqual({ name: 'withdraw', callbackId: id, arg: { actor: { type: 'user', id: centre.ids.admin }, reason: 'ill' } });
  });

  test('is released', async () => {
    const id = await givenCallback(centre);
    expect((await say(id, 'release')).status).toBe(200);
    expect(centre.workflows.said.at(-1)).toMatchObject({ name: 'release', callbackId: id });
  });

  test('is distributed, and moved, with who did it on the timeline', async () => {
    const id = await givenCallback(centre);
    expect((await say(id, 'assign', { agentId: centre.ids.aoki })).status).toBe(200);
    expect((await say(id, 'assign', { agentId: centre.ids.mori })).status).toBe(200);
    const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'admin' });
    expect(body).toMatchObject({ assignee: { name: 'mori' }, distributor: { name: 'admin' } });
    const assigned = body.timeline.filter(({ type }: { type: string }) => type === 'assigned');
    expect(assigned.map(({ data }: { data: { agentId: string } }) => data.agentId)).toEqual([centre.ids.aoki, centre.ids.mori]);
    expect(assigned[0].actor.name).toBe('admin');
  });

  test('that is offered is withdrawn from there first, and wanted again', async () => {
    const id = await givenCallback(centre);
    await given(centre, id, { status: 'offered', agent_id: centre.ids.aoki });
    centre.workflows.answer = async () => {
      await given(centre, id, { status: 'withdrawn', agent_id: null });
      return { version: 9, status: 'withdrawn' };
    };
    expect((await say(id, 'assign', { agentId: centre.ids.mori })).status).toBe(200);
    const messages = await centre.store.db.selectFrom('outbox').select('message').where('callback_id', '=', id).execute();
    expect(messages).toEqual([{ message: 'revive' }]);
    centre.workflows.answer = async () => ({ version: 7, status: 'dialling' });
  });

  test.each([
    ['that is being called', { status: 'connected' }, 'aoki', 'being_called'],
    ['that has ended', { status: 'cancelled', ended_at: new Date() }, 'aoki', 'callback_over'],
    ['that is to go to an agent who may not phone', { status: 'queued' }, 'kato', 'no_eligible_agent'],
  ] as const)('%s is refused', async (_what, columns, agent, code) => {
    const id = await givenCallback(centre);
    await given(centre, id, columns);
    expect((await say(id, 'assign', { agentId: centre.ids[agent] })).body).toMatchObject({ status: 409, code });
    expect((await say(id, 'assign', { agentId: 'stranger' })).body.errors[0].pointer).toBe('/agentId');
  });
});
