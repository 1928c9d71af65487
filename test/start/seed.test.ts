import { pino } from 'pino';
import { createAuth } from '../../api/auth/auth.ts';
import { createMachineKey, createUser } from '../../api/auth/users.ts';
import { readConfig } from '../../config/config.ts';
import { isOpen } from '../../domain/hours.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { readAgents } from '../../store/agent/agents.ts';
import type { Store } from '../../store/open.ts';
import { readAudit } from '../../store/report/audit.ts';
import { readRoutes, saveRoute } from '../../store/route/routes.ts';
import { seed } from '../../tools/start/seed.ts';
import { readResponses } from '../../store/response/responses.ts';
import { faultsIn } from '../../domain/standard-response.ts';
import { ROUTES } from '../../tools/start/seed-data.ts';
import { CATEGORIES, RESPONSES } from '../../tools/start/seed-responses.ts';
import { openStore } from '../database.ts';

const config = readConfig({ AUTH_SECRET: 's'.repeat(32), PAYLOAD_KEYS: `test:${Buffer.alloc(32, 6).toString('base64')}` });
const log = pino({ level: 'silent' });
const silent = { now: () => undefined, done: () => undefined };
const sandbox: Sandbox = { url: 'http://127.0.0.1:1', accountSid: 'AC', authToken: 't', addNumber: () => undefined, stop: async () => undefined };

let store: Store;

beforeEach(async () => {
  store = await openStore();
});

afterEach(() => store.close());

const withSandbox = () => seed({ config, store, log, sandbox }, silent);
const withRealTelephones = () => seed({ config, store, log, sandbox: null }, silent);

async function counts() {
  const callbacks = await store.db.selectFrom('callback').select('id').execute();
  const contacts = await store.db.selectFrom('contact').select('id').execute();
  return { contacts: contacts.length, routes: (await readRoutes(store.db)).length, agents: (await readAgents(store.db)).length, callbacks: callbacks.length };
}

async function opens(email: string, password: string | null): Promise<boolean> {
  const auth = createAuth({ config, store, log });
  return auth.api.signInEmail({ body: { email, password: password ?? '' } }).then(() => true, () => false);
}

test('an empty store gets one administrator, four agents with the right to telephone, three routes and some callbacks, once', async () => {
  const accounts = await withSandbox();
  expect(accounts.map(({ role }) => role)).toEqual(['administrator', 'agent', 'agent', 'agent', 'agent']);
  expect(await counts()).toEqual({ contacts: 4, routes: 3, agents: 4, callbacks: 5 });
  expect((await readAgents(store.db)).every(({ mayPhone, endpoint, routeIds }) => mayPhone && endpoint && routeIds.length > 0)).toBe(true);

  expect(await withSandbox()).toEqual(accounts);
  expect(await counts()).toEqual({ contacts: 4, routes: 3, agents: 4, callbacks: 5 });
  for (const { email, password } of accounts) expect(await opens(email, password)).toBe(true);
});

test('the first standard responses are in three languages, sound, and for routes that are there; they are not put there twice', async () => {
  await withSandbox();
  await withSandbox();
  const found = await readResponses(store.db);
  expect(found.map(({ id }) => id).toSorted()).toEqual(RESPONSES.map(({ id }) => id).toSorted());
  for (const { title, text, routeIds, categoryId } of found) {
    expect([Object.keys(title).toSorted(), Object.keys(text).toSorted()]).toEqual([['en', 'ja', 'ko'], ['en', 'ja', 'ko']]);
    expect(Object.values(text).flatMap(faultsIn)).toEqual([]);
    expect(CATEGORIES.map(({ id }) => id)).toContain(categoryId);
    for (const routeId of routeIds ?? []) expect(ROUTES.map(({ id }) => id)).toContain(routeId);
  }
});

