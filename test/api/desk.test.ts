import type { RoutePolicy } from '../../domain/route.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { Centre } from './support.ts';
import { POLICY, given, givenCallback, openCentre, reserved } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const TAB = 'tab-0001';
const nobodyIsThere = () => centre.store.db.deleteFrom('agent_lease').execute();
const desk = async (as = 'aoki') => (await centre.ask('GET', '/v1/me/desk', { as })).body;

test('an agent is offline until a tab beats, then as ready as they wish, and offline again when its lease is over', async () => {
  expect((await desk()).presence).toEqual({
    presence: 'offline',
    channels: [
      { channel: 'voice', wish: 'not_ready', reason: null, since: null, next: null },
      { channel: 'web', wish: 'not_ready', reason: null, since: null, next: null },
    ],
  });
  const beat = await centre.ask('POST', '/v1/me/heartbeat', { as: 'aoki', body: { tabId: TAB } });
  expect([beat.body.leaseMs, (await desk()).presence.presence]).toEqual([30_000, 'not_ready']);
  const ready = await centre.ask('PUT', '/v1/me/channels/voice', { as: 'aoki', body: { wish: 'ready' } });
  expect(ready.body.presence).toBe('ready');
  const lunch = await centre.ask('PUT', '/v1/me/channels/voice', { as: 'aoki', body: { wish: 'not_ready', reason: 'lunch' } });
  expect(lunch.body.channels[0]).toMatchObject({ channel: 'voice', wish: 'not_ready', reason: 'lunch' });
  await nobodyIsThere();
  expect((await desk()).presence.presence).toBe('offline');
});

test('a page that goes says so by a beacon, which posts text: its agent is there for 15 s more, and stays when it was a reload', async () => {
  const leftMs = async () => {
    const { expires_at } = await centre.store.db.selectFrom('agent_lease').select('expires_at').where('tab_id', '=', TAB).executeTakeFirstOrThrow();
    return expires_at.getTime() - Date.now();
  };
  const beat = () => centre.ask('POST', '/v1/me/heartbeat', { as: 'aoki', body: { tabId: TAB } });
  await beat();
  const beacon = await centre.ask('POST', `/v1/me/tabs/${TAB}`, { as: 'aoki', raw: '', headers: { 'Content-Type': 'text/plain' } });
  expect([beacon.status, (await desk()).presence.presence]).toEqual([204, 'not_ready']);
  expect(await leftMs()).toBeLessThanOrEqual(15_000);
  await beat();
  expect(await leftMs()).toBeGreaterThan(20_000);
  await nobodyIsThere();
});

test('what is reserved during a case is shown beside the wish, and can be taken back; being ready has no reason', async () => {
  const id = await givenCallback(centre);
  await given(centre, id, { status: 'wrap_up', agent_id: centre.ids.aoki });
  await reserved(centre, id, centre.ids.aoki);
  const next = (method: 'PUT' | 'DELETE', body?: object) => centre.ask(method, '/v1/me/channels/voice/next', { as: 'aoki', ...(body && { body }) });
  const voice = ({ body }: { body: { channels: { next: unknown }[] } }) => body.channels[0]?.next;
  expect(voice(await next('PUT', { wish: 'not_ready', reason: 'break' }))).toEqual({ wish: 'not_ready', reason: 'break' });
  expect(voice(await next('PUT', { wish: 'ready', reason: 'break' }))).toEqual({ wish: 'ready', reason: null });
  expect((await desk()).presence.channels[0]).toMatchObject({ next: { wish: 'ready' } });
  expect(voice(await next('DELETE'))).toBeNull();
  expect((await centre.ask('PUT', '/v1/me/channels/sms/next', { as: 'aoki', body: { wish: 'ready' } })).status).toBe(404);
  await centre.store.db.deleteFrom('reservation').execute();
});

test('an offer is shown with its deadline, and with the case where the route says so', async () => {
  const id = await givenCallback(centre);
  await given(centre, id, { status: 'offered', agent_id: centre.ids.aoki });
  const offerId = await reserved(centre, id, centre.ids.aoki);
  const { offer, live } = await desk();
  expect(live).toBeNull();
  expect(offer).toMatchObject({ offerId, preview: true, callback: { id }, case: { id, instructions: 'Confirm the contract number first.' } });
  expect(Date.parse(offer.deadlineAt)).toBeGreaterThan(Date.now());
  await centre.store.db.updateTable('reservation').set({ preview: false }).where('id', '=', offerId).execute();
  expect((await desk()).offer).toMatchObject({ preview: false, callback: { id }, case: null });
  expect((await desk('mori')).offer).toBeNull();
  await centre.store.db.deleteFrom('reservation').execute();
});

