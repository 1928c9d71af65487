import { MINUTE_MS, accept, complete, offeredTo } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({ ownerRule: 'customers_agent', afterAttemptMs: MINUTE_MS });
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

test('after a fruitless attempt it stays with the agent who dialled, and is offered to them the next time', async () => {
  await centre.only('aoki');
  const id = await centre.request('10');
  await accept(centre, id, 'aoki');
  await centre.when(id, (row) => row.status === 'wrap_up');
  await centre.quiet(id);
  await centre.agent('mori');
  await centre.pass(2 * MINUTE_MS);
  expect(await centre.when(id, (row) => row.status === 'scheduled')).toMatchObject({ assignee_id: 'aoki', distributor: 'automatic' });
  await centre.pass(5 * MINUTE_MS);
  await offeredTo(centre, id, 'aoki');
});

test('a customer who asks again is offered to the agent who had the last callback in hand, whoever completed it', async () => {
  await centre.only('aoki');
  const customer = { number: '+819012349950', numberHash: 'the hash of that number' };
  const first = await centre.request('', customer);
  await accept(centre, first, 'aoki');
  await centre.when(first, (row) => row.status === 'wrap_up');
  await centre.only('mori');
  await complete(centre, first, 'an administrator');
  const again = await centre.request('', customer);
  expect(await centre.when(again, (row) => row.status === 'queued')).toMatchObject({ assignee_id: 'aoki', distributor: 'arrival' });
  await centre.agent('aoki');
  await offeredTo(centre, again, 'aoki');
});
