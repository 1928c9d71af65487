import { DateTime } from 'luxon';
import { readCallback } from '../../store/callback/callbacks.ts';
import { settleReach } from '../../store/callback/agreed-reach.ts';
import { saveRoute } from '../../store/route/routes.ts';
import { NotRunning, Refused, TemporalUnavailable } from '../../temporal/errors.ts';
import type { Centre } from './support.ts';
import { POLICY, everything, given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
beforeEach(async () => {
  centre.workflows.said.length = 0;
  centre.workflows.answer = async () => ({ version: 7, status: 'scheduled' });
  await saveRoute(centre.store.db, { id: 'billing', name: 'Billing', numbers: ['+81312345678'], policy: POLICY, closed: false });
});
afterAll(() => centre.close());

/** Ten o'clock in Tokyo on the next Wednesday that is a week away. */
const wednesday = DateTime.now().setZone('Asia/Tokyo').plus({ weeks: 1 }).set({ weekday: 3, hour: 10 }).startOf('hour');
const at = wednesday.toUTC().toISO() ?? '';

async function inHand(columns: Record<string, unknown> = {}): Promise<string> {
  const id = await givenCallback(centre);
  await given(centre, id, { assignee_id: centre.ids.aoki, agent_id: centre.ids.aoki, status: 'wrap_up', ...columns });
  return id;
}

const move = (id: string, body: Record<string, unknown> = {}, as = 'aoki') =>
  centre.ask('POST', `/v1/callbacks/${id}/reschedule`, { as, body: { at, staysWithAgent: true, ...body } });

/** What the callback's workflow does when it has gone to the time. */
async function gone(id: string, to = at): Promise<unknown> {
  await settleReach(centre.store.db, id, to);
  const row = await readCallback(centre.store.db, id);
  return { number: row?.number, zone: row?.time_zone };
}

test('outside the hours it is refused with the next times that are free, and nothing is changed', async () => {
  const hours = { 3: [{ from: '09:00', to: '10:00' }], 4: [{ from: '13:15', to: '14:30' }] };
  await saveRoute(centre.store.db, { id: 'billing', name: 'Billing', numbers: [], policy: { ...POLICY, hours }, closed: false });
  const id = await inHand();
  const before = await everything(centre);
  const { status, body } = await move(id, { number: '090-1234-5678' });
  const thursday = wednesday.plus({ days: 1 });
  const free = [thursday.set({ hour: 13, minute: 30 }), thursday.set({ hour: 14 }), wednesday.plus({ weeks: 1, hours: -1 }), wednesday.plus({ weeks: 1, minutes: -30 }), thursday.plus({ weeks: 1 }).set({ hour: 13, minute: 30 }), thursday.plus({ weeks: 1 }).set({ hour: 14 })];
  expect({ status, code: body.code }).toEqual({ status: 409, code: 'closed_then' });
  expect(body.free).toEqual(free.map((time) => time.toUTC().toISO()));
  expect(body.detail).toBe(`Billing is closed at that time. The next time that is free is ${thursday.setLocale('en-GB').toFormat('cccc d LLLL yyyy')}, 13:30 (Asia/Tokyo).`);
  expect(await everything(centre)).toEqual(before);
  expect(centre.workflows.said).toEqual([]);
  expect((await move(id, { at: body.free[0] })).status).toBe(200);
});

test('a route that never opens has no time that is free', async () => {
  await saveRoute(centre.store.db, { id: 'billing', name: 'Billing', numbers: [], policy: { ...POLICY, hours: {} }, closed: false });
  expect((await move(await inHand())).body).toMatchObject({ code: 'closed_then', free: [], detail: 'Billing is closed at that time. It does not open within a year.' });
});

test('for a time that is over, what is free begins now', async () => {
  const hours = { [DateTime.now().setZone('Asia/Tokyo').plus({ days: 2 }).weekday]: [{ from: '09:00', to: '17:00' }] };
  await saveRoute(centre.store.db, { id: 'billing', name: 'Billing', numbers: [], policy: { ...POLICY, hours }, closed: false });
  const { body } = await move(await inHand(), { at: '2020-01-01T00:00:00Z' });
  expect(Date.parse(body.free[0])).toBeGreaterThan(Date.now());
});

test('another number and zone hold from the agreed time on', async () => {
  const id = await inHand();
  expect((await move(id, { number: '03 1234 5999', timeZone: 'Europe/London' })).status).toBe(200);
  expect(centre.workflows.said.map(({ arg }) => arg)).toEqual([{ actor: { type: 'user', id: centre.ids.aoki }, at, windowEndsAt: null, staysWithAgent: true }]);
  expect(await gone(id)).toEqual({ number: '+81312345999', zone: 'Europe/London' });
  const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' });
  expect(body.timeline.map(({ type, actor, data }: { type: string; actor: { name: string }; data: unknown }) => [type, actor.name, data])).toContainEqual(
    ['number_changed', 'aoki', { from: expect.stringMatching(/^\d{4}$/), to: '5999' }],
  );
});

test('a number of another open callback of the route is refused before anything is moved', async () => {
  await givenCallback(centre, { number: '+81312345000' });
  const id = await inHand();
  expect(await move(id, { number: '03-1234-5000' })).toMatchObject({ status: 409, body: { code: 'number_has_callback' } });
  expect(centre.workflows.said).toEqual([]);
});

test.each([
  ['number', '12', '/number'],
  ['number', ' ', '/number'],
  ['timeZone', 'Mars/Olympus', '/timeZone'],
])('what is no %s is refused at its place', async (field, value, pointer) => {
  const { status, body } = await move(await inHand(), { [field]: value });
  expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  expect(centre.workflows.said).toEqual([]);
});

test.each([
  ['refused', new Refused('wrong_state', 'Not now.'), false],
  ['over', new NotRunning(), false],
  ['without an answer', new TemporalUnavailable(new Error('away')), true],
])('a move that is %s: the number is taken back unless nobody knows', async (_, error, isKept) => {
  const id = await inHand(error instanceof NotRunning ? { status: 'completed', agent_id: null, ended_at: new Date() } : {});
  const before = await gone(id);
  centre.workflows.answer = () => Promise.reject(error);
  expect((await move(id, { number: '+81312345888' }, 'admin')).status).toBeGreaterThanOrEqual(409);
  expect(await gone(id)).toEqual(isKept ? { number: '+81312345888', zone: null } : before);
  await given(centre, id, { status: 'completed', ended_at: new Date() });
});

test('only who may act on a callback writes down another number for it', async () => {
  const id = await inHand();
  const before = await gone(id);
  expect((await move(id, { number: '+81312345777' }, 'mori')).status).toBe(404);
  await given(centre, id, { assignee_id: centre.ids.mori });
  expect((await move(id, { number: '+81312345777' }, 'mori')).body.code).toBe('not_your_callback');
  expect(await gone(id)).toEqual(before);
});
