import { enqueue } from '../store/outbox.ts';
import { takeLapsed } from '../store/agent/reservations.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';

/**
 * Agents whose every lease has lapsed let go of what they only looked at: the workflow of each such offer or preview is told, once.
 * A call is never touched.
 */
export async function tellOfLostAgents(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const { callbackId, reservationId } of await takeLapsed(tx)) {
      await enqueue(tx, { callbackId, message: 'agentGone', payload: { reservationId } });
    }
  });
}
