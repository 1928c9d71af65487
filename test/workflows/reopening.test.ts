import { startAnew } from '../../api/start-soon.ts';
import { startUnstarted } from '../../activities/sweep/start-unstarted.ts';
import { reopenCallback } from '../../store/callback/reopen.ts';
import { startAgain } from '../../store/sweep.ts';
import type { ActivityDependencies } from '../../activities/index.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { DAY_MS, accept, complete, fromNow, offeredTo, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({ maximumAttempts: 1, expiryMs: 2 * DAY_MS });
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

const log = { warn: () => undefined } as never;

async function reopen(id: string, at: string | null = null): Promise<number> {
  const given = { callbackId: id, at, reason: 'has another question', actor: user('admin'), now: await fromNow(centre, 0) };
  const reopened = await reopenCallback(centre.store.db, given);
  if (!reopened || 'refused' in reopened) throw new Error(JSON.stringify(reopened));
  return reopened.generation;
}

/** Waits until the workflow of the earlier life has closed. */
async function closed(id: string): Promise<void> {
  await centre.client.workflow.getHandle(workflowIdOf(id)).result();
}

async function reopenAndStart(id: string, at: string | null = null): Promise<void> {
  const generation = await reopen(id, at);
  await closed(id);
  await startAnew({ store: centre.store, callbacks: centre.callbacks, log }, { callbackId: id, generation });
}

async function talkAndComplete(id: string): Promise<void> {
  await accept(centre, id, 'aoki');
  await centre.when(id, (row) => row.status === 'wrap_up');
  await complete(centre, id, 'aoki');
}

// First, while the workflows’ time is still the database’s.
test('what could not be started is started by the sweep', async () => {
  await centre.only('aoki');
  const id = await centre.request('50');
  await talkAndComplete(id);
  await reopen(id);
  await closed(id);
  await centre.store.db.updateTable('callback').set({ reopened_at: new Date(Date.now() - 60_000) }).where('id', '=', id).execute();
  const dependencies = { store: centre.store, callbacks: centre.callbacks, log } as unknown as ActivityDependencies;
  expect(await startUnstarted(dependencies)).toBe(1);
  await talkAndComplete(id);
});

test('a completed callback is re-opened weeks later, is called and completed again, and once more', async () => {
  await centre.only('aoki');
  const id = await centre.request('50');
  await talkAndComplete(id);
  const first = await centre.row(id);
  await centre.pass(20 * DAY_MS);
  await reopenAndStart(id);
  await talkAndComplete(id);
  expect(await centre.row(id)).toMatchObject({ status: 'completed', generation: 2, attempt: 2, attempts_placed: 2, disposition: 'resolved' });
  await reopenAndStart(id);
  await talkAndComplete(id);
  const last = await centre.row(id);
  expect(last).toMatchObject({ status: 'completed', generation: 3, attempt: 3, attempts_placed: 3 });
  expect(last.version).toBeGreaterThan(first.version);
  expect((await centre.events(id)).filter(({ type }) => type === 'completed')).toHaveLength(3);
});

test('all of the route’s attempts are to come, and it expires as if it had been requested when it was re-opened', async () => {
  await centre.only('aoki');
  const id = await centre.request('50');
  await talkAndComplete(id);
  await centre.pass(20 * DAY_MS);
  await centre.only();
  await reopenAndStart(id);
  expect(await centre.when(id, (row) => row.status === 'queued')).toMatchObject({ attempts_counted: 0, assignee_id: null });
  await centre.pass(1.9 * DAY_MS);
  expect(await centre.row(id)).toMatchObject({ status: 'queued' });
  // A workflow that is lost meanwhile changes none of that.
  await centre.client.workflow.getHandle(workflowIdOf(id)).terminate();
  await startAgain(centre.store.db, id);
  await centre.callbacks.start({ callbackId: id, generation: 3 });
  await centre.when(id, (row) => row.claimed_generation === 3 && row.status === 'queued');
  await centre.pass(0.2 * DAY_MS);
  await centre.when(id, (row) => row.status === 'expired');
});

test('for a time it is offered then, and not before', async () => {
  await centre.only('aoki');
  const id = await centre.request('50');
  await talkAndComplete(id);
  await reopenAndStart(id, await fromNow(centre, 3 * DAY_MS));
  expect(await centre.when(id, (row) => row.due_at !== null)).toMatchObject({ status: 'scheduled', kind: 'scheduled' });
  await centre.pass(3 * DAY_MS + 60_000);
  await offeredTo(centre, id, 'aoki');
});
