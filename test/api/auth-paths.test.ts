import { request } from 'node:http';
import { pino } from 'pino';
import { createAuth } from '../../api/auth/auth.ts';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

/** Asks by a path as it is: fetch would have tidied it up. */
async function statusOf(method: string, path: string, { as, body }: { as: string; body?: object }): Promise<number | undefined> {
  const sent = method === 'GET' ? '' : JSON.stringify(body ?? {});
  const headers = { ...(await centre.credentials(as)), 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) };
  const { hostname, port } = new URL(centre.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, method, path, headers }, (answer) => resolve(answer.resume().statusCode)).on('error', reject).end(sent);
  });
}

/** Every endpoint that better-auth would answer, with its plugins'. */
function endpoints(): { path: string; methods: string[] }[] {
  const { api } = createAuth({ config: centre.config, store: centre.store, log: pino({ level: 'silent' }) });
  const all = Object.values(api) as unknown as { path?: string; options: { method: string | string[] } }[];
  return all.flatMap(({ path, options }) => (path === undefined ? [] : [{ path, methods: [options.method].flat() }]));
}

test('of all that better-auth can do, what somebody uses is there, and nothing else', async () => {
  const known = endpoints();
  expect(known.length).toBeGreaterThan(30);
  const there: string[] = [];
  for (const { path, methods } of known) {
    for (const method of methods.filter((one) => one !== '*')) if ((await statusOf(method, `/auth${path}`, { as: 'kato' })) !== 404) there.push(path);
  }
  expect([...new Set(there)].toSorted()).toEqual([
    '/api-key/create', '/api-key/delete', '/api-key/get', '/api-key/list', '/change-password', '/get-session', '/sign-in/email', '/sign-out',
  ]);
});

test('nobody renames themselves: names are the administrators’ to give, and on the audit log', async () => {
  const answer = await centre.ask('POST', '/auth/update-user', { as: 'aoki', body: { name: 'admin', image: 'javascript:alert(1)' } });
  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found', title: 'Not found' } });
  expect((await centre.ask('GET', '/v1/me', { as: 'aoki' })).body.name).toBe('aoki');
});

test.each([
  '/auth/update-user/', '/auth//update-user', '//auth/update-user', '/auth/./update-user', '/auth/sign-out/../update-user', '/auth/x/%2e%2e/update-user',
  '/auth/%75pdate-user', '/auth/update%2Duser', '/%61uth/update-user', '/AUTH/update-user', '/auth/UPDATE-USER', '/auth/update-user?a=/auth/sign-out',
  '/auth/update-user;/auth/sign-out', '/auth/update-user#/auth/sign-out', '/auth\\update-user', 'http://ringback.test/auth/update-user',
])('nor by a path that reads as another: %s', async (path) => {
  for (const as of ['admin', 'aoki']) {
    expect(await statusOf('POST', path, { as, body: { name: 'Somebody Else' } })).toBe(404);
    expect((await centre.ask('GET', '/v1/me', { as })).body.name).toBe(as);
  }
});

test.each(['/auth/x/../admin/list-users', '/auth/x/%2e%2e/admin/list-users', '/auth/./api-key/list', '/auth/API-KEY/list', '/auth\\admin/list-users'])(
  'what is for administrators is reached by its own path alone, not by %s',
  async (path) => {
    for (const as of ['admin', 'aoki']) expect(await statusOf('GET', path, { as })).toBe(404);
  },
);