test('one route is open at every hour of the year, and every route has agents', async () => {
  await withSandbox();
  const [sales] = ROUTES;
  for (let hour = 0; hour < 24 * 366; hour += 7) {
    expect(sales && isOpen(sales.policy, new Date(Date.UTC(2026, 0, 1, hour)).toISOString())).toBe(true);
  }
  const served = new Set((await readAgents(store.db)).flatMap(({ routeIds }) => routeIds));
  expect(served).toEqual(new Set(ROUTES.map(({ id }) => id)));
});

test('a seeding that was cut short is finished by the next start', async () => {
  await withSandbox();
  const agents = await readAgents(store.db);
  await store.db.deleteFrom('agent').where('id', '=', agents.find(({ name }) => name.startsWith('Carlos'))?.id ?? '').execute();
  await withSandbox();
  expect(await counts()).toEqual({ contacts: 4, routes: 3, agents: 4, callbacks: 5 });
});

test('a store with routes of its own is left as it is', async () => {
  const [route] = ROUTES;
  if (route) await saveRoute(store.db, { ...route, id: 'own' });
  expect(await withSandbox()).toEqual([]);
  expect(await counts()).toEqual({ contacts: 0, routes: 1, agents: 0, callbacks: 0 });
});

describe('with real telephones', () => {
  test('nobody is called back, and everyone has a password of their own, told once', async () => {
    const accounts = await withRealTelephones();
    expect(await counts()).toEqual({ contacts: 0, routes: 3, agents: 4, callbacks: 0 });
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(5);
    for (const { email, password } of accounts) expect(await opens(email, password)).toBe(true);
    expect((await withRealTelephones()).map(({ password }) => password)).toEqual([null, null, null, null, null]);
  });

  test('the password that everybody knows opens nothing any more', async () => {
    const [before] = await withSandbox();
    const accounts = await withRealTelephones();
    expect(await opens(before?.email ?? '', before?.password ?? '')).toBe(false);
    for (const { email, password } of accounts) expect(await opens(email, password)).toBe(true);
    expect((await withRealTelephones()).every(({ password }) => password === null)).toBe(true);
  });

  test('it opens nothing in a store with routes of its own either', async () => {
    const [administrator, hana] = await withSandbox();
    const [route] = ROUTES;
    if (route) await saveRoute(store.db, { ...route, id: 'own', numbers: [] });
    const told = await withRealTelephones();
    expect(told).toHaveLength(5);
    expect([await opens(administrator?.email ?? '', administrator?.password ?? ''), await opens(hana?.email ?? '', hana?.password ?? '')]).toEqual([false, false]);
    for (const { email, password } of told) expect(await opens(email, password)).toBe(true);
    expect(await withRealTelephones()).toEqual([]);
  });

  test('who came in by it is out: sessions and keys end with it, and those of others stay', async () => {
    await withSandbox();
    const auth = createAuth({ config, store, log });
    await createUser(auth, { email: 'own@example.com', password: 'a password of my own', name: 'Own', role: 'administrator' });
    const signIn = async (email: string, password: string) => {
      const { headers, response } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
      const cookie = headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
      return { cookie, key: await createMachineKey(auth, { owner: response.user.id, name: 'key' }) };
    };
    const isIn = async ({ cookie, key }: { cookie: string; key: string }) => [
      (await auth.api.getSession({ headers: new Headers({ cookie }) })) !== null,
      (await auth.api.verifyApiKey({ body: { key } })).valid,
    ];
    const [theirs, own] = [await signIn('admin@example.com', 'ringback-demo'), await signIn('own@example.com', 'a password of my own')];
    expect([await isIn(theirs), await isIn(own)]).toEqual([[true, true], [true, true]]);
    await withRealTelephones();
    expect([await isIn(theirs), await isIn(own)]).toEqual([[false, false], [true, true]]);
    expect(await readAudit(store.db, { limit: 1 })).toMatchObject([{ action: 'api_key_deleted', actor: { type: 'system' }, before: { name: 'key' } }]);
  });
});
