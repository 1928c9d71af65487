import { SYSTEM } from '../../domain/words.ts';
import { moveToRoute } from '../../store/route/route-change.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { Centre } from './support.ts';
import { POLICY, openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
  await saveRoute(centre.store.db, { id: 'sales', name: 'Sales', numbers: [], policy: POLICY, closed: false });
});
afterAll(() => centre.close());

const ask = (routeId: string, number = '090-1234-5678') =>
  centre.ask('POST', '/v1/callbacks', { as: 'machine', body: { routeId, number, kind: 'asap' }, headers: { 'Idempotency-Key': 'key-0001' } });

test('a request that is repeated after its callback was moved to another route finds it; one for yet another route does not', async () => {
  const { body } = await ask('billing');
  await centre.store.db.transaction().execute((tx) => moveToRoute(tx, { callbackId: body.id, routeId: 'sales', actor: SYSTEM }));
  expect(await ask('billing')).toMatchObject({ status: 200, body: { id: body.id, result: 'repeated' } });
  await centre.store.db.transaction().execute((tx) => moveToRoute(tx, { callbackId: body.id, routeId: 'billing', actor: SYSTEM }));
  await centre.store.db.deleteFrom('case_event').execute();
  expect((await ask('sales')).body.code).toBe('idempotency_key_reused');
  expect((await ask('billing', '090-1234-9999')).body.code).toBe('idempotency_key_reused');
});
