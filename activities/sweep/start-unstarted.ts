import { markStarted, unstarted } from '../../store/callback/intake.ts';
import type { ActivityDependencies } from '../index.ts';
import { each } from './each.ts';

/** A request younger than this is still being started by whoever took it in. */
const GRACE_MS = 5_000;
const BATCH = 500;

/** Starts the workflows of requests that were taken in while Temporal could not be reached. Answers how many. */
export async function startUnstarted(dependencies: ActivityDependencies): Promise<number> {
  const { store, callbacks } = dependencies;
  let started = 0;
  await each(dependencies, await unstarted(store.db, GRACE_MS, BATCH), async ({ id, generation }) => {
    await callbacks.start({ callbackId: id, generation });
    await markStarted(store.db, id);
    started += 1;
  });
  return started;
}
