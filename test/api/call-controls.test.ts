import type { Call } from '../../domain/call/call.ts';
import { begin } from '../../domain/call/call.ts';
import { SEATED } from '../../domain/call/seating.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import { renewLease, setWish } from '../../store/agent/presence.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import { readRoute, saveRoute } from '../../store/route/routes.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre, reserved } from './support.ts';

let centre: Centre;
let id: string;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());
beforeEach(async () => {
  await centre.store.db.deleteFrom('callback').execute();
  await centre.store.db.updateTable('agent').set({ endpoint: 'sip:desk@example.com' }).execute();
  centre.workflows.said.length = 0;
  id = await talking();
});

const KEY = 'key-12345678';

/** Aoki talks with a customer. */
async function talking(): Promise<string> {
  const callbackId = await givenCallback(centre);
  const reservationId = await reserved(centre, callbackId, centre.ids.aoki);
  const call = JSON.stringify(begin('agent-1-1', 'customer-1-1'));
  await given(centre, callbackId, { status: 'connected', attempt: 1, agent_id: centre.ids.aoki, reservation_id: reservationId, call });
  return callbackId;
}

/** As a Japanese keyboard writes it. */
const fullWidth = (written: string) => written.replace(/[0-9-]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

const post = (path: string, body: unknown, as = 'aoki') => centre.ask('POST', `/v1/callbacks/${id}/${path}`, { as, body });
const said = () => centre.workflows.said.map(({ name, arg }) => ({ name, ...(arg as object) }));

async function online(name: 'mori', presence: 'ready' | 'not_ready' = 'ready'): Promise<void> {
  await renewLease(centre.store.db, { agentId: centre.ids[name], tabId: 'tab-12345', leaseMs: 60_000 });
  await setWish(centre.store.db, { agentId: centre.ids[name], channel: 'voice', wish: presence, reason: null });
}

describe('the controls of a conversation', () => {
  test.each([
    ['hold', { attempt: 1, hold: true }, { name: 'hold', attempt: 1, hold: true }],
    ['help', { attempt: 1, wanted: true }, { name: 'help', attempt: 1, wanted: true }],
    ['rejoin', { attempt: 1 }, { name: 'rejoin', attempt: 1 }],
  ])('%s is said to the workflow by its agent alone', async (path, body, expected) => {
    expect((await post(path, body)).status).toBe(200);
    expect(said()).toEqual([expect.objectContaining(expected)]);
    expect((await post(path, body, 'mori')).status).toBe(404);
    expect((await post(path, body, 'kato')).status).toBe(403);
    expect((await post(path, body, 'machine')).status).toBe(403);
    expect(said()).toHaveLength(1);
  });

  test('to ring their telephone anew is asked for by whoever joined in, too, and by no other', async () => {
    const members = { 'target-1-2': { agentId: centre.ids.mori, reservationId: 'r' } };
    await given(centre, id, { call: JSON.stringify({ ...begin('agent-1-1', 'customer-1-1'), members }) });
    expect((await post('rejoin', { attempt: 1 }, 'mori')).status).toBe(200);
    expect(said()).toEqual([{ name: 'rejoin', agentId: centre.ids.mori, attempt: 1 }]);
    expect((await post('hold', { attempt: 1, hold: true }, 'mori')).status).toBe(403);
    expect((await post('rejoin', { attempt: 1 }, 'kato')).status).toBe(403);
  });

  test('digits go to the database and no further', async () => {
    expect((await post('digits', { attempt: 1, key: KEY, digits: '12#' })).status).toBe(200);
    expect((await post('digits', { attempt: 1, key: KEY, digits: '99' })).status).toBe(200);
    expect(await centre.store.db.selectFrom('call_tones').select('digits').execute()).toEqual([{ digits: '12#' }]);
    expect(JSON.stringify(said())).not.toContain('12#');
    expect((await post('digits', { attempt: 1, key: KEY, digits: 'abc' })).status).toBe(400);
  });

  test('a conversation that is over has no controls', async () => {
    await given(centre, id, { status: 'wrap_up', call: null });
    expect(await post('hold', { attempt: 1, hold: true })).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });

  test('a conversation that passes to somebody outside says so', async () => {
    const isLetGo = async () => (await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).body.call.isLetGo;
    expect(await isLetGo()).toBe(false);
    await given(centre, id, { call: JSON.stringify({ ...begin('agent-1-1', 'customer-1-1'), isLetGo: true }) });
    expect(await isLetGo()).toBe(true);
  });

  test('recording is as the route says', async () => {
    const route = await readRoute(centre.store.db, 'billing');
    if (!route) throw new Error('no route');
    const save = (recording: 'off' | 'on_demand' | 'always') => saveRoute(centre.store.db, { ...route, policy: { ...route.policy, recording } });
    expect(await post('recording', { attempt: 1, recording: 'on' })).toMatchObject({ status: 409, body: { code: 'not_recorded_here' } });
    await save('always');
    expect(await post('recording', { attempt: 1, recording: 'off' })).toMatchObject({ status: 409, body: { code: 'always_recorded' } });
    expect((await post('recording', { attempt: 1, recording: 'paused' })).status).toBe(200);
    await save('off');
  });
});

describe('leaving a conference', () => {
  const AGENT = 'agent-1-1';
  const MEMBER = 'target-1-2';
  let talk: Call;
  let joined: Call;
  const leave = (label: string, as: string) => post(`parties/${label}/dismiss`, { attempt: 1 }, as);
  const heir = async () => (await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).body.call.heir;

  /** Mori has joined in. */
  beforeEach(async () => {
    const reservationId = await reserved(centre, id, centre.ids.mori, { purpose: 'guest' });
    talk = begin(AGENT, 'customer-1-1');
    joined = { ...talk, members: { [MEMBER]: { agentId: centre.ids.mori, reservationId } }, wanted: { ...talk.wanted, [MEMBER]: SEATED } };
    await given(centre, id, { call: JSON.stringify(joined) });
  });

  test('its agent is told who has the case then, and that nobody does', async () => {
    expect(await heir()).toEqual({ id: centre.ids.mori, name: 'mori' });
    for (const nobodyIsThere of [talk, { ...joined, wanted: talk.wanted }]) {
      await given(centre, id, { call: JSON.stringify(nobodyIsThere) });
      expect(await heir()).toBeNull();
    }
  });

  test('is for a member, too, who is being rung anew: they ring, also where nothing rings between two tries', async () => {
    await given(centre, id, { call: JSON.stringify({ ...joined, wanted: talk.wanted }) });
    const leg = { callback_id: id, attempt: 1, role: 'target' as const, agent_id: centre.ids.mori, state: 'placed' as const, progress: 'ended' as const, intended_at: new Date(), deadline_at: new Date() };
    await centre.store.db.insertInto('leg').values([{ ...leg, label: MEMBER }, { ...leg, label: 'target-1-9' }]).execute();
    const { parties } = (await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'aoki' })).body.call;
    expect(parties).toEqual([expect.objectContaining({ label: MEMBER, isRinging: true, agent: { id: centre.ids.mori, name: 'mori' } })]);
    expect((await leave(MEMBER, 'mori')).status).toBe(200);
  });

  test('is said to the workflow by whoever leaves, and of its agent by nobody else', async () => {
    for (const [label, as] of [[AGENT, 'aoki'], [MEMBER, 'mori']] as const) {
      expect((await leave(label, as)).status).toBe(200);
      expect(said().at(-1)).toMatchObject({ name: 'dismiss', attempt: 1, label, actor: { type: 'user', id: centre.ids[as] } });
    }
    for (const as of ['mori', 'kato', 'admin', 'machine']) expect([as, (await leave(AGENT, as)).status]).toEqual([as, 403]);
    expect(said()).toHaveLength(2);
  });

  test('asked for again once it is the member’s, it says nothing to anybody', async () => {
    await given(centre, id, { agent_id: centre.ids.mori, assignee_id: centre.ids.mori, call: JSON.stringify({ ...begin(MEMBER, 'customer-1-1') }) });
    expect((await leave(AGENT, 'aoki')).status).toBe(404);
    expect(said()).toEqual([]);
  });
});