test('an offer says where it goes if it is not taken, and with a preview which of the data to show: the route’s choice, else the case’s', async () => {
  const id = await givenCallback(centre);
  await given(centre, id, { status: 'offered', agent_id: centre.ids.aoki });
  await reserved(centre, id, centre.ids.aoki);
  const route = async (change: Partial<RoutePolicy>) => saveRoute(centre.store.db, { id: 'billing', name: 'Billing', numbers: ['+81312345678'], policy: { ...POLICY, ...change }, closed: false });
  expect((await desk()).offer).toMatchObject({
    previewFields: null,
    rejectedGoesTo: { to: 'queue', route: null },
    missedGoesTo: { to: 'queue', route: null },
    missedMakesNotReady: true,
  });
  await route({ caseFields: [{ key: 'contract', label: {} }], afterRejectedOffer: { to: 'route', routeId: 'old' }, afterMissedOffer: { to: 'another_agent' } });
  expect((await desk()).offer).toMatchObject({
    previewFields: [{ key: 'contract' }],
    rejectedGoesTo: { to: 'route', route: { id: 'old', name: 'Old' } },
    missedGoesTo: { to: 'another_agent', route: null },
  });
  await route({ caseFields: [{ key: 'contract', label: {} }], previewFields: [{ key: 'reason', label: { en: 'Why' } }] });
  expect((await desk()).offer).toMatchObject({ previewFields: [{ key: 'reason', label: { en: 'Why' } }], case: { caseFields: [{ key: 'contract' }] } });
  await route({});
  await centre.store.db.deleteFrom('reservation').execute();
});

test('of a customer who asks again the offer and the rows show the note of the earlier callback, until they have one of their own', async () => {
  const earlier = await givenCallback(centre, { number: '090-2222-3333' });
  await given(centre, earlier, { status: 'completed', ended_at: new Date(), assignee_id: centre.ids.mori });
  await centre.ask('POST', `/v1/callbacks/${earlier}/notes`, { as: 'mori', body: { text: 'Asked about the bill.' } });
  const id = await givenCallback(centre, { number: '090-2222-3333' });
  await given(centre, id, { status: 'offered', agent_id: centre.ids.aoki, assignee_id: centre.ids.aoki });
  await reserved(centre, id, centre.ids.aoki, { preview: false });
  const { requested_at } = await centre.store.db.selectFrom('callback').select('requested_at').where('id', '=', earlier).executeTakeFirstOrThrow();
  const shown = async () => {
    const { offer, callbacks } = await desk();
    const list = (await centre.ask('GET', '/v1/callbacks?assignee=any', { as: 'aoki' })).body.items;
    return [offer.callback, callbacks.find((one: { id: string }) => one.id === id), list.find((one: { id: string }) => one.id === id), (await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).body];
  };
  const note = { lastNote: null, earlierNote: { text: 'Asked about the bill.', requestedAt: requested_at.toISOString() } };
  expect(await shown()).toMatchObject([note, note, note, note]);
  await centre.ask('POST', `/v1/callbacks/${id}/notes`, { as: 'aoki', body: { text: 'Called back.' } });
  const own = { lastNote: 'Called back.', earlierNote: null };
  expect(await shown()).toMatchObject([own, own, own, own]);
  await centre.store.db.deleteFrom('reservation').execute();
});

