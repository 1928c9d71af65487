import { TemporalUnavailable } from '../../temporal/errors.ts';
import type { Answer, Centre } from './support.ts';
import { given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());
beforeEach(async () => {
  const { workflows, store } = centre;
  workflows.said.length = 0;
  workflows.started.length = 0;
  workflows.answer = async () => ({ version: 7, status: 'dialling' });
  workflows.onStart = async () => undefined;
  await store.db.deleteFrom('reservation').execute();
});

const NUMBER = '090-1234-5678';
const request = { routeId: 'billing', number: NUMBER, kind: 'asap', name: 'Tanaka Yui', collected: { reason: 'invoice' } };

describe('asking for a callback', () => {
  test('keeps it, starts its workflow, and says where it is', async () => {
    const { status, body, headers } = await centre.ask('POST', '/v1/callbacks', { as: 'machine', body: request });
    expect({ status, body }).toMatchObject({ status: 201, body: { result: 'created', status: 'scheduled', version: 0 } });
    expect(headers.get('location')).toBe(`/v1/callbacks/${body.id}`);
    expect(centre.workflows.started).toEqual([body.id]);
    const read = await centre.ask('GET', `/v1/callbacks/${body.id}`, { as: 'machine' });
    expect(read.body).toMatchObject({ number: '+819012345678', origin: 'api', channel: 'voice', route: { id: 'billing', name: 'Billing' }, collected: { reason: 'invoice' } });
    expect(read.body.timeline).toMatchObject([{ type: 'requested', actor: { type: 'machine', name: 'crm' } }]);
  });

  test('finds the open one of the same number', async () => {
    const { status, body } = await centre.ask('POST', '/v1/callbacks', { as: 'aoki', body: { ...request, number: '+81 90 1234 5678' } });
    expect({ status, result: body.result }).toEqual({ status: 200, result: 'open' });
  });

  test('answers the same for the same Idempotency-Key, and refuses another request under it', async () => {
    const headers = { 'Idempotency-Key': 'order-1' };
    const body = { ...request, number: '090-2222-2222' };
    const first = await centre.ask('POST', '/v1/callbacks', { as: 'machine', headers, body });
    const second = await centre.ask('POST', '/v1/callbacks', { as: 'machine', headers, body });
    expect([first.status, second.status, second.body.result, second.body.id]).toEqual([201, 200, 'repeated', first.body.id]);
    const other = await centre.ask('POST', '/v1/callbacks', { as: 'machine', headers, body: { ...body, number: '090-3333-3333' } });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  });

  test('keys of different callers do not meet', async () => {
    const headers = { 'Idempotency-Key': 'order-1' };
    const { body } = await centre.ask('POST', '/v1/callbacks', { as: 'aoki', headers, body: { ...request, number: '090-4444-4444' } });
    expect(body.result).toBe('created');
  });

  test('loses nothing while Temporal is away, or does not answer', async () => {
    centre.workflows.onStart = () => Promise.reject(new TemporalUnavailable(new Error('away')));
    const away = await centre.ask('POST', '/v1/callbacks', { as: 'machine', body: { ...request, number: '090-5555-5555' } });
    centre.workflows.onStart = () => new Promise(() => undefined);
    const silent = await centre.ask('POST', '/v1/callbacks', { as: 'machine', body: { ...request, number: '090-6666-6666' } });
    expect([away.status, silent.status]).toEqual([201, 201]);
  });

  test('takes a time with its offset', async () => {
    const at = new Date(Date.now() + 3 * 86_400_000);
    const { body } = await centre.ask('POST', '/v1/callbacks', {
      as: 'machine',
      body: { ...request, number: '090-7777-7777', kind: 'scheduled', at: at.toISOString().replace('Z', '+00:00'), origin: 'web' },
    });
    const read = await centre.ask('GET', `/v1/callbacks/${body.id}`, { as: 'machine' });
    expect(read.body).toMatchObject({ desiredAt: at.toISOString(), channel: 'web', origin: 'web' });
  });
});

