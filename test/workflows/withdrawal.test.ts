import { cancelUpdate, releaseUpdate, reviveSignal, withdrawUpdate, workflowIdOf } from '../../workflows/messages.ts';
import { tellOfPolicy } from '../../store/route/policy-news.ts';
import { startAgain } from '../../store/sweep.ts';
import { assign } from '../../store/callback/ownership.ts';
import { DAY_MS, accept, fromNow, offeredTo, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

const actor = user('admin');
const withdraw = (id: string) => centre.callbacks.update(withdrawUpdate, id, { actor, reason: 'Mori is ill' });

describe('withdrawing', () => {
  test('a waiting callback belongs to nobody, is offered to nobody, and waits until it is distributed again', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await assign(centre.store.db, { callbackId: id, agentId: await centre.agent('mori'), distributor: 'admin', actor });
    await centre.only();
    expect((await withdraw(id)).status).toBe('withdrawn');
    expect(await centre.row(id)).toMatchObject({ status: 'withdrawn', assignee_id: null, distributor: null });
    await assign(centre.store.db, { callbackId: id, agentId: 'mori', distributor: 'admin', actor });
    await centre.callbacks.signal(reviveSignal, id);
    expect(await centre.when(id, (row) => row.status === 'queued')).toMatchObject({ assignee_id: 'mori' });
  });

  test('an open offer is closed, and its agent is free', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    const offerId = await offeredTo(centre, id, 'aoki');
    await withdraw(id);
    const offer = await centre.store.db.selectFrom('reservation').selectAll().where('id', '=', offerId).executeTakeFirstOrThrow();
    expect(offer).toMatchObject({ offer_end: 'withdrawn' });
    expect(offer.released_at).not.toBeNull();
    expect((await withdraw(id)).status).toBe('withdrawn');
  });

  test('one that is being called is refused until the wrap-up is over', async () => {
    await centre.only('aoki');
    const id = await centre.request('00');
    await accept(centre, id, 'aoki');
    await centre.when(id, (row) => row.status === 'connected');
    await expect(withdraw(id)).rejects.toMatchObject({ refusal: 'being_called' });
  });

  test('one whose workflow was lost stays withdrawn in the next generation', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    await offeredTo(centre, id, 'aoki');
    await withdraw(id);
    await centre.client.workflow.getHandle(workflowIdOf(id)).terminate();
    const { version } = await centre.row(id);
    await startAgain(centre.store.db, id);
    await centre.callbacks.start({ callbackId: id, generation: 2 });
    await centre.when(id, (row) => row.version > version);
    expect(await centre.row(id)).toMatchObject({ status: 'withdrawn', assignee_id: null });
    expect((await withdraw(id)).status).toBe('withdrawn');
  });

  test('a withdrawn one can be cancelled for good, and expires by the route', async () => {
    await centre.only();
    const [cancelled, expiring] = [await centre.request('50'), await centre.request('50')];
    await withdraw(cancelled);
    await withdraw(expiring);
    await centre.callbacks.update(cancelUpdate, cancelled, { actor, reason: null });
    expect(await centre.row(cancelled)).toMatchObject({ status: 'cancelled' });
    await centre.pass(31 * DAY_MS);
    await centre.when(expiring, (row) => row.status === 'expired');
  });
});

describe('a route whose expiry is edited', () => {
  const edit = async (expiryMs: number): Promise<void> => {
    await centre.editRoute({ expiryMs });
    await tellOfPolicy(centre.store.db, 'billing');
  };

  test('is heard of by what is withdrawn: it expires by what the route says now', async () => {
    await centre.only();
    const id = await centre.request('50');
    await withdraw(id);
    await edit(60 * DAY_MS);
    await centre.quiet(id);
    await centre.pass(31 * DAY_MS);
    await centre.quiet(id);
    expect(await centre.row(id)).toMatchObject({ status: 'withdrawn' });
    await edit(DAY_MS);
    await centre.when(id, (row) => row.status === 'expired');
    await centre.editRoute({});
  });
});

describe('releasing', () => {
  test('a callback for the day after tomorrow is offered now, and keeps what was promised', async () => {
    await centre.only('aoki');
    const desiredAt = await fromNow(centre, 2 * DAY_MS);
    const id = await centre.request('50', { kind: 'scheduled', desiredAt });
    const { window_ends_at: promised } = await centre.when(id, (row) => row.version > 0);
    await centre.callbacks.update(releaseUpdate, id, { actor });
    await offeredTo(centre, id, 'aoki');
    const row = await centre.row(id);
    expect(row.desired_at?.toISOString()).toBe(desiredAt);
    expect(row.window_ends_at).toEqual(promised);
  });

  test('outside the route’s hours it waits for the next opening', async () => {
    await centre.only();
    const id = await centre.request('50', { kind: 'scheduled', desiredAt: await fromNow(centre, 2 * DAY_MS) });
    await centre.when(id, (row) => row.version > 0);
    await centre.editRoute({ hours: {} });
    await centre.callbacks.update(releaseUpdate, id, { actor });
    await centre.when(id, (row) => row.status === 'scheduled');
    await centre.editRoute({});
  });
});
