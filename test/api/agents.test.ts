import { request } from 'node:http';
import { takeLapsed } from '../../store/agent/reservations.ts';
import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre, reserved, signIn } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const make = (name: string, more: object = {}) => centre.ask('POST', '/v1/agents', { as: 'admin', body: { email: `${name}@example.com`, name, ...more } });
const change = (id: string, body: object, as = 'admin') => centre.ask('PUT', `/v1/agents/${id}`, { as, body });
const act = (id: string, verb: string, as = 'admin') => centre.ask('POST', `/v1/agents/${id}/${verb}`, { as });
const lines = (id: string) => readAudit(centre.store.db, { subject: `agent/${id}`, limit: 20 });
const me = (cookie: string) => centre.ask('GET', '/v1/me', { headers: { Cookie: cookie } });

describe('making somebody', () => {
  test('they sign in with a password that is shown once, and is kept nowhere in the clear', async () => {
    const { body: team } = await centre.ask('POST', '/v1/teams', { as: 'admin', body: { name: 'East' } });
    const made = await make('sato', { name: '佐藤 ｻﾄｳ 髙﨑', endpoint: '０５０-1234-5678', languages: ['ja', 'ja', 'en'], routeIds: ['billing'], teamIds: [team.id] });
    expect(made).toMatchObject({
      status: 201,
      body: {
        account: {
          email: 'sato@example.com', name: '佐藤 ｻﾄｳ 髙﨑', role: 'agent', disabled: false, isAgent: true, mayPhone: true,
          endpoint: '+815012345678', languages: ['ja', 'en'], routes: [{ id: 'billing' }], teams: [{ name: 'East' }], presence: 'offline', load: 0,
        },
      },
    });
    const { account, password } = made.body;
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(await me(await signIn(centre.url, 'sato', password))).toMatchObject({ body: { id: account.id, isAgent: true, mayPhone: true } });
    await expect(signIn(centre.url, 'sato', password.replace(/^./, '!'))).rejects.toThrow('401');
    const { rows } = await centre.store.db.withTables<{ auth_account: { password: string } }>().selectFrom('auth_account').select('password').execute()
      .then((all) => ({ rows: all.map((row) => row.password) }));
    expect(rows.join()).not.toContain(password);
    expect(made.headers.get('location')).toBe(`/v1/agents/${account.id}`);
  });

  test('the audit log says who made whom, without password and telephone number', async () => {
    const { body } = await make('audited', { endpoint: '+815012349876' });
    await act(body.account.id, 'reset-password');
    const written = await lines(body.account.id);
    expect(written).toMatchObject([
      { action: 'agent_edited', after: { password: 'reset' } },
      { action: 'agent_created', actor: { type: 'user', id: centre.ids.admin }, before: null, after: { name: 'audited', endpoint: '…9876' } },
    ]);
    expect(JSON.stringify(written)).not.toMatch(/\d{7}|"[a-z2-9]{5}-/);
  });

  test('an administrator may have a desk, and has none unless somebody says so', async () => {
    const plain = await make('boss', { role: 'administrator' });
    expect(plain.body.account).toMatchObject({ role: 'administrator', isAgent: false, mayPhone: false });
    const acting = await change(plain.body.account.id, { mayPhone: true, endpoint: 'client:boss' });
    expect(acting.body).toMatchObject({ role: 'administrator', isAgent: true, mayPhone: true });
    expect((await centre.ask('GET', '/v1/accounts', { as: 'machine' })).body.items.map(({ email }: { email: string }) => email)).toContain('boss@example.com');
  });

  test('one address is one person, and every refusal is at its field', async () => {
    await make('twice');
    expect(await make('Twice')).toMatchObject({ status: 409, body: { code: 'email_taken' } });
    const wrong = { email: 'nonsense', name: ' ', role: 'king', languages: ['x!'], colour: 1 };
    const { body } = await centre.ask('POST', '/v1/agents', { as: 'admin', body: wrong });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(['/colour', '/email', '/languages/0', '/name', '/role']);
    const unknown = await Promise.all([{ endpoint: 'desk' }, { routeIds: ['nowhere'] }, { teamIds: ['none'] }].map((more) => make('new', more)));
    expect(unknown.map((answer) => answer.body.errors[0].pointer)).toEqual(['/endpoint', '/routeIds', '/teamIds']);
    await expect(signIn(centre.url, 'new')).rejects.toThrow('401');
  });

  test('two at the same moment with one address make one person', async () => {
    const both = await Promise.all([make('race'), make('race')]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });
});

describe('changing somebody', () => {
  test('what is left out stays, and only what changed is on the audit log', async () => {
    const { body } = await make('mender', { endpoint: 'sip:a@example.com', languages: ['ja'] });
    const { id } = body.account;
    const changed = await change(id, { name: 'Mender', routeIds: ['old', 'billing'], endpoint: '' });
    expect(changed.body).toMatchObject({ name: 'Mender', endpoint: null, languages: ['ja'], routes: [{ id: 'billing' }, { id: 'old' }] });
    await change(id, { name: 'Mender', routeIds: ['billing', 'old'] });
    const [edited, ...rest] = await lines(id);
    expect([edited?.before, edited?.after, rest.length]).toEqual([
      { name: 'mender', endpoint: 'sip:a@example.com', routeIds: [] },
      { name: 'Mender', endpoint: null, routeIds: ['old', 'billing'] },
      1,
    ]);
    expect((await change('nobody', {})).status).toBe(404);
  });

  test('whoever loses the right to phone lets go of an offer; a call and assigned callbacks stay', async () => {
    const { body } = await make('loser');
    const { id } = body.account;
    const cookie = await signIn(centre.url, 'loser', body.password);
    await centre.ask('POST', '/v1/me/heartbeat', { headers: { Cookie: cookie }, body: { tabId: 'tab-0001' } });
    const callbackId = await givenCallback(centre);
    const reservationId = await reserved(centre, callbackId, id);
    await given(centre, callbackId, { status: 'offered', agent_id: id, assignee_id: id, reservation_id: reservationId });
    expect(await takeLapsed(centre.store.db)).toEqual([]);
    expect((await change(id, { mayPhone: false })).body).toMatchObject({ mayPhone: false, load: 1 });
    expect(await takeLapsed(centre.store.db)).toEqual([{ callbackId, reservationId }]);
    const after = await centre.ask('POST', '/v1/me/heartbeat', { headers: { Cookie: cookie }, body: { tabId: 'tab-0001' } });
    expect(after).toMatchObject({ status: 403, body: { code: 'may_not_phone' } });
    await given(centre, callbackId, { status: 'connected' });
    expect(await takeLapsed(centre.store.db)).toEqual([]);
  });
});

describe('a softphone', () => {
  const rungOn = async (name: string, endpoint: string) => (await make(name, { endpoint })).body.account as { id: string; endpoint: string };
  const TAKEN = { status: 409, body: { code: 'softphone_taken', errors: [{ pointer: '/endpoint' }] } };

  test('is one agent’s alone, who is made or changed, and also while its agent may not sign in', async () => {
    const first = await rungOn('first', 'client:desk_1');
    const own = await rungOn('second', 'client:');
    expect(await make('third', { endpoint: 'client:desk_1' })).toMatchObject(TAKEN);
    await act(first.id, 'disable');
    expect(await change(own.id, { endpoint: 'client:desk_1' })).toMatchObject(TAKEN);
    expect(await change(first.id, { endpoint: own.endpoint })).toMatchObject(TAKEN);
    expect((await change(own.id, { name: 'Second', endpoint: own.endpoint })).status).toBe(200);
    await change(first.id, { endpoint: 'client:' });
    expect((await change(own.id, { endpoint: 'client:desk_1' })).body).toMatchObject({ endpoint: 'client:desk_1' });
  });

  test('that two are given at the same moment is one’s', async () => {
    const both = [await rungOn('left', ''), await rungOn('right', '')];
    const answers = await Promise.all(both.map(({ id }) => change(id, { endpoint: 'client:between' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test('that two have had so far keeps neither from being changed otherwise', async () => {
    const both = [await rungOn('former', 'client:former'), await rungOn('latter', 'client:latter')];
    await centre.store.db.updateTable('agent').set({ endpoint: 'client:former' }).where('id', '=', both[1]!.id).execute();
    for (const { id } of both) expect((await change(id, { languages: ['ko'], endpoint: 'client:former' })).body).toMatchObject({ languages: ['ko'], endpoint: 'client:former' });
  });

  test.each(['sip:shared@example.com', '+815012340000'])('is not %s, which two may have', async (endpoint) => {
    const id = `${endpoint.length}`;
    expect([(await rungOn(`one${id}`, endpoint)).endpoint, (await rungOn(`two${id}`, endpoint)).endpoint]).toEqual([endpoint, endpoint]);
  });
});

describe('keeping somebody out', () => {
  test('they are signed out everywhere at once, and cannot sign in until they may again', async () => {
    const { body } = await make('leaver');
    const { id } = body.account;
    const cookie = await signIn(centre.url, 'leaver', body.password);
    expect((await me(cookie)).status).toBe(200);
    expect((await act(id, 'disable')).body).toMatchObject({ disabled: true });
    expect((await me(cookie)).status).toBe(401);
    await expect(signIn(centre.url, 'leaver', body.password)).rejects.toThrow('403');
    expect((await act(id, 'disable')).body).toMatchObject({ disabled: true });
    expect((await centre.ask('GET', '/v1/agents', { as: 'admin' })).body.items).toContainEqual(expect.objectContaining({ id, disabled: true }));
    expect((await act(id, 'enable')).body).toMatchObject({ disabled: false });
    expect((await me(await signIn(centre.url, 'leaver', body.password))).status).toBe(200);
    expect((await lines(id)).map(({ after }) => after)).toMatchObject([{ disabled: false }, { disabled: true }, { name: 'leaver' }]);
  });

  test('a session that begins at the same moment does not count, and neither does a key of theirs', async () => {
    const { body } = await make('keeper', { role: 'administrator' });
    const cookie = await signIn(centre.url, 'keeper', body.password);
    const key = await centre.ask('POST', '/auth/api-key/create', { headers: { Cookie: cookie }, body: { name: 'theirs' } });
    const machine = () => centre.ask('GET', '/v1/agents', { headers: { 'X-API-Key': key.body.key } });
    expect((await machine()).status).toBe(200);
    await centre.store.db.withTables<{ auth_user: { id: string; banned: boolean } }>().updateTable('auth_user').set({ banned: true }).where('id', '=', body.account.id).execute();
    expect([(await me(cookie)).status, (await machine()).status]).toEqual([401, 401]);
  });

  test('a reset password ends sessions and their leases, and opens an account that was closed by too many tries', async () => {
    const { body } = await make('forgetful');
    const cookie = await signIn(centre.url, 'forgetful', body.password);
    for (let n = 0; n < 10; n += 1) await expect(signIn(centre.url, 'forgetful', `wrong wrong ${n}`)).rejects.toThrow('401');
    await expect(signIn(centre.url, 'forgetful', body.password)).rejects.toThrow('429');
    await centre.ask('POST', '/v1/me/heartbeat', { headers: { Cookie: cookie }, body: { tabId: 'tab-0001' } });
    const lease = () => centre.store.db.selectFrom('agent_lease').select('tab_id').where('agent_id', '=', body.account.id).execute();
    expect(await lease()).toHaveLength(1);
    const reset = await act(body.account.id, 'reset-password');
    expect(await lease()).toEqual([]);
    expect((await me(cookie)).status).toBe(401);
    await expect(signIn(centre.url, 'forgetful', body.password)).rejects.toThrow('401');
    expect((await me(await signIn(centre.url, 'forgetful', reset.body.password))).status).toBe(200);
  });
});

describe('administrators', () => {
  test('take neither their role nor their sign-in from themselves', async () => {
    const { admin } = centre.ids;
    expect(await change(admin, { role: 'agent' })).toMatchObject({ status: 409, body: { code: 'not_your_own_role' } });
    expect(await act(admin, 'disable')).toMatchObject({ status: 409, body: { code: 'not_yourself' } });
    expect((await centre.ask('GET', '/v1/me', { as: 'admin' })).body.role).toBe('administrator');
  });

  test('who take the role from each other at once leave one, whose rights hold from the next request on', async () => {
    const all = await centre.ask('GET', '/v1/accounts', { as: 'admin' });
    const others = all.body.items.filter((one: { id: string; role: string }) => one.role === 'administrator' && one.id !== centre.ids.admin);
    for (const { id } of others) await change(id, { role: 'agent' });
    const { body } = await make('rival', { role: 'administrator' });
    const cookie = await signIn(centre.url, 'rival', body.password);
    const byRival = (path: string, asked: object) => centre.ask('PUT', path, { headers: { Cookie: cookie }, body: asked });
    const each = await Promise.all([change(body.account.id, { role: 'agent' }), byRival(`/v1/agents/${centre.ids.admin}`, { role: 'agent' })]);
    expect(each.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([403, 409]).toContain(each.find(({ status }) => status !== 200)?.status);
    const left = (await centre.ask('GET', '/v1/accounts', { as: 'machine' })).body?.items ?? (await centre.ask('GET', '/v1/accounts', { headers: { Cookie: cookie } })).body.items;
    expect(left.filter(({ role }: { role: string }) => role === 'administrator')).toHaveLength(1);
  });
});

test('somebody’s stream ends when they are kept out or hear more than they may, and at no other change', async () => {
  const own = await openCentre();
  const ask = (path: string, body?: object) => own.ask(body ? 'PUT' : 'POST', path, { as: 'admin', ...(body && { body }) });
  const { body } = await own.ask('POST', '/v1/agents', { as: 'admin', body: { email: 'viewer@example.com', name: 'viewer', role: 'administrator' } });
  const { id } = body.account;
  const open = async () => {
    const stream = request(`${own.url}/v1/events`, { headers: { Cookie: await signIn(own.url, 'viewer', body.password) } }).end();
    const response = await new Promise<NodeJS.ReadableStream>((resolve) => stream.once('response', resolve));
    const ended = new Promise<string>((resolve) => response.once('end', () => resolve('ended')));
    const heard = new Promise<void>((resolve) => response.on('data', (data) => String(data).includes(id) && resolve()));
    return { ended, heard };
  };
  const first = await open();
  await ask(`/v1/agents/${id}`, { name: 'Viewer' });
  await first.heard;
  await ask(`/v1/agents/${id}`, { role: 'agent' });
  expect(await first.ended).toBe('ended');
  const second = await open();
  await ask(`/v1/agents/${id}/disable`);
  expect(await second.ended).toBe('ended');
  await own.close();
});

test('nothing of this is for agents, and better-auth’s own way round it is closed', async () => {
  const { aoki, mori } = centre.ids;
  const asked = [
    centre.ask('GET', '/v1/accounts', { as: 'aoki' }),
    centre.ask('GET', `/v1/agents/${aoki}`, { as: 'aoki' }),
    change(aoki, { role: 'administrator' }, 'aoki'),
    centre.ask('POST', '/v1/agents', { as: 'aoki', body: { email: 'x@example.com', name: 'x' } }),
    ...['disable', 'enable', 'reset-password'].map((verb) => act(mori, verb, 'aoki')),
  ];
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 403));
  expect((await centre.ask('POST', '/auth/admin/set-role', { as: 'admin', body: { userId: aoki, role: 'administrator' } })).status).toBe(404);
});