describe('what an agent sees', () => {
  test('is what is assigned to them, in their hands, or was dialled by them; the rest is not there', async () => {
    const [assigned, inHand, dialled, others] = [await givenCallback(centre), await givenCallback(centre), await givenCallback(centre), await givenCallback(centre)];
    await given(centre, assigned, { assignee_id: centre.ids.aoki, distributor: centre.ids.admin });
    await given(centre, inHand, { agent_id: centre.ids.aoki, status: 'offered' });
    await given(centre, dialled, { attempt: 1 });
    await centre.store.db.insertInto('attempt').values({ callback_id: dialled, attempt: 1, agent_id: centre.ids.aoki }).execute();
    const { body } = await centre.ask('GET', '/v1/callbacks?limit=200', { as: 'aoki' });
    expect(body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual([assigned, inHand, dialled].toSorted());
    expect(body.items.find(({ id }: { id: string }) => id === assigned)).toMatchObject({ assignee: { name: 'aoki' }, distributor: { name: 'admin' } });
    for (const id of [assigned, inHand, dialled]) expect((await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).status).toBe(200);
    expect((await centre.ask('GET', `/v1/callbacks/${others}`, { as: 'aoki' })).status).toBe(404);
    expect((await centre.ask('POST', `/v1/callbacks/${others}/cancel`, { as: 'aoki', body: {} })).status).toBe(404);
    expect((await centre.ask('GET', `/v1/callbacks/${others}`, { as: 'admin' })).status).toBe(200);
  });
});

describe('the list', () => {
  test('is read to its end by cursors, each callback once', async () => {
    const ids = new Set<string>();
    let cursor: string | null = null;
    let rows = 0;
    do {
      const answer = await centre.ask('GET', `/v1/callbacks?limit=3&order=asc${cursor ? `&cursor=${cursor}` : ''}`, { as: 'admin' });
      for (const { id } of answer.body.items) ids.add(id);
      rows += answer.body.items.length;
      cursor = answer.body.nextCursor;
    } while (cursor);
    const all = await centre.ask('GET', '/v1/callbacks?limit=200', { as: 'admin' });
    expect([ids.size, rows]).toEqual([all.body.items.length, all.body.items.length]);
    expect(rows).toBeGreaterThan(6);
  });

  test('is read from its end, too, and by every order', async () => {
    for (const sort of ['requested', 'due', 'ended', 'attempts', 'name']) {
      const whole = await centre.ask('GET', `/v1/callbacks?limit=200&sort=${sort}&order=asc`, { as: 'admin' });
      const last = await centre.ask('GET', `/v1/callbacks?limit=3&sort=${sort}&order=asc&page=last`, { as: 'admin' });
      const earlier = await centre.ask('GET', `/v1/callbacks?limit=3&sort=${sort}&order=asc&before=${last.body.previousCursor}`, { as: 'admin' });
      const ids = ({ body }: Answer) => body.items.map(({ id }: { id: string }) => id);
      expect([...ids(earlier), ...ids(last)]).toEqual(ids(whole).slice(-6));
      expect([last.body.nextCursor, whole.body.previousCursor, typeof earlier.body.nextCursor]).toEqual([null, null, 'string']);
    }
  });

  test('has its totals: the open ones are distributed or not', async () => {
    const assigned = await givenCallback(centre, { name: 'Counted' });
    const ended = await givenCallback(centre, { name: 'Counted' });
    await givenCallback(centre, { name: 'Counted' });
    await given(centre, assigned, { assignee_id: centre.ids.aoki, distributor: 'arrival', attempts_placed: 4 });
    await given(centre, ended, { assignee_id: centre.ids.aoki, status: 'completed', ended_at: new Date('2026-11-24T01:00:00Z') });
    const count = async (query: string, as = 'admin') => (await centre.ask('GET', `/v1/callbacks/totals?name=counted${query}`, { as })).body;
    expect(await count('')).toEqual({ matching: 3, total: 2, distributed: 1, undistributed: 1 });
    expect(await count('', 'machine')).toEqual({ matching: 3, total: 2, distributed: 1, undistributed: 1 });
    expect(await count('', 'aoki')).toEqual({ matching: 2, total: 1, distributed: 1, undistributed: 0 });
    expect(await count('&by=ended&from=2026-11-24T00:00:00Z')).toMatchObject({ matching: 1, total: 0 });
    expect(await count('&attemptsFrom=4&attemptsTo=4')).toMatchObject({ matching: 1, total: 1 });
    expect(await count('&distributor=arrival')).toMatchObject({ matching: 1 });
    const { body } = await centre.ask('GET', '/v1/callbacks?distributor=arrival', { as: 'admin' });
    expect(body.items).toMatchObject([{ id: assigned, distributor: 'arrival' }]);
  });

  test('is narrowed by what was asked for, by whom it is and how it ended, and by the time it is due', async () => {
    const [one, other] = [await givenCallback(centre, { name: 'Narrowed', kind: 'delayed' }), await givenCallback(centre, { name: 'Narrowed' })];
    await given(centre, one, { due_at: new Date('2050-01-01T00:00:00Z'), assignee_id: centre.ids.mori, distributor: centre.ids.admin });
    await given(centre, other, { status: 'completed', disposition: 'paid', last_outcome: 'answered', ended_at: new Date('2026-11-24T01:00:00Z') });
    const found = async (query: string) => (await centre.ask('GET', `/v1/callbacks?name=narrowed&${query}`, { as: 'admin' })).body.items.map(({ id }: { id: string }) => id);
    for (const query of ['kind=delayed', 'by=due&from=2049-12-31T00:00:00Z&to=2050-01-02T00:00:00Z', `assignee=${centre.ids.mori}`, 'assignee=any', `distributor=${centre.ids.admin}`]) expect([query, await found(query)]).toEqual([query, [one]]);
    for (const query of ['kind=asap', 'disposition=paid', 'outcome=answered', 'status=completed', 'by=ended&to=2026-11-25T00:00:00Z']) expect([query, await found(query)]).toEqual([query, [other]]);
  });

  test.each([
    ['GET', '/v1/callbacks', undefined],
    ['GET', '/v1/callbacks/totals', undefined],
    ['GET', '/v1/callbacks.xlsx', undefined],
    ['GET', '/v1/callbacks/ID', undefined],
    ['POST', '/v1/callbacks/ID/accept', { offerId: 'o' }],
    ['POST', '/v1/callbacks/ID/reject', { offerId: 'o' }],
    ['POST', '/v1/callbacks/ID/dial', { attempt: 1 }],
    ['POST', '/v1/callbacks/ID/hang-up', { attempt: 1 }],
    ['POST', '/v1/callbacks/ID/reschedule', { at: '2050-01-01T00:00:00Z', staysWithAgent: false }],
    ['POST', '/v1/callbacks/ID/complete', { disposition: 'paid' }],
    ['POST', '/v1/callbacks/ID/cancel', {}],
    ['POST', '/v1/callbacks/ID/notes', { text: 'note' }],
    ['PUT', '/v1/callbacks/ID/draft', { note: 'note' }],
  ])('and whatever is done with a callback is not for an agent who may not phone, not even their own: %s %s', async (method, path, body) => {
    const id = await givenCallback(centre);
    await given(centre, id, { assignee_id: centre.ids.kato, agent_id: centre.ids.kato });
    const answer = await centre.ask(method, path.replace('ID', id), { as: 'kato', body });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'may_not_phone' });
    expect(centre.workflows.said).toEqual([]);
  });

  test.each([
    ['number=090-1234-5678', 1],
    ['number=%EF%BC%90%EF%BC%99%EF%BC%90%E2%88%921234%E2%88%925678', 1],
    ['number=(090)%201234%205678', 1],
    ['number=0081%2090%201234%205678', 0],
    ['number=0909090909', 0],
    ['number=5678', 1],
    ['number=%2B819012345678', 1],
    ['status=expired,failed', 0],
    ['status=completed&status=scheduled&number=5678', 1],
    ['route=old', 0],
    ['assignee=none&number=5678', 1],
    ['distributor=automatic', 0],
    ['origin=voicemail', 0],
    ['name=tanaka&number=5678', 1],
    ['from=2050-01-01T00:00:00Z', 0],
    ['to=2050-01-01T00:00:00%2B09:00&number=5678', 1],
  ])('narrowed by %s has %i', async (query, count) => {
    const { body } = await centre.ask('GET', `/v1/callbacks?${query}`, { as: 'admin' });
    expect(body.items).toHaveLength(count);
  });
});
