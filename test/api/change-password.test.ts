import { sql } from 'kysely';
import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { openCentre, signIn } from './support.ts';

const FIRST = 'correct horse battery';
const SECOND = 'staple in the field';

let centre: Centre;
beforeEach(async () => {
  centre = await openCentre();
});
afterEach(() => centre.close());

const isSignedIn = async (cookie: string) => (await centre.ask('GET', '/v1/me', { headers: { Cookie: cookie } })).status === 200;
const change = (cookie: string, body: Record<string, unknown>) => centre.ask('POST', '/auth/change-password', { headers: { Cookie: cookie }, body });
const cookieIn = (headers: Headers) => headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');

test('a person gives themselves another password, which is the only one from then on, and stands on the audit log without it', async () => {
  const [here, elsewhere] = [await signIn(centre.url, 'aoki'), await signIn(centre.url, 'aoki')];
  expect((await change(here, { currentPassword: FIRST, newPassword: SECOND })).status).toBe(200);
  await expect(signIn(centre.url, 'aoki')).rejects.toThrow('401');
  expect(await isSignedIn(await signIn(centre.url, 'aoki', SECOND))).toBe(true);
  expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, true]);
  const lines = await readAudit(centre.store.db, { subject: `agent/${centre.ids.aoki}`, limit: 5 });
  expect(lines).toMatchObject([{ action: 'agent_edited', actor: { type: 'user', id: centre.ids.aoki }, before: null, after: { password: 'changed' } }]);
});

test('and signs out everywhere else, if they wish, but nobody else', async () => {
  const [here, elsewhere, mori] = [await signIn(centre.url, 'aoki'), await signIn(centre.url, 'aoki'), await signIn(centre.url, 'mori')];
  const { status, headers } = await change(here, { currentPassword: FIRST, newPassword: SECOND, revokeOtherSessions: true });
  expect(status).toBe(200);
  expect([await isSignedIn(cookieIn(headers)), await isSignedIn(elsewhere), await isSignedIn(mori)]).toEqual([true, false, true]);
});

test('who signs out everywhere else stays at their desk here, and is there no more where they were', async () => {
  const [here, elsewhere] = [await signIn(centre.url, 'aoki'), await signIn(centre.url, 'aoki')];
  const beat = (cookie: string, tabId: string) => centre.ask('POST', '/v1/me/heartbeat', { headers: { Cookie: cookie }, body: { tabId } });
  const tabs = async () => (await centre.store.db.selectFrom('agent_lease').select('tab_id').orderBy('tab_id').execute()).map(({ tab_id }) => tab_id);
  await beat(here, 'tab-0001');
  await beat(elsewhere, 'tab-0002');
  await centre.ask('PUT', '/v1/me/channels/voice', { headers: { Cookie: here }, body: { wish: 'ready' } });
  const { headers } = await change(here, { currentPassword: FIRST, newPassword: SECOND, revokeOtherSessions: true });
  expect(await tabs()).toEqual(['tab-0001']);
  const desk = await centre.ask('GET', '/v1/me/desk', { headers: { Cookie: cookieIn(headers) } });
  expect(desk.body.presence).toMatchObject({ presence: 'ready' });
  await beat(cookieIn(headers), 'tab-0001');
  await centre.ask('POST', '/auth/sign-out', { headers: { Cookie: cookieIn(headers) } });
  expect(await tabs()).toEqual([]);
});

test('what is refused says why, and leaves the password and the log as they were', async () => {
  const cookie = await signIn(centre.url, 'aoki');
  const refused = async (body: Record<string, unknown>) => {
    const { status, body: problem } = await change(cookie, body);
    return [status, problem.code];
  };
  expect(await refused({ currentPassword: 'wrong wrong', newPassword: SECOND })).toEqual([400, 'invalid_password']);
  expect(await refused({ currentPassword: FIRST, newPassword: 'seven77' })).toEqual([400, 'password_too_short']);
  expect(await refused({ currentPassword: FIRST, newPassword: 'x'.repeat(129) })).toEqual([400, 'password_too_long']);
  expect((await refused({ newPassword: SECOND }))[0]).toBe(400);
  expect((await change('', { currentPassword: FIRST, newPassword: SECOND })).status).toBe(401);
  expect((await centre.ask('POST', '/auth/change-password', { as: 'machine', body: { currentPassword: FIRST, newPassword: SECOND } })).status).toBe(401);
  expect(await readAudit(centre.store.db, { subject: `agent/${centre.ids.aoki}`, limit: 5 })).toEqual([]);
  expect(await isSignedIn(await signIn(centre.url, 'aoki'))).toBe(true);
});

test('an open session does not let anybody guess: ten wrong ones close the account, for signing in too, and another’s is untouched', async () => {
  const [cookie, mori] = [await signIn(centre.url, 'aoki'), await signIn(centre.url, 'mori')];
  for (let time = 0; time < 10; time += 1) expect((await change(cookie, { currentPassword: 'wrong wrong', newPassword: SECOND })).status).toBe(400);
  expect(await change(cookie, { currentPassword: FIRST, newPassword: SECOND })).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
  await expect(signIn(centre.url, 'aoki')).rejects.toThrow('429');
  expect((await change(mori, { currentPassword: FIRST, newPassword: SECOND })).status).toBe(200);
});

test('who has changed it has all tries again', async () => {
  const cookie = await signIn(centre.url, 'aoki');
  for (let time = 0; time < 9; time += 1) await change(cookie, { currentPassword: 'wrong wrong', newPassword: SECOND });
  expect((await change(cookie, { currentPassword: FIRST, newPassword: SECOND, revokeOtherSessions: true })).status).toBe(200);
  expect((await sql`select email_hash from sign_in_try`.execute(centre.store.db)).rows).toEqual([]);
});

test('who has no password of their own is known by that', async () => {
  const cookie = await signIn(centre.url, 'aoki');
  const known = async () => (await centre.ask('GET', '/v1/me', { headers: { Cookie: cookie } })).body.hasPassword;
  expect(await known()).toBe(true);
  await sql`delete from auth_account where "userId" = ${centre.ids.aoki}`.execute(centre.store.db);
  expect(await known()).toBe(false);
  expect(await change(cookie, { currentPassword: FIRST, newPassword: SECOND })).toMatchObject({ status: 400, body: { code: 'credential_account_not_found' } });
});
