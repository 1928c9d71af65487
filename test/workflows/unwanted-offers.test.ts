import { readAgent, saveAgent } from '../../store/agent/agents.ts';
import { assign } from '../../store/callback/callbacks.ts';
import { saveRoute } from '../../store/route/routes.ts';
import { readTimeline } from '../../store/callback/timeline.ts';
import { dialUpdate, rejectUpdate } from '../../workflows/messages.ts';
import { MINUTE_MS, accept, complete, offerEndsOf, offeredTo, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { POLICY, openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
  await sales({});
});
afterEach(async () => {
  await centre.clear();
  await centre.editRoute({});
});
afterAll(() => centre.close());

const sales = (change: Partial<typeof POLICY>) =>
  saveRoute(centre.store.db, { id: 'sales', name: 'Sales', numbers: [], policy: { ...POLICY, ...change }, closed: false });
const toSales = { to: 'route', routeId: 'sales' } as const;
const reject = async (id: string, agentId: string) =>
  centre.callbacks.update(rejectUpdate, id, { offerId: await offeredTo(centre, id, agentId), agentId });

/** The agent serves these routes and is Ready. */
async function serving(id: string, ...routeIds: string[]): Promise<string> {
  await centre.agent(id);
  const agent = await readAgent(centre.store.db, id);
  await saveAgent(centre.store.db, { ...agent!, routeIds });
  return id;
}

describe('an offer nobody took', () => {
  test('goes to another route, and is offered to that route’s agents', async () => {
    await centre.editRoute({ afterRejectedOffer: toSales });
    await centre.only('aoki');
    await serving('mori', 'sales');
    const id = await centre.request('50');
    await reject(id, 'aoki');
    await offeredTo(centre, id, 'mori');
    expect(await centre.row(id)).toMatchObject({ route_id: 'sales' });
    const lines = (await readTimeline(centre.store.db, id)).filter(({ type }) => type === 'route_changed');
    expect(lines.map(({ data }) => data)).toEqual([{ from: 'billing', to: 'sales' }]);
  });

  test('is planned by the hours of the route it goes to', async () => {
    await centre.editRoute({ afterMissedOffer: toSales });
    await sales({ hours: {} });
    await centre.only('aoki');
    const id = await centre.request('50');
    await offeredTo(centre, id, 'aoki');
    await centre.pass(6 * MINUTE_MS);
    await centre.when(id, (row) => row.route_id === 'sales' && row.status === 'scheduled');
    await sales({});
  });

  test('goes from its assignee to another agent at once, where the route says so; otherwise it waits for the assignee', async () => {
    await centre.only('aoki');
    const mine = async () => {
      const id = await centre.request('50');
      await assign(centre.store.db, { callbackId: id, agentId: 'aoki', distributor: 'admin', actor: user('admin') });
      return id;
    };
    const waiting = await mine();
    await reject(waiting, 'aoki');
    await centre.only('mori');
    const other = await centre.request('50');
    await offeredTo(centre, other, 'mori');
    await reject(other, 'mori');
    expect(await centre.row(waiting)).toMatchObject({ status: 'queued', assignee_id: 'aoki' });
    await centre.editRoute({ afterRejectedOffer: { to: 'another_agent' } });
    await offeredTo(centre, waiting, 'mori');
    expect(await offerEndsOf(centre, waiting)).toEqual(['aoki rejected', 'mori null']);
  });
});

describe('where Accept opens the case', () => {
  beforeEach(async () => {
    await centre.editRoute({ acceptOpens: 'preview', previewTimeoutMs: 3 * MINUTE_MS });
    await centre.only('aoki');
  });

  test('on voice nothing is dialled until Call', async () => {
    const id = await centre.request('50');
    await accept(centre, id, 'aoki');
    expect(await centre.row(id)).toMatchObject({ status: 'preview', attempt: 0 });
    expect(await centre.store.db.selectFrom('leg').select('label').where('callback_id', '=', id).execute()).toEqual([]);
    await centre.callbacks.update(dialUpdate, id, { actor: user('aoki'), agentId: 'aoki', reservationId: null, attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    const [attempt] = await centre.store.db.selectFrom('attempt').selectAll().where('callback_id', '=', id).execute();
    expect(attempt).toMatchObject({ attempt: 1, by_hand: false });
    await complete(centre, id, 'aoki');
  });

  test('it dials by itself when the time to read is over, and not before', async () => {
    const id = await centre.request('50');
    await accept(centre, id, 'aoki');
    await centre.pass(2 * MINUTE_MS);
    expect(await centre.row(id)).toMatchObject({ status: 'preview', attempt: 0 });
    await centre.pass(1.1 * MINUTE_MS);
    await centre.when(id, (row) => row.attempt === 1 && row.status === 'wrap_up');
  });

  /** The agent accepts, reads, and gives it back. */
  async function declineAfterReading(id: string): Promise<void> {
    await accept(centre, id, 'aoki');
    const { reservation_id } = await centre.when(id, (row) => row.status === 'preview');
    await centre.callbacks.update(rejectUpdate, id, { offerId: reservation_id ?? '', agentId: 'aoki' });
  }

  test('declining after reading rejects it: the assignee is not asked again, another agent is', async () => {
    await centre.editRoute({ acceptOpens: 'preview', afterRejectedOffer: { to: 'another_agent' } });
    const id = await centre.request('50');
    await assign(centre.store.db, { callbackId: id, agentId: 'aoki', distributor: 'admin', actor: user('admin') });
    await declineAfterReading(id);
    await centre.agent('mori');
    await offeredTo(centre, id, 'mori');
    expect(await offerEndsOf(centre, id)).toEqual(['aoki rejected', 'mori null']);
  });

  test('declining after reading takes it to the route that is to have what is rejected', async () => {
    await centre.editRoute({ acceptOpens: 'preview', afterRejectedOffer: toSales });
    const id = await centre.request('50');
    await declineAfterReading(id);
    await centre.when(id, (row) => row.route_id === 'sales' && row.status === 'queued');
  });

  test('without a time it waits for Call', async () => {
    await centre.editRoute({ acceptOpens: 'preview', previewTimeoutMs: null });
    const id = await centre.request('50');
    await accept(centre, id, 'aoki');
    await centre.pass(60 * MINUTE_MS);
    expect(await centre.row(id)).toMatchObject({ status: 'preview', attempt: 0 });
  });
});
