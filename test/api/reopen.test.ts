import { TemporalUnavailable } from '../../temporal/errors.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
beforeEach(() => {
  centre.workflows.started.length = 0;
});
afterAll(() => centre.close());

const ended = async (columns: object = {}) => {
  const id = await givenCallback(centre);
  await given(centre, id, { status: 'completed', disposition: 'paid', ended_at: new Date(), version: 6, assignee_id: centre.ids.aoki, ...columns });
  centre.workflows.started.length = 0;
  return id;
};
const say = (id: string, act: string, body: object, as = 'admin') => centre.ask('POST', `/v1/callbacks/${id}/${act}`, { as, body });
const read = async (id: string) => (await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'admin' })).body;
const startedAt = (id: string) => centre.store.db.selectFrom('callback').select('started_at').where('id', '=', id).executeTakeFirstOrThrow();

test('a completed callback is open again, its workflow is started anew, and the reason is on the timeline', async () => {
  const id = await ended();
  expect(await say(id, 'reopen', { reason: ' still has a question ' })).toMatchObject({ status: 200, body: { version: 6, status: 'scheduled' } });
  expect(centre.workflows.started).toEqual([id]);
  const callback = await read(id);
  expect(callback).toMatchObject({ status: 'scheduled', kind: 'asap', endedAt: null, disposition: null });
  expect(callback.timeline.at(-1)).toMatchObject({ type: 'reopened', actor: { name: 'admin' }, data: { reason: 'still has a question', from: 'completed' } });
  expect(await say(id, 'reopen', { reason: 'again' })).toMatchObject({ status: 409, body: { code: 'not_over' } });
  expect(await startedAt(id)).toEqual({ started_at: null });
});

test('without Temporal it is re-opened all the same, and the sweep starts it', async () => {
  const id = await ended();
  centre.workflows.onStart = () => Promise.reject(new TemporalUnavailable(new Error('away')));
  expect((await say(id, 'reopen', { at: '2090-01-01T09:00:00+09:00'.replace('2090', String(new Date().getFullYear() + 1)), reason: 'asked for it' })).status).toBe(200);
  centre.workflows.onStart = async () => undefined;
  expect(await read(id)).toMatchObject({ status: 'scheduled', kind: 'scheduled' });
});

test('what asks for the past, gives no reason, or finds another open callback of that number changes nothing', async () => {
  const id = await ended();
  const { number } = await read(id);
  expect(await say(id, 'reopen', { at: '2020-01-01T00:00:00Z', reason: 'late' })).toMatchObject({ status: 409, body: { code: 'bad_time' } });
  expect((await say(id, 'reopen', { reason: ' ' })).body.errors).toMatchObject([{ pointer: '/reason' }]);
  await givenCallback(centre, { number });
  expect(await say(id, 'reopen', { reason: 'again' })).toMatchObject({ status: 409, body: { code: 'route_has_one' } });
  expect(await read(id)).toMatchObject({ status: 'completed', disposition: { code: 'paid' } });
  expect(centre.workflows.started.filter((started) => started === id)).toEqual([]);
});

test('a disposition is corrected with a reason, to one that ends a callback of the route', async () => {
  const id = await ended({ disposition: null });
  expect(await say(id, 'correct-disposition', { disposition: 'paid', reason: 'chose the wrong one' })).toMatchObject({ status: 200, body: { status: 'completed', version: 6 } });
  const callback = await read(id);
  expect(callback.disposition).toEqual({ code: 'paid', label: { en: 'Paid', ja: '支払済' } });
  expect(callback.timeline.at(-1)).toMatchObject({ type: 'disposition_corrected', data: { from: null, to: 'paid', reason: 'chose the wrong one' } });
  for (const disposition of ['again', 'nonsense']) {
    expect((await say(id, 'correct-disposition', { disposition, reason: 'x' })).body.errors).toMatchObject([{ pointer: '/disposition' }]);
  }
  const open = await givenCallback(centre);
  expect(await say(open, 'correct-disposition', { disposition: 'paid', reason: 'x' })).toMatchObject({ status: 409, body: { code: 'not_over' } });
});

test('both are for administrators, also where the callback is the agent’s own', async () => {
  const id = await ended();
  expect((await say(id, 'reopen', { reason: 'x' }, 'aoki')).status).toBe(403);
  expect((await say(id, 'correct-disposition', { disposition: 'paid', reason: 'x' }, 'aoki')).status).toBe(403);
  const nobody = '00000000-0000-4000-8000-000000000000';
  expect((await say(nobody, 'reopen', { reason: 'x' })).status).toBe(404);
  expect((await say(nobody, 'correct-disposition', { disposition: 'paid', reason: 'x' })).status).toBe(404);
});
