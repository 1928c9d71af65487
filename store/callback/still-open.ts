import { sql } from 'kysely';
import { TERMINAL_STATUSES } from '../../domain/status.ts';
import type { CallbackRow, Db } from '../tables.ts';

/**
 * The callback has not ended, in the very words of the partial indexes in migrations/: a list that is handed over as parameters is
 * not always seen to be the same.
 */
export const stillOpen = sql<boolean>`${sql.ref('callback.status')} not in (${sql.join(TERMINAL_STATUSES.map((status) => sql.lit(status)))})`;

/** Whether a number has an open callback on a route beside the one of this id; what is kept for later does not count. */
export async function hasAnotherOpen(db: Db, { id, route_id, number_hash }: Pick<CallbackRow, 'id' | 'route_id' | 'number_hash'>): Promise<boolean> {
  const other = await db
    .selectFrom('callback')
    .select('id')
    .where('route_id', '=', route_id)
    .where('number_hash', '=', number_hash)
    .where('id', '!=', id)
    .where('waits_for', 'is', null)
    .where(stillOpen)
    .executeTakeFirst();
  return other !== undefined;
}
