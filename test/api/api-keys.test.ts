import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const make = (name: string, as = 'admin') => centre.ask('POST', '/auth/api-key/create', { as, body: { name } });
const remove = (keyId: unknown, as = 'admin') => centre.ask('POST', '/auth/api-key/delete', { as, body: { keyId } });
const lines = (id: string) => readAudit(centre.store.db, { subject: `api-key/${id}`, limit: 5 });
const opens = async (key: string) => (await centre.ask('GET', '/v1/routes', { headers: { 'X-API-Key': key } })).status === 200;
const byAdmin = () => ({ type: 'user', id: centre.ids.admin });

test('who makes a key and who deletes it stands on the audit log, with its name and nothing of what it opens with', async () => {
  const { body } = await make('website');
  expect(await opens(body.key)).toBe(true);
  expect(await lines(body.id)).toMatchObject([{ action: 'api_key_created', actor: byAdmin(), before: null, after: { name: 'website' } }]);
  expect((await remove(body.id)).status).toBe(200);
  expect(await opens(body.key)).toBe(false);
  const { body: log } = await centre.ask('GET', `/v1/audit?subject=api-key/${body.id}`, { as: 'machine' });
  expect(log.items).toMatchObject([
    { action: 'api_key_deleted', actor: { ...byAdmin(), name: 'admin' }, before: { name: 'website' }, after: null },
    { action: 'api_key_created' },
  ]);
  expect(JSON.stringify(log)).not.toContain(body.key.slice(0, 6));
});

test('a key that the system makes has a line, too', async () => {
  const { items } = (await centre.ask('GET', '/v1/audit', { as: 'admin' })).body;
  expect(items).toContainEqual(expect.objectContaining({ action: 'api_key_created', actor: { type: 'system', id: null, name: null }, after: { name: 'crm' } }));
});

test('what is refused leaves the log as it was', async () => {
  const { body } = await make('kept');
  await centre.store.db.withTables<{ auth_user: { email: string; role: string } }>().updateTable('auth_user').set({ role: 'administrator' }).where('email', '=', 'mori@example.com').execute();
  const before = await readAudit(centre.store.db, { limit: 50 });
  const refused = [await make('x'.repeat(1_000)), await make('mine', 'aoki'), await remove(body.id, 'aoki'), await remove(body.id, 'mori'), await remove('none'), await remove(7)];
  expect(refused.map(({ status }) => status)).toEqual([400, 403, 403, 404, 404, 400]);
  expect(await readAudit(centre.store.db, { limit: 50 })).toEqual(before);
  expect(await opens(body.key)).toBe(true);
});
