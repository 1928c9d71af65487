import { DateTime } from 'luxon';
import type { RoutePolicy } from '../../domain/route.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { Centre } from './support.ts';
import { POLICY, everything, given, givenCallback, openCentre, reserved } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(async () => {
  await centre.store.db.deleteFrom('reservation').execute();
  centre.workflows.said.length = 0;
});
afterAll(() => centre.close());

const route = (hours: RoutePolicy['hours'], more: Partial<RoutePolicy> = {}) =>
  saveRoute(centre.store.db, { id: 'billing', name: 'Billing', numbers: [], policy: { ...POLICY, hours, ...more }, closed: false });

const inHand = async (columns: Record<string, unknown>): Promise<string> => {
  const id = await givenCallback(centre);
  await given(centre, id, { assignee_id: centre.ids.aoki, ...columns });
  return id;
};

const dial = (id: string, attempt: number) => centre.ask('POST', `/v1/callbacks/${id}/dial`, { as: 'aoki', body: { attempt } });

const tokyo = DateTime.now().setZone('Asia/Tokyo');
/** Open on the day after tomorrow of the route's calendar, from nine. */
const closedToday = { [tokyo.plus({ days: 2 }).weekday]: [{ from: '09:00', to: '17:00' }] } as RoutePolicy['hours'];
const opening = tokyo.plus({ days: 2 }).set({ hour: 9, minute: 0 }).setLocale('en-GB').toFormat('cccc d LLLL yyyy, HH:mm');

describe.each([
  ['from the list', { status: 'queued' }, 1],
  ['before it is due', { status: 'scheduled' }, 1],
  ['again in wrap-up', { status: 'wrap_up', attempt: 1 }, 2],
  ['from the preview', { status: 'preview' }, 1],
])('dialling %s', (_where, columns, attempt) => {
  const inTheirHands = async () => {
    const holds = columns.status === 'preview' || columns.status === 'wrap_up';
    const id = await inHand({ ...columns, agent_id: holds ? centre.ids.aoki : null });
    if (holds) await reserved(centre, id, centre.ids.aoki);
    return id;
  };

  test('outside the route’s hours is refused with the next opening, and changes nothing', async () => {
    await route(closedToday);
    const id = await inTheirHands();
    const before = await everything(centre);
    const { status, body } = await dial(id, attempt);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'outside_hours' });
    expect(body.detail).toBe(`Billing is closed now. It opens next on ${opening} (Asia/Tokyo).`);
    expect(body.opensAt).toBe(tokyo.plus({ days: 2 }).startOf('day').set({ hour: 9 }).toUTC().toISO());
    expect(await everything(centre)).toEqual(before);
    expect(centre.workflows.said).toEqual([]);
  });

  test('within them is passed on', async () => {
    await route(POLICY.hours);
    expect((await dial(await inTheirHands(), attempt)).status).toBe(200);
  });
});

test('a holiday or a closed date is outside the hours, too', async () => {
  const closedDates = [0, 1].map((days) => tokyo.plus({ days }).toFormat('yyyy-MM-dd'));
  await route(POLICY.hours, { closedDates });
  expect((await dial(await inHand({ status: 'queued' }), 1)).body.code).toBe('outside_hours');
});

test('a route that never opens says so', async () => {
  await route({});
  const { body } = await dial(await inHand({ status: 'queued' }), 1);
  expect(body.detail).toBe('Billing is closed now. It does not open within a year.');
  expect(body).not.toHaveProperty('opensAt');
});

test('asking again for the attempt that has begun is answered after closing time, and dials nothing anew', async () => {
  await route(closedToday);
  const id = await inHand({ status: 'dialling', agent_id: centre.ids.aoki, attempt: 1 });
  await reserved(centre, id, centre.ids.aoki);
  expect((await dial(id, 1)).status).toBe(200);
  expect(centre.workflows.said).toMatchObject([{ name: 'dial', arg: { attempt: 1, reservationId: null } }]);
});

describe('accepting an offer', () => {
  const offered = async () => {
    const id = await inHand({ status: 'offered', agent_id: centre.ids.aoki });
    return { id, offerId: await reserved(centre, id, centre.ids.aoki) };
  };
  const accept = ({ id, offerId }: { id: string; offerId: string }) => centre.ask('POST', `/v1/callbacks/${id}/accept`, { as: 'aoki', body: { offerId } });

  test('over which an edit has closed the route is refused with the next opening, and changes nothing', async () => {
    await route(closedToday);
    const mine = await offered();
    const before = await everything(centre);
    const { status, body } = await accept(mine);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'outside_hours' });
    expect(body.detail).toBe(`Billing is closed now. It opens next on ${opening} (Asia/Tokyo).`);
    expect(await everything(centre)).toEqual(before);
    expect(centre.workflows.said).toEqual([]);
  });

  test('again, after it was accepted in time, is answered', async () => {
    await route(closedToday);
    const mine = await offered();
    await given(centre, mine.id, { status: 'dialling', attempt: 1 });
    await centre.store.db.updateTable('reservation').set({ offer_end: 'accepted', offer_end_version: 1 }).where('id', '=', mine.offerId).execute();
    expect((await accept(mine)).status).toBe(200);
  });
});
