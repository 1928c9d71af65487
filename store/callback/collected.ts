import { sql } from 'kysely';
import { hint } from '../notify.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** Adds to the data a callback was requested with: what the caller still said once the request was in. Same keys are replaced. */
export async function addCollected(db: Db, callbackId: string, more: Readonly<Record<string, string>>): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .updateTable('callback')
      .set({ collected: sql<string>`collected || ${JSON.stringify(more)}::jsonb` })
      .where('id', '=', callbackId)
      .execute();
    await hint(tx, { callbackId });
  });
}
