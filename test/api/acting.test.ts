import { NO_CALL_YET } from '../../domain/route.ts';
import type { Status } from '../../domain/status.ts';
import type { EventType } from '../../domain/words.ts';
import { SYSTEM } from '../../domain/words.ts';
import { saveRoute } from '../../store/route/routes.ts';
import { NotRunning, Refused, TemporalUnavailable } from '../../temporal/errors.ts';
import { until } from '../start/until.ts';
import type { Centre } from './support.ts';
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

  test('what is still being written is answered once it can be read', async () => {
    const id = await inHandOf('aoki', 'offered', { version: 6 });
    const offerId = await reserved(centre, id, centre.ids.aoki);
    centre.workflows.answer = async () => ({ version: 6, status: 'dialling', onItsWay: 7 });
    let isAnswered = false;
    const answer = centre.ask('POST', `/v1/callbacks/${id}/accept`, { as: 'aoki', body: { offerId } }).finally(() => {
      isAnswered = true;
    });
    await until(() => centre.workflows.said.length === 1);
    await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' });
    expect(isAnswered).toBe(false);
    await given(centre, id, { version: 7, status: 'dialling' });
    expect(await answer).toMatchObject({ status: 200, body: { version: 7, status: 'dialling' } });
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
        .values({ callback_id: id, version, ordinal: 0, type, at: new Date(), actor: JSON.stringify(SYSTEM), status, data: JSON.stringify({ dueAt: '2026-11-27T01:00:00.000Z' }) })
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

  test('a disposition that asks for another try is refused in a preview, before its note is filed', async () => {
    const id = await inHandOf('aoki', 'preview');
    const refused = await centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: { disposition: 'again', note: 'read it' } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'wrong_state', detail: NO_CALL_YET, errors: [{ pointer: '/disposition' }] } });
    expect(centre.workflows.said).toEqual([]);
    expect((await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).body.notes).toEqual([]);
  });

  test('a mandatory disposition is asked for, an unknown one refused, and an ended callback left alone', async () => {
    const id = await inHandOf('aoki', 'wrap_up', { route_id: 'old' });
    expect((await centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: { note: 'x' } })).body.code).toBe('disposition_required');
    const unknown = await centre.ask('POST', `/v1/callbacks/${id}/complete`, { as: 'aoki', body: { disposition: 'nope', note: 'x' } });
    expect(unknown).toMatchObject({ status: 409, body: { code: 'disposition_gone', errors: [{ pointer: '/disposition' }] } });
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
  });

  test('what is typed of a case that has left these hands is filed, for who had it in hand', async () => {
    const id = await inHandOf('aoki', 'completed');
    const type = (body: object) => centre.ask('PUT', `/v1/callbacks/${id}/draft`, { as: 'aoki', body });
    const never = await type({ note: 'late', seenNotes: [''] });
    expect([never.status, never.body.code]).toEqual([409, 'not_your_callback']);
    await centre.store.db.insertInto('attempt').values({ callback_id: id, attempt: 1, agent_id: centre.ids.aoki }).execute();
    await given(centre, id, { attempt: 1 });
    expect((await type({ note: 'late' })).body.code).toBe('not_your_callback');
    expect((await type({ note: 'late', seenNotes: [''] })).status).toBe(204);
    expect((await type({ note: 'late, and whole', seenNotes: ['late'] })).status).toBe(204);
    expect(await type({ note: 'another', seenNotes: ['mine'] })).toMatchObject({ status: 409, body: { code: 'note_typed_meanwhile', storedNote: 'late, and whole' } });
    const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' });
    expect(body.notes).toMatchObject([{ text: 'late, and whole', author: { name: 'aoki' } }]);
  });

  test.each([
    ['preview_opened', 'admin', (mori: string) => ({ agentId: mori })],
    ['transferred', 'admin', (mori: string) => ({ agentId: mori })],
    ['taken_over', 'mori', () => ({})],
  ] as const)('who read the case before dialling, or was given its conversation, has had it in hand, too (%s)', async (type, by, data) => {
    const id = await inHandOf('aoki', 'completed');
    const { mori } = centre.ids;
    const late = () => centre.ask('PUT', `/v1/callbacks/${id}/draft`, { as: 'mori', body: { note: 'late', seenNotes: [''] } });
    expect((await late()).status).toBe(404);
    const line = { callback_id: id, version: 1, ordinal: 0, type, at: new Date(), actor: JSON.stringify({ type: 'user', id: centre.ids[by] }), status: 'connected', data: JSON.stringify(data(mori)) } as const;
    await centre.store.db.insertInto('callback_event').values(line).execute();
    expect((await late()).status).toBe(204);
    expect((await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'mori' })).body.notes).toMatchObject([{ text: 'late', author: { name: 'mori' } }]);
  });

  test('a note typed without having seen the one that is stored changes nothing, and is told the stored one', async () => {
    const id = await inHandOf('aoki', 'connected');
    const type = (body: object) => centre.ask('PUT', `/v1/callbacks/${id}/draft`, { as: 'aoki', body });
    expect((await type({ note: 'first tab', disposition: 'paid', seenNotes: [''] })).status).toBe(204);
    const refused = await type({ note: 'second tab', disposition: null, seenNotes: [''] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'note_typed_meanwhile', storedNote: 'first tab' } });
    expect((await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).body.draft).toEqual({ note: 'first tab', disposition: 'paid' });
    expect((await type({ note: 'second tab\nfirst tab', seenNotes: ['first tab'] })).status).toBe(204);
  });
});