describe('asking somebody in', () => {
  const wish = (target: unknown, purpose = 'consult') => ({ attempt: 1, key: KEY, purpose, target });

  test('an agent is held for it, once however often it is asked, and the number of a number stays in the database', async () => {
    await online('mori');
    for (const key of [KEY, KEY]) expect((await post('invitations', { ...wish({ agentId: centre.ids.mori }), key })).status).toBe(200);
    const held = await centre.store.db.selectFrom('reservation').selectAll().where('agent_id', '=', centre.ids.mori).execute();
    expect(held).toEqual([expect.objectContaining({ purpose: 'guest', callback_id: id })]);
    expect(said()[0]).toMatchObject({ name: 'invite', purpose: 'consult', asked: { kind: 'agent', agentId: centre.ids.mori, reservationId: held[0]?.id } });
  });

  test('a number may be written in any way, and no message has it', async () => {
    expect((await post('invitations', wish({ number: '090 1234 5678', name: 'Lawyer' }, 'transfer'))).status).toBe(200);
    expect(await centre.store.db.selectFrom('call_target').select(['number', 'name']).execute()).toEqual([{ number: '+819012345678', name: 'Lawyer' }]);
    expect(JSON.stringify(said())).not.toContain('9012345678');
    expect((await post('invitations', { ...wish({ number: '12' }), key: 'key-other-1' })).body.errors[0].pointer).toBe('/target/number');
  });

  test.each(['consult', 'transfer', 'conference'])('nobody is asked by the customer’s own number, however it is written: %s', async (purpose) => {
    const { number } = await centre.store.db.selectFrom('callback').select('number').where('id', '=', id).executeTakeFirstOrThrow();
    const refused = { status: 409, body: { code: 'target_is_customer' } };
    for (const written of [number, number.replace('+81', '0'), fullWidth(number.replace(/^\+81(..)/, '0$1-'))]) expect(await post('invitations', wish({ number: written }, purpose))).toMatchObject(refused);
    expect(said()).toEqual([]);
    expect(await centre.store.db.selectFrom('call_target').selectAll().execute()).toEqual([]);
  });

  test('nor by the number that this attempt has called, whatever stands in the callback now', async () => {
    const number = '+819011112222';
    const leg = { label: 'customer-1-1', callback_id: id, attempt: 1, role: 'customer' as const, state: 'placed' as const, intended_at: new Date(), deadline_at: new Date(), number_hash: hashNumber(centre.config.numberHashKey, number) };
    await centre.store.db.insertInto('leg').values(leg).execute();
    expect(await post('invitations', wish({ number }))).toMatchObject({ status: 409, body: { code: 'target_is_customer' } });
    expect((await post('invitations', wish({ number: '+819011112223' }))).status).toBe(200);
  });

  test('a route is sought by matching', async () => {
    expect((await post('invitations', wish({ routeId: 'billing' }))).status).toBe(200);
    expect(said()[0]).toMatchObject({ asked: { kind: 'route' } });
  });

  test.each([
    ['yourself', () => ({ agentId: centre.ids.aoki }), 400],
    ['nobody', () => ({ agentId: 'nobody' }), 400],
    ['no route', () => ({ routeId: 'nowhere' }), 400],
    ['somebody who is not logged in', () => ({ agentId: centre.ids.kato }), 409],
  ])('%s cannot be asked', async (_whom, target, status) => {
    expect((await post('invitations', wish(target()))).status).toBe(status);
    expect(said()).toEqual([]);
  });

  test('who has something else in hand is not asked', async () => {
    await online('mori');
    await reserved(centre, await givenCallback(centre), centre.ids.mori);
    expect(await post('invitations', wish({ agentId: centre.ids.mori }))).toMatchObject({ status: 409, body: { code: 'target_busy' } });
  });

  test('who is in this very call is said to be', async () => {
    await online('mori');
    const reservationId = await reserved(centre, id, centre.ids.mori, { purpose: 'guest' });
    await given(centre, id, { call: JSON.stringify({ ...begin('agent-1-1', 'customer-1-1'), members: { 'target-1-2': { agentId: centre.ids.mori, reservationId } } }) });
    expect(await post('invitations', wish({ agentId: centre.ids.mori }, 'transfer'))).toMatchObject({ status: 409, body: { code: 'target_in_call', detail: 'mori is in this call already.' } });
    expect(said()).toEqual([]);
  });

  test('the agent who is asked sees it on their desk, and answers', async () => {
    await online('mori');
    await post('invitations', wish({ agentId: centre.ids.mori }));
    const held = await centre.store.db.selectFrom('reservation').selectAll().where('agent_id', '=', centre.ids.mori).executeTakeFirstOrThrow();
    await centre.store.db.updateTable('reservation').set({ confirmed_at: new Date() }).where('id', '=', held.id).execute();
    const guest = { targetId: `${id}-${KEY}`, purpose: 'consult', phase: 'asked', agentId: centre.ids.mori, reservationId: held.id, label: null, deadlineAt: new Date(Date.now() + 30_000).toISOString(), soughtUntil: null };
    await given(centre, id, { call: JSON.stringify({ ...begin('agent-1-1', 'customer-1-1'), guest }) });
    const { body } = await centre.ask('GET', '/v1/me/desk', { as: 'mori' });
    expect(body).toMatchObject({ live: null, offer: null, joined: null, askedIn: { targetId: guest.targetId, from: { name: 'aoki' }, purpose: 'consult' } });
    expect((await post(`invitations/${guest.targetId}/answer`, { accepts: true }, 'mori')).status).toBe(200);
    expect(said().at(-1)).toMatchObject({ name: 'answerInvitation', agentId: centre.ids.mori, accepts: true });
    expect((await post(`invitations/${guest.targetId}`, { attempt: 1, wish: 'transfer' }, 'mori')).status).toBe(403);
    expect((await post(`invitations/${guest.targetId}`, { attempt: 1, wish: 'end' }, 'mori')).status).toBe(200);
  });

  test('the directory has whom one can ask, those who can be asked first', async () => {
    await online('mori');
    const { body } = await centre.ask('GET', '/v1/directory?search=MO', { as: 'aoki' });
    expect(body.agents).toEqual([expect.objectContaining({ name: 'mori', canBeAsked: true, presence: 'ready' })]);
    await centre.store.db.updateTable('agent').set({ name: '森 アイコ' }).where('id', '=', centre.ids.mori).execute();
    for (const search of ['あいこ', 'ｱｲｺ', '%E3%80%80あい 森']) {
      expect({ search, found: (await centre.ask('GET', `/v1/directory?search=${search}`, { as: 'aoki' })).body.agents }).toMatchObject({ search, found: [{ name: '森 アイコ' }] });
    }
    expect((await centre.ask('GET', '/v1/directory?search=あおい', { as: 'aoki' })).body.agents).toEqual([]);
    await centre.store.db.updateTable('agent').set({ name: 'mori' }).where('id', '=', centre.ids.mori).execute();
    expect((await centre.ask('GET', '/v1/directory', { as: 'aoki' })).body.routes[0]).toMatchObject({ id: 'billing', readyAgents: 1 });
  });
});

