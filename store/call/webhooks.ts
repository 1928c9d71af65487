import { sql } from 'kysely';
import type { Db } from '../tables.ts';

/**
 * Whether a callback of the telephone network is taken in for the first time. Call it in the transaction that writes what the
 * callback says, so that one whose writing failed is new when it is sent again.
 */
export async function firstTime(db: Db, key: string): Promise<boolean> {
  const inserted = await db
    .insertInto('webhook_seen')
    .values({ key })
    .onConflict((oc) => oc.column('key').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Forgets what was seen longer ago than the network ever repeats itself. Answers how many. */
export async function forgetWebhooks(db: Db, olderThanMs: number): Promise<number> {
  const deleted = await db
    .deleteFrom('webhook_seen')
    .where('seen_at', '<', sql<Date>`now() - ${olderThanMs} * interval '1 millisecond'`)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
