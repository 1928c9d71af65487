import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { pino } from 'pino';
import { createAuth } from '../../api/auth/auth.ts';
import { authOptions, SIGN_INS_PER_MINUTE } from '../../api/auth/options.ts';
import type { Centre } from './support.ts';
import { openCentre, PUBLIC_URL, signIn } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

test('the frozen migration is what better-auth wants', async () => {
  const { store, config } = centre;
  const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = await getMigrations(
    authOptions({ secret: config.authSecret, publicUrl: PUBLIC_URL, db: store.db.withTables<never>() }),
  );
  expect({ toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems }).toEqual({ toBeCreated: [], toBeAdded: [], toBeAddedIndexes: [], schemaProblems: [] });
});

test('a person signs in, is known, and signs out', async () => {
  const cookie = await signIn(centre.url, 'aoki');
  const me = await centre.ask('GET', '/v1/me', { headers: { Cookie: cookie } });
  expect(me.body).toMatchObject({ name: 'aoki', role: 'agent', isAgent: true, mayPhone: true, centre: { timeZone: 'Asia/Tokyo' }, phone: false });
  await centre.ask('POST', '/auth/sign-out', { headers: { Cookie: cookie } });
  const after = await centre.ask('GET', '/v1/me', { headers: { Cookie: cookie } });
  expect(after).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
});

