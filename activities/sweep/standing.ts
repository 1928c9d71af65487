import { enqueue } from '../../store/outbox.ts';
import { rowsToCompare, markCompared, startAgain } from '../../store/sweep.ts';
import type { ActivityDependencies } from '../index.ts';

const BATCH = 200;

/**
 * Compares rows with their workflows, some time after their last write: where they differ the workflow writes again, and where
 * the workflow is gone the callback is started anew, so that no request is silently lost.
 */
export async function compareWithWorkflows({ store, callbacks }: ActivityDependencies): Promise<{ rewritten: number; restarted: number }> {
  let rewritten = 0;
  let restarted = 0;
  for (const row of await rowsToCompare(store.db, BATCH)) {
    const standing = await callbacks.standing(row.id);
    if (standing === null) {
      await startAgain(store.db, row.id);
      restarted += 1;
    } else if (standing.version !== row.version) {
      await enqueue(store.db, { callbackId: row.id, message: 'projectAgain', payload: {} });
      rewritten += 1;
    }
    await markCompared(store.db, row.id);
  }
  return { rewritten, restarted };
}