describe('supervision', () => {
  test('is for administrators with a telephone, who are held for it', async () => {
    expect((await post('supervision', { attempt: 1, how: 'listen' }, 'aoki')).status).toBe(403);
    expect(await post('supervision', { attempt: 1, how: 'listen' }, 'admin')).toMatchObject({ status: 409, body: { code: 'no_telephone' } });
    expect((await post('supervision', { attempt: 1, how: 'listen' }, 'machine')).status).toBe(403);
  });

  test('a call is taken over only by who has a desk to end it from', async () => {
    const take = () => post('supervision', { attempt: 1, how: 'take_over' }, 'admin');
    expect(await take()).toMatchObject({ status: 403, body: { code: 'may_not_phone' } });
    expect(said()).toEqual([]);
    const admin = { id: centre.ids.admin, name: 'admin', endpoint: 'sip:admin@example.com', languages: [], routeIds: [] };
    await saveAgent(centre.store.db, { ...admin, mayPhone: true });
    expect((await take()).status).toBe(200);
    expect(said()).toEqual([expect.objectContaining({ name: 'supervise', how: 'take_over', supervisorId: admin.id })]);
    await centre.store.db.deleteFrom('agent').where('id', '=', admin.id).execute();
  });

  test('live calls are listed for administrators, those that ask for help first', async () => {
    await given(centre, id, { call: JSON.stringify({ ...begin('agent-1-1', 'customer-1-1'), helpWanted: true }) });
    const { body } = await centre.ask('GET', '/v1/live-calls', { as: 'admin' });
    expect(body.items).toEqual([expect.objectContaining({ id, helpWanted: true, agent: { id: centre.ids.aoki, name: 'aoki' } })]);
    expect((await centre.ask('GET', '/v1/live-calls', { as: 'aoki' })).status).toBe(403);
  });
});
