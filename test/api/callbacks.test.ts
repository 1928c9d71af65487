import type { Status } from '../../domain/status.ts';
import type { EventType } from '../../domain/words.ts';
import { SYSTEM } from '../../domain/words.ts';
import { saveRoute } from '../../store/routes.ts';
import { NotRunning, Refused, TemporalUnavailable } from '../../temporal/errors.ts';
import type { Answer, Centre } from './support.ts';
import { POLICY, given, givenCallback, openCentre, reserved } from './support.ts';

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

describe('acting on a callback', () => {
  const inHandOf = async (who: 'aoki' | 'mori', status: string, more: Record<string, unknown> = {}) => {
    const id = await givenCallback(centre);
    await given(centre, id, { status, agent_id: centre.ids[who], assignee_id: centre.ids[who], ...more });
    centre.workflows.said.length = 0;
    return id;
  };

  test('accept and reject name the offer and the caller', async () => {
    const id = await inHandOf('aoki', 'offered');
    const offerId = await reserved(centre, id, centre.ids.aoki);
    for (const verb of ['accept', 'reject']) {
      expect((await centre.ask('POST', `/v1/callbacks/${id}/${verb}`, { as: 'aoki', body: { offerId } })).body).toEqual({ version: 7, status: 'dialling' });
    }
    const arg = { offerId, agentId: centre.ids.aoki };
    expect(centre.workflows.said).toEqual([{ name: 'accept', callbackId: id, arg }, { name: 'reject', callbackId: id, arg }]);
  });

  test('a preview is given back by the offer that was accepted, and only by who has it', async () => {
    const id = await inHandOf('aoki', 'preview');
    const offerId = await reserved(centre, id, centre.ids.aoki);
    await centre.store.db.updateTable('reservation').set({ offer_end: 'accepted', offer_ended_at: new Date() }).where('id', '=', offerId).execute();
    expect((await centre.ask('POST', `/v1/callbacks/${id}/reject`, { as: 'mori', body: { offerId } })).status).toBe(404);
    expect((await centre.ask('POST', `/v1/callbacks/${id}/reject`, { as: 'aoki', body: { offerId } })).status).toBe(200);
    expect(centre.workflows.said).toEqual([{ name: 'reject', callbackId: id, arg: { offerId, agentId: centre.ids.aoki } }]);
  });

  test('an offer to somebody else, or of nothing, is not answered', async () => {
    const id = await inHandOf('aoki', 'offered', { assignee_id: null });
    const offerId = await reserved(centre, id, centre.ids.aoki);
    expect((await centre.ask('POST', `/v1/callbacks/${id}/accept`, { as: 'mori', body: { offerId } })).status).toBe(404);
    await given(centre, id, { assignee_id: centre.ids.mori });
    expect((await centre.ask('POST', `/v1/callbacks/${id}/accept`, { as: 'mori', body: { offerId } })).body.code).toBe('not_your_offer');
    expect((await centre.ask('POST', `/v1/callbacks/${id}/accept`, { as: 'aoki', body: { offerId: 'gone' } })).body.code).toBe('offer_over');
    expect(centre.workflows.said).toEqual([]);
  });

  test('Call again needs no reservation; Dial from the list holds both sides first', async () => {
    const again = await inHandOf('aoki', 'wrap_up', { attempt: 1 });
    await centre.ask('POST', `/v1/callbacks/${again}/dial`, { as: 'aoki', body: { attempt: 2 } });
    const listed = await inHandOf('aoki', 'scheduled', { agent_id: null });
    await centre.ask('POST', `/v1/callbacks/${listed}/dial`, { as: 'aoki', body: { attempt: 1 } });
    const [held] = await centre.store.db.selectFrom('reservation').selectAll().execute();
    expect(held).toMatchObject({ callback_id: listed, agent_id: centre.ids.aoki, purpose: 'dial', released_at: null });
    expect(centre.workflows.said.at(-1)?.arg).toMatchObject({ attempt: 1, reservationId: held?.id });
    const second = await inHandOf('aoki', 'queued', { agent_id: null });
    expect((await centre.ask('POST', `/v1/callbacks/${second}/dial`, { as: 'aoki', body: { attempt: 1 } })).body.code).toBe('agent_busy');
  });

  test('a refused dial lets both sides go; one without an answer leaves that to time', async () => {
    const id = await inHandOf('aoki', 'queued', { agent_id: null });
    const live = () => centre.store.db.selectFrom('reservation').select('id').where('released_at', 'is', null).execute();
    centre.workflows.answer = () => Promise.reject(new Refused('wrong_state', 'Not now.'));
    const refused = await centre.ask('POST', `/v1/callbacks/${id}/dial`, { as: 'aoki', body: { attempt: 1 } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'wrong_state', detail: 'Not now.' } });
    expect(await live()).toHaveLength(0);
    centre.workflows.answer = () => Promise.reject(new TemporalUnavailable(new Error('away')));
    const away = await centre.ask('POST', `/v1/callbacks/${id}/dial`, { as: 'aoki', body: { attempt: 1 } });
    expect({ status: away.status, retry: away.headers.get('retry-after') }).toEqual({ status: 503, retry: '2' });
    expect(await live()).toHaveLength(1);
  });

  test('dialling needs a telephone, and the next attempt', async () => {
    const id = await inHandOf('mori', 'queued', { agent_id: null });
    expect((await centre.ask('POST', `/v1/callbacks/${id}/dial`, { as: 'mori', body: { attempt: 1 } })).body.code).toBe('no_telephone');
    const mine = await inHandOf('aoki', 'queued', { agent_id: null });
    expect((await centre.ask('POST', `/v1/callbacks/${mine}/dial`, { as: 'aoki', body: { attempt: 2 } })).body.code).toBe('wrong_state');
  });

  test('only who has the case in hand may act on it; an administrator moves, completes and cancels, and does not telephone', async () => {
    const id = await inHandOf('aoki', 'wrap_up', { assignee_id: centre.ids.mori });
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const moved = { at, staysWithAgent: false };
    for (const [verb, body] of Object.entries({ 'hang-up': { attempt: 1 }, dial: { attempt: 1 }, reschedule: moved, complete: {}, cancel: {}, notes: { text: 'x' } })) {
      expect((await centre.ask('POST', `/v1/callbacks/${id}/${verb}`, { as: 'mori', body })).body.code).toBe('not_your_callback');
    }
    for (const [verb, body] of Object.entries({ reschedule: moved, complete: {}, cancel: { reason: 'twice' } })) {
      expect((await centre.ask('POST', `/v1/callbacks/${id}/${verb}`, { as: 'admin', body })).status).toBe(200);
    }
    expect((await centre.ask('POST', `/v1/callbacks/${id}/hang-up`, { as: 'admin', body: { attempt: 1 } })).body.code).toBe('may_not_phone');
    const actor = { type: 'user', id: centre.ids.admin };
    expect(centre.workflows.said.map(({ name, arg }) => [name, arg])).toEqual([
      ['reschedule', { actor, at, windowEndsAt: null, staysWithAgent: false }],
      ['complete', { actor, disposition: null, effect: 'end' }],
      ['cancel', { actor, reason: 'twice' }],
    ]);
  });

  test('Mark Done passes on what the route says of the disposition, and writes the note once', async () => {
    const id = await inHandOf('aoki', 'wrap_up');
    centre.workflows.answer = () => Promise.reject(new Refused('wrong_state', 'End the call first.'));
    const done = { disposition: 'again', note: 'asks for Monday' };
    expect((await centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: done })).status).toBe(409);
    centre.workflows.answer = async () => ({ version: 9, status: 'completed' });
    expect((await centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: done })).body).toEqual({ version: 9, status: 'completed' });
    expect(centre.workflows.said.at(-1)?.arg).toMatchObject({ disposition: 'again', effect: 'retry' });
    const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' });
    expect(body.notes).toMatchObject([{ text: 'asks for Monday', author: { name: 'aoki' } }]);
    expect(body).toMatchObject({ lastNote: 'asks for Monday', dispositions: [{ code: 'paid' }, { code: 'again' }] });
  });

  test('a disposition that asks for a new time is refused without one, before its note is filed, and passed on where one was agreed', async () => {
    const later = { code: 'later', label: { en: 'Another time' }, effect: 'reschedule' } as const;
    await saveRoute(centre.store.db, { id: 'asks', name: 'Asks', numbers: [], policy: { ...POLICY, dispositions: [later] }, closed: false });
    const id = await inHandOf('aoki', 'wrap_up', { route_id: 'asks' });
    const file = () => centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: { disposition: 'later', note: 'after Monday' } });
    const happened = (version: number, type: EventType, status: Status) =>
      centre.store.db
        .insertInto('callback_event')
        .values({ callback_id: id, version, ordinal: 0, type, at: new Date(), actor: JSON.stringify(SYSTEM), status, data: '{}' })
        .execute();
    await happened(101, 'rescheduled', 'scheduled');
    await happened(102, 'attempt_started', 'dialling');
    expect(await file()).toMatchObject({ status: 409, body: { code: 'time_required', errors: [{ pointer: '/disposition' }] } });
    expect(centre.workflows.said).toEqual([]);
    expect((await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).body.notes).toEqual([]);
    await happened(103, 'rescheduled', 'connected');
    expect((await file()).status).toBe(200);
    expect(centre.workflows.said.at(-1)?.arg).toMatchObject({ disposition: 'later', effect: 'reschedule' });
  });

  test('a mandatory disposition is asked for, an unknown one refused, and an ended callback left alone', async () => {
    const id = await inHandOf('aoki', 'wrap_up', { route_id: 'old' });
    expect((await centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: { note: 'x' } })).body.code).toBe('disposition_required');
    const unknown = await centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: { disposition: 'nope', note: 'x' } });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ pointer: '/disposition' }] } });
    await given(centre, id, { status: 'completed', agent_id: null, ended_at: new Date() });
    const over = await centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: { disposition: 'paid', note: 'x' } });
    expect(over).toMatchObject({ status: 409, body: { code: 'callback_over' } });
    expect((await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).body.notes).toEqual([]);
  });

  test('a callback Temporal has not heard of is started, then told', async () => {
    const id = await inHandOf('aoki', 'scheduled');
    let asked = 0;
    centre.workflows.started.length = 0;
    centre.workflows.answer = async () => {
      asked += 1;
      if (asked === 1) throw new NotRunning();
      return { version: 1, status: 'cancelled' };
    };
    const answer = await centre.ask('POST', `/v1/callbacks/${id}/cancel`, { as: 'aoki' });
    expect(answer.body).toEqual({ version: 1, status: 'cancelled' });
    expect(centre.workflows.started).toEqual([id]);
    await given(centre, id, { status: 'cancelled', ended_at: new Date() });
    asked = 0;
    expect((await centre.ask('POST', `/v1/callbacks/${id}/cancel`, { as: 'aoki' })).body.code).toBe('callback_over');
  });

  test('what is typed is kept, and shown again; notes are written', async () => {
    const id = await inHandOf('aoki', 'connected');
    expect((await centre.ask('PUT', `/v1/callbacks/${id}/draft`, { as: 'aoki', body: { note: 'half a sen', disposition: 'paid' } })).status).toBe(204);
    await centre.ask('PUT', `/v1/callbacks/${id}/draft`, { as: 'aoki', body: { note: 'half a sentence' } });
    const written = await centre.ask('POST', `/v1/callbacks/${id}/notes`, { as: 'aoki', body: { text: '支払い済み' } });
    expect(written).toMatchObject({ status: 201, body: { text: '支払い済み', author: { name: 'aoki' } } });
    const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' });
    expect(body.draft).toEqual({ note: 'half a sentence', disposition: 'paid' });
    expect(body.notes).toMatchObject([{ id: written.body.id }]);
    await given(centre, id, { status: 'completed' });
    expect((await centre.ask('PUT', `/v1/callbacks/${id}/draft`, { as: 'aoki', body: { note: 'late' } })).status).toBe(409);
  });
});