test('signing out in one tab ends the leases of every tab of that browser, and of no other; who is gone is ready for nothing', async () => {
  const [here, elsewhere] = [await signIn(centre.url, 'aoki'), await signIn(centre.url, 'aoki')];
  const ask = (cookie: string, method: string, path: string, body?: object) => centre.ask(method, path, { headers: { Cookie: cookie }, ...(body && { body }) });
  const beat = (cookie: string, tabId: string) => ask(cookie, 'POST', '/v1/me/heartbeat', { tabId });
  const presence = async () => (await ask(await signIn(centre.url, 'aoki'), 'GET', '/v1/me/desk')).body.presence;
  for (const tabId of ['tab-0001', 'tab-0002']) await beat(here, tabId);
  await beat(elsewhere, 'tab-0003');
  await ask(here, 'PUT', '/v1/me/channels/voice', { wish: 'ready' });
  await ask(here, 'POST', '/auth/sign-out');
  expect(await centre.store.db.selectFrom('agent_lease').select('tab_id').execute()).toEqual([{ tab_id: 'tab-0003' }]);
  expect(await beat(here, 'tab-0002')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  expect(await presence()).toMatchObject({ presence: 'ready' });
  await ask(elsewhere, 'POST', '/auth/sign-out');
  expect(await presence()).toMatchObject({ presence: 'offline', channels: [{ wish: 'not_ready', reason: null }, {}] });
  await beat(await signIn(centre.url, 'aoki'), 'tab-0001');
  expect(await presence()).toMatchObject({ presence: 'not_ready' });
});

test('signing out with a cookie that is no session leaves everybody where they are', async () => {
  const cookie = await signIn(centre.url, 'mori');
  await centre.ask('POST', '/v1/me/heartbeat', { headers: { Cookie: cookie }, body: { tabId: 'tab-0009' } });
  await centre.ask('POST', '/auth/sign-out', { headers: { Cookie: `${cookie}x` } });
  await centre.ask('POST', '/auth/sign-out');
  expect((await centre.ask('GET', '/v1/me/desk', { headers: { Cookie: cookie } })).body.presence.presence).toBe('not_ready');
});

test('cookies are for this site only, out of reach of scripts, and secure where the site is', async () => {
  const response = await fetch(`${centre.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'aoki@example.com', password: 'correct horse battery' }),
  });
  expect(response.headers.getSetCookie().join('\n')).toMatch(/HttpOnly; SameSite=Lax/i);
  expect(authOptions({ secret: '', publicUrl: 'https://x.example', db: centre.store.db.withTables<never>() }).advanced.useSecureCookies).toBe(true);
});

test('a wrong password is a problem document that tells nothing of the account', async () => {
  const wrong = await centre.ask('POST', '/auth/sign-in/email', { body: { email: 'aoki@example.com', password: 'wrong wrong' } });
  const nobody = await centre.ask('POST', '/auth/sign-in/email', { body: { email: 'nobody@example.com', password: 'wrong wrong' } });
  expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid_email_or_password' } });
  expect(nobody.body).toEqual(wrong.body);
});

test('nobody signs up by themselves', async () => {
  const answer = await centre.ask('POST', '/auth/sign-up/email', { body: { email: 'new@example.com', password: 'long enough', name: 'new' } });
  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  await expect(signIn(centre.url, 'new', 'long enough')).rejects.toThrow('401');
});

test('malformed JSON to sign-in is a 4xx', async () => {
  const answer = await centre.ask('POST', '/auth/sign-in/email', { raw: '{' });
  expect(answer.status).toBe(400);
});

test.each([
  ['an Origin elsewhere', { Origin: 'https://evil.example' }],
  ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a page of a neighbouring site', { 'Sec-Fetch-Site': 'same-site' }],
])('a request from %s changes nothing', async (_, headers) => {
  const answer = await centre.ask('PUT', '/v1/me/channels/voice', { as: 'aoki', headers, body: { wish: 'ready' } });
  expect(answer).toMatchObject({ status: 403, body: { code: 'cross_site' } });
  const signedIn = await centre.ask('POST', '/auth/sign-in/email', { headers, body: { email: 'aoki@example.com', password: 'correct horse battery' } });
  expect(signedIn.status).toBe(403);
});

test.each<Record<string, string>>([{ Origin: PUBLIC_URL }, { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://127.0.0.1:1' }])('a request from our own page passes: %j', async (headers) => {
  const answer = await centre.ask('PUT', '/v1/me/channels/web', { as: 'aoki', headers, body: { wish: 'not_ready', reason: 'lunch' } });
  expect(answer.status).toBe(200);
});

test('a machine is known by its key, and is nobody with a wrong one even beside a good cookie', async () => {
  const list = await centre.ask('GET', '/v1/callbacks', { as: 'machine' });
  expect(list.status).toBe(200);
  const wrong = await centre.ask('GET', '/v1/callbacks', { as: 'aoki', headers: { 'X-API-Key': `${centre.key}x` } });
  expect(wrong).toMatchObject({ status: 401, body: { code: 'bad_api_key' } });
});

test('a key that cannot be looked up is not called wrong', async () => {
  await sql`alter table auth_api_key rename to out_of_reach`.execute(centre.store.db);
  const answer = await centre.ask('GET', '/v1/callbacks', { as: 'machine' });
  await sql`alter table out_of_reach rename to auth_api_key`.execute(centre.store.db);
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
  expect((await centre.ask('GET', '/v1/callbacks', { as: 'machine' })).status).toBe(200);
});

test('a machine has no desk and no telephone', async () => {
  expect((await centre.ask('GET', '/v1/me', { as: 'machine' })).body.code).toBe('not_a_person');
  expect((await centre.ask('GET', '/v1/me/desk', { as: 'machine' })).body.code).toBe('may_not_phone');
});

test('only administrators make keys, and a key dies with its owner’s role', async () => {
  const refused = await centre.ask('POST', '/auth/api-key/create', { as: 'aoki', body: { name: 'mine' } });
  expect(refused).toMatchObject({ status: 403, body: { code: 'not_administrator' } });
  const made = await centre.ask('POST', '/auth/api-key/create', { as: 'admin', body: { name: 'mine' } });
  const headers = { 'X-API-Key': made.body.key };
  expect((await centre.ask('GET', '/v1/routes', { headers })).status).toBe(200);
  const roleBecomes = (role: string) => centre.store.db.withTables<{ auth_user: { id: string; role: string } }>().updateTable('auth_user').set({ role }).where('id', '=', centre.ids.admin).execute();
  await roleBecomes('agent');
  expect((await centre.ask('GET', '/v1/routes', { headers })).status).toBe(401);
  await roleBecomes('administrator');
});

test('a cookie counts with its signature only, and claiming somebody else’s beside one’s own gives nothing of theirs', async () => {
  const [own, another] = await Promise.all([signIn(centre.url, 'kato'), signIn(centre.url, 'aoki')]);
  const desk = (cookie: string) => centre.ask('GET', '/v1/me/desk', { headers: { Cookie: cookie } });
  expect((await desk(another)).status).toBe(200);
  expect((await desk(another.replace(/\.[^.]+$/, '.bm90IHNpZ25lZCBieSB1cw=='))).status).toBe(401);
  expect((await desk(`__Secure-${another}; ${own}`)).status).toBe(403);
});

test('who may not phone is refused what needs it', async () => {
  const answer = await centre.ask('GET', '/v1/me/desk', { as: 'kato' });
  expect(answer).toMatchObject({ status: 403, body: { code: 'may_not_phone' } });
  expect((await centre.ask('GET', '/v1/callbacks', { as: 'kato' })).status).toBe(403);
  expect((await centre.ask('GET', '/v1/routes', { as: 'kato' })).status).toBe(200);
});

describe('tries', () => {
  const PASSWORD = 'correct horse battery';
  beforeEach(() => sql`delete from sign_in_try`.execute(centre.store.db));

  const tryAs = (email: string, password: string) => centre.ask('POST', '/auth/sign-in/email', { body: { email, password } });
  const fail = async (email: string, times: number) => {
    for (let time = 0; time < times; time += 1) expect((await tryAs(email, 'wrong wrong')).status).toBe(401);
  };
  const minutesPass = (minutes: number) =>
    sql`update sign_in_try set began_at = began_at - ${minutes} * interval '1 minute'`.execute(centre.store.db);

  test('ten wrong passwords close one account, in any spelling, the right password included, and no other', async () => {
    await fail('aoki@example.com', 6);
    await fail('AOKI@example.com', 4);
    const closed = await tryAs('Aoki@example.com', PASSWORD);
    expect(closed).toMatchObject({ status: 429, body: { code: 'too_many_tries', title: 'Too many requests' } });
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(880);
    expect(Number(closed.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect((await tryAs('mori@example.com', PASSWORD)).status).toBe(200);
  });

  test('tries at the same moment are counted, too', async () => {
    const statuses = (await Promise.all(Array.from({ length: 30 }, () => tryAs('aoki@example.com', 'wrong wrong')))).map(({ status }) => status);
    expect([statuses.filter((status) => status === 401).length, statuses.filter((status) => status === 429).length]).toEqual([10, 20]);
  });

  test('the count holds in every process on one database', async () => {
    await fail('aoki@example.com', 10);
    const auth = createAuth({ config: centre.config, store: centre.store, log: pino({ level: 'silent' }) });
    await expect(auth.api.signInEmail({ body: { email: 'aoki@example.com', password: PASSWORD } })).rejects.toMatchObject({ status: 'TOO_MANY_REQUESTS' });
  });

  test('an account that nobody has is closed like any other', async () => {
    await fail('nobody@example.com', 10);
    expect((await tryAs('nobody@example.com', 'wrong wrong')).body.code).toBe('too_many_tries');
  });

  test('a quarter of an hour after the first, the account is open again, and what is over is forgotten', async () => {
    await fail('aoki@example.com', 10);
    await fail('nobody@example.com', 1);
    await minutesPass(14);
    expect((await tryAs('aoki@example.com', PASSWORD)).status).toBe(429);
    await minutesPass(1);
    expect((await tryAs('aoki@example.com', PASSWORD)).status).toBe(200);
    expect((await sql`select email_hash from sign_in_try`.execute(centre.store.db)).rows).toEqual([]);
  });

  test('who signs in has all tries again', async () => {
    await fail('aoki@example.com', 9);
    expect((await tryAs('aoki@example.com', PASSWORD)).status).toBe(200);
    await fail('aoki@example.com', 9);
    expect((await tryAs('aoki@example.com', PASSWORD)).status).toBe(200);
  });

  test('the database keeps no address that was tried', async () => {
    await fail('nobody@example.com', 1);
    expect(JSON.stringify((await sql`select * from sign_in_try`.execute(centre.store.db)).rows)).not.toContain('nobody');
  });

  test('a whole shift signs in from behind one proxy, and still nobody tries without end', async () => {
    const statuses: number[] = [];
    for (let tried = 0; tried <= SIGN_INS_PER_MINUTE; tried += 1) statuses.push((await tryAs('x', 'wrong wrong')).status);
    expect(new Set(statuses.slice(0, 200))).toEqual(new Set([400, 429]));
  });
});