test('the case in hand is whole: legs, attempts, offers, notes, earlier callbacks', async () => {
  const earlier = await givenCallback(centre, { number: '090-1111-2222' });
  await given(centre, earlier, { status: 'completed', ended_at: new Date(), disposition: 'paid' });
  const id = await givenCallback(centre, { number: '090-1111-2222', collected: { contract: '553-22' } });
  await given(centre, id, { status: 'connected', agent_id: centre.ids.aoki, attempt: 1, attempts_placed: 1, connected_at: new Date() });
  const { db } = centre.store;
  await db.insertInto('attempt').values({ callback_id: id, attempt: 1, agent_id: centre.ids.aoki, by_hand: true }).execute();
  await db
    .insertInto('leg')
    .values([
      { callback_id: id, label: 'agent-1-1', attempt: 1, role: 'agent', agent_id: centre.ids.aoki, state: 'placed', deadline_at: new Date(), progress: 'answered', joined_at: new Date() },
      { callback_id: id, label: 'customer-1-1', attempt: 1, role: 'customer', state: 'placed', deadline_at: new Date(), progress: 'ringing' },
      { callback_id: id, label: 'customer-1-2', attempt: 1, role: 'customer', state: 'void', deadline_at: new Date() },
      { callback_id: id, label: 'customer-1-3', attempt: 1, role: 'customer', state: 'rejected', deadline_at: new Date() },
    ])
    .execute();
  const offerId = await reserved(centre, id, centre.ids.aoki, { offer_end: 'accepted', offer_ended_at: new Date() });
  await centre.ask('POST', `/v1/callbacks/${id}/notes`, { as: 'aoki', body: { text: 'polite' } });
  const { offer, live, callbacks, presence } = await desk();
  expect([offer, presence.presence]).toEqual([null, 'offline']);
  expect(live).toMatchObject({
    id,
    status: 'connected',
    collected: { contract: '553-22' },
    legs: [
      { label: 'agent-1-1', agent: { name: 'aoki' }, inConference: true, progress: 'answered' },
      { label: 'customer-1-1', inConference: false, progress: 'ringing' },
    ],
    attempts: [{ attempt: 1, byHand: true, agent: { name: 'aoki' }, outcome: null }],
    offers: [{ offerId, end: 'accepted', agent: { name: 'aoki' } }],
    notes: [{ text: 'polite' }],
    earlier: [{ id: earlier, status: 'completed', disposition: { code: 'paid', label: { ja: '支払済' } } }],
  });
  expect(live.timeline.map(({ type }: { type: string }) => type)).toEqual(['requested', 'noted']);
  expect(callbacks.map((row: { id: string }) => row.id)).toContain(id);
});

test('my callbacks are in the order they are due', async () => {
  const [late, soon] = [await givenCallback(centre), await givenCallback(centre)];
  await given(centre, late, { assignee_id: centre.ids.mori, due_at: new Date(Date.now() + 3_600_000) });
  await given(centre, soon, { assignee_id: centre.ids.mori, due_at: new Date(Date.now() - 3_600_000) });
  expect((await desk('mori')).callbacks.map(({ id }: { id: string }) => id)).toEqual([soon, late]);
});

test('agents are listed with presence, routes and load; routes with what the screens need', async () => {
  const agents = await centre.ask('GET', '/v1/agents', { as: 'admin' });
  expect(agents.body.items).toMatchObject([
    { name: 'aoki', mayPhone: true, routes: [{ id: 'billing' }], presence: 'offline' },
    { name: 'kato', mayPhone: false },
    { name: 'mori', load: 2 },
  ]);
  const routes = await centre.ask('GET', '/v1/routes', { as: 'aoki' });
  expect(routes.body.items).toMatchObject([
    { id: 'billing', country: 'JP', openNow: true, closed: false, dispositions: [{ code: 'paid' }, { code: 'again' }] },
    { id: 'old', closed: true, dispositionMandatory: true },
  ]);
});

test('slots are times in the future, on the half hour, and none where the route is closed', async () => {
  const slots = await centre.ask('GET', '/v1/routes/billing/slots?count=3', { as: 'aoki' });
  expect(slots.body.times).toHaveLength(3);
  for (const time of slots.body.times) {
    expect(Date.parse(time)).toBeGreaterThan(Date.now() - 1);
    expect(Date.parse(time) % 1_800_000).toBe(0);
  }
  const from = await centre.ask('GET', '/v1/routes/billing/slots?from=2090-01-01T00:10:00%2B09:00&count=1', { as: 'aoki' });
  expect(from.body.times).toEqual(['2089-12-31T15:30:00.000Z']);
  expect((await centre.ask('GET', '/v1/routes/old/slots', { as: 'aoki' })).body.times).toEqual([]);
  expect((await centre.ask('GET', '/v1/routes/billing/slots?count=1000', { as: 'aoki' })).status).toBe(400);
});
