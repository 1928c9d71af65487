import { readCallback } from '../../store/callback/callbacks.ts';
import { Refused, TemporalUnavailable } from '../../temporal/errors.ts';
import type { Centre } from './support.ts';
import { everything, given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
beforeEach(() => {
  centre.workflows.said.length = 0;
  centre.workflows.answer = async () => ({ version: 7, status: 'dialling' });
});
afterAll(() => centre.close());

async function inHand(columns: Record<string, unknown> = {}): Promise<string> {
  const id = await givenCallback(centre);
  await given(centre, id, { assignee_id: centre.ids.aoki, agent_id: centre.ids.aoki, status: 'wrap_up', attempt: 1, ...columns });
  return id;
}

const dial = (id: string, body: Record<string, unknown> = {}) => centre.ask('POST', `/v1/callbacks/${id}/dial`, { as: 'aoki', body: { attempt: 2, ...body } });
const numberOf = async (id: string) => (await readCallback(centre.store.db, id))?.number;

async function numberEvents(id: string): Promise<unknown[]> {
  const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' });
  return body.timeline.filter(({ type }: { type: string }) => type === 'number_changed').map(({ actor, data }: { actor: { name: string }; data: unknown }) => [actor.name, data]);
}

test('another number is the callback’s by the time its workflow hears of the call, and stands on the timeline', async () => {
  const id = await inHand();
  let then: unknown;
  centre.workflows.answer = async () => {
    then = await numberOf(id);
    return { version: 7, status: 'dialling' };
  };
  expect((await dial(id, { number: '03 1234 5001' })).status).toBe(200);
  expect([then, await numberOf(id)]).toEqual(['+81312345001', '+81312345001']);
  expect(JSON.stringify(centre.workflows.said)).not.toContain('5001');
  expect(await numberEvents(id)).toEqual([['aoki', { from: expect.stringMatching(/^\d{4}$/), to: '5001' }]]);
});

test('a callback is found again by its new number, and not by the old one', async () => {
  const id = await inHand();
  const old = await numberOf(id);
  await dial(id, { number: '+81312345002' });
  const found = async (number = '') => (await centre.ask('GET', `/v1/callbacks?number=${encodeURIComponent(number)}`, { as: 'admin' })).body.items.length;
  expect([await found('+81312345002'), await found(old)]).toEqual([1, 0]);
});

test('its own number changes nothing, nor does a second press once the attempt has begun', async () => {
  const id = await inHand();
  const number = await numberOf(id);
  expect((await dial(id, { number })).status).toBe(200);
  await given(centre, id, { attempt: 2, status: 'dialling' });
  expect((await dial(id, { number: '+81312345003' })).status).toBe(200);
  expect([await numberOf(id), await numberEvents(id)]).toEqual([number, []]);
});

test.each([
  ['refused', new Refused('wrong_state', 'Not now.'), false],
  ['without an answer', new TemporalUnavailable(new Error('away')), true],
])('a call that is %s: the number is taken back unless nobody knows', async (_, error, isKept) => {
  const id = await inHand();
  const number = await numberOf(id);
  centre.workflows.answer = () => Promise.reject(error);
  expect((await dial(id, { number: '+81312345004' })).status).toBeGreaterThanOrEqual(409);
  expect(await numberOf(id)).toBe(isKept ? '+81312345004' : number);
  expect(await numberEvents(id)).toHaveLength(isKept ? 1 : 0);
});

test('what was dialled some other way meanwhile keeps the number it was dialled at', async () => {
  const id = await inHand();
  centre.workflows.answer = async () => {
    await given(centre, id, { attempt: 2, status: 'dialling' });
    throw new Refused('wrong_state', 'It is being dialled.');
  };
  await dial(id, { number: '+81312345005' });
  expect(await numberOf(id)).toBe('+81312345005');
});

test('the number of another open callback of the route, no number, or any while an offer is open, is refused and changes nothing', async () => {
  await givenCallback(centre, { number: '+81312345006' });
  const id = await inHand();
  const before = await everything(centre);
  expect(await dial(id, { number: '03-1234-5006' })).toMatchObject({ status: 409, body: { code: 'number_has_callback' } });
  expect(await dial(id, { number: '12' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/number' }] } });
  expect(await everything(centre)).toEqual(before);
  await given(centre, id, { status: 'offered' });
  expect(await dial(id, { number: '+81312345007' })).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  expect(centre.workflows.said).toEqual([]);
  expect(await numberEvents(id)).toEqual([]);
});
