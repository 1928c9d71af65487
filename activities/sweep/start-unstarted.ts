import { markStarted, unstarted } from '../../store/intake.ts';
import type { ActivityDependencies } from '../index.ts';

/** A request younger than this is still being started by whoever took it in. */
const GRACE_MS = 5_000;
const BATCH = 500;

/** Starts the workflows of requests that were taken in while Temporal could not be reached. Answers how many. */
export async function startUnstarted({ store, callbacks }: ActivityDependencies): Promise<number> {
  const requests = await unstarted(store.db, GRACE_MS, BATCH);
  for (const { id, generation } of requests) {
    await callbacks.start({ callbackId: id, generation });
    await markStarted(store.db, id);
  }
  return requests.length;
}
