import { enqueue } from '../../store/outbox.ts';
import { markCompared, rowsToCompare, startAgain } from '../../store/sweep.ts';
import type { ActivityDependencies } from '../index.ts';
import { each } from './each.ts';

const BATCH = 200;

/**
 * Compares rows with their workflows, some time after their last write: where they differ the workflow writes again, and where
 * the workflow is gone the callback is started anew, so that no request is silently lost.
 */
export async function compareWithWorkflows(dependencies: ActivityDependencies): Promise<{ rewritten: number; restarted: number }> {
  const { store, callbacks } = dependencies;
  let rewritten = 0;
  let restarted = 0;
  await each(dependencies, await rowsToCompare(store.db, BATCH), async ({ id, version }) => {
    // Marked before it is asked: a workflow that cannot answer does not keep the others waiting.
    await markCompared(store.db, id);
    const standing = await callbacks.standing(id);
    if (standing === null) {
      await startAgain(store.db, id);
      restarted += 1;
    } else if (standing.version !== version) {
      await enqueue(store.db, { callbackId: id, message: 'projectAgain', payload: {} });
      rewritten += 1;
    }
  });
  return { rewritten, restarted };
}
