import { cancelUpdate, completeUpdate, hangUpUpdate, policyChangedSignal, rescheduleUpdate, standingQuery, workflowIdOf } from '../../workflows/messages.ts';
import { startAgain } from '../../store/sweep.ts';
import { DAY_MS, MINUTE_MS, accept, complete, fromNow, offeredTo, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

describe('the main job', () => {
  test('from the request to Mark Done: offered, accepted, both answer, the customer hangs up, completed', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    await accept(centre, id, 'aoki');
    const after = await centre.when(id, (row) => row.status === 'wrap_up');
    expect(after).toMatchObject({ last_outcome: 'answered', wrap_up_ends_at: null, attempts_placed: 1, assignee_id: 'aoki', distributor: 'automatic' });
    const ack = await complete(centre, id, 'aoki');
    expect(ack.status).toBe('completed');
    expect(await centre.row(id)).toMatchObject({ status: 'completed', disposition: 'resolved', version: ack.version, agent_id: null });
    expect((await centre.events(id)).map((event) => event.type)).toEqual([
      'requested', 'due_planned', 'queued', 'offered', 'offer_accepted', 'attempt_started', 'agent_answered', 'connected', 'attempt_ended', 'completed',
    ]);
  });

  test('the agent ends the call: the customer’s leg is ended too', async () => {
    await centre.only('aoki');
    const id = await centre.request('00');
    await accept(centre, id, 'aoki');
    await centre.when(id, (row) => row.status === 'connected');
    await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
    expect(await centre.when(id, (row) => row.status === 'wrap_up')).toMatchObject({ last_outcome: 'answered' });
    const open = await centre.store.db.selectFrom('leg').select('label').where('callback_id', '=', id).where('progress', '!=', 'ended').execute();
    expect(open).toEqual([]);
  });

  test('a callback for three days from now is offered then, and not before', async () => {
    await centre.only('aoki');
    const id = await centre.request('50', { kind: 'scheduled', desiredAt: await fromNow(centre, 3 * DAY_MS) });
    expect(await centre.when(id, (row) => row.version > 0)).toMatchObject({ status: 'scheduled' });
    await centre.pass(3 * DAY_MS - MINUTE_MS);
    expect(await centre.row(id)).toMatchObject({ status: 'scheduled' });
    await centre.pass(2 * MINUTE_MS);
    await offeredTo(centre, id, 'aoki');
  });

  test('completing without a call works', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.callbacks.update(completeUpdate, id, { actor: user('mori'), disposition: 'resolved', effect: 'end' });
    expect(await centre.row(id)).toMatchObject({ status: 'completed', attempt: 0 });
  });
});

describe('the policy', () => {
  test('closing the route sends what waits to the next opening, and opening it again brings it back', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.editRoute({ hours: {} });
    await centre.callbacks.signal(policyChangedSignal, id);
    await centre.when(id, (row) => row.status === 'scheduled');
    await centre.editRoute({});
    await centre.callbacks.signal(policyChangedSignal, id);
    await centre.when(id, (row) => row.status === 'queued');
  });
});

describe('being started', () => {
  test('what is said before the row is claimed is heard once it is', async () => {
    await centre.only();
    const id = await centre.request('50');
    const ack = await centre.callbacks.update(cancelUpdate, id, { actor: { type: 'customer' }, reason: null });
    expect(ack.status).toBe('cancelled');
  });


  test('what is said in the very first moment of a callback for tomorrow ends it at once', async () => {
    await centre.only();
    const id = await centre.request('50', { kind: 'scheduled', desiredAt: await fromNow(centre, DAY_MS) });
    await centre.callbacks.update(cancelUpdate, id, { actor: { type: 'customer' }, reason: null });
    await centre.client.workflow.getHandle(workflowIdOf(id)).result();
    expect(await centre.row(id)).toMatchObject({ status: 'cancelled' });
  });

  test('a callback whose workflow was lost starts anew, keeps its time, and an agent keeps the case they were calling in', async () => {
    await centre.only('aoki');
    const waiting = await centre.request('50', { kind: 'scheduled', desiredAt: await fromNow(centre, DAY_MS) });
    await centre.when(waiting, (row) => row.version > 0);
    const at = await fromNow(centre, 2 * DAY_MS);
    await centre.callbacks.update(rescheduleUpdate, waiting, { actor: user('mori'), at, windowEndsAt: null, staysWithAgent: false });
    const called = await centre.request('10');
    await accept(centre, called, 'aoki');
    await centre.when(called, (row) => row.status === 'wrap_up');
    for (const id of [waiting, called]) {
      await centre.quiet(id);
      const { version } = await centre.row(id);
      await centre.client.workflow.getHandle(workflowIdOf(id)).terminate();
      await startAgain(centre.store.db, id);
      await centre.callbacks.start({ callbackId: id, generation: 2 });
      await centre.when(id, (row) => row.version > version);
    }
    expect((await centre.row(waiting)).due_at?.toISOString()).toBe(at);
    expect(await centre.row(called)).toMatchObject({ status: 'wrap_up', agent_id: 'aoki', attempt: 1, attempts_counted: 1 });
    expect((await complete(centre, called, 'aoki')).status).toBe('completed');
  });

  test('a second workflow of the same callback finds the row claimed, and ends without a word', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    const before = await centre.row(id);
    await centre.client.workflow.execute('callback', { taskQueue: 'ringback', workflowId: `twin-${id}`, args: [{ callbackId: id, generation: 1 }] });
    expect(await centre.row(id)).toEqual(before);
    const standing = await centre.client.workflow.getHandle(workflowIdOf(id)).query(standingQuery);
    expect(standing).toEqual({ version: before.version, status: 'queued' });
  });
});
