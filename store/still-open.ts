import { sql } from 'kysely';
import { TERMINAL_STATUSES } from '../domain/status.ts';

/**
 * The callback has not ended, in the very words of the partial indexes in migrations/: a list that is handed over as parameters is
 * not always seen to be the same.
 */
export const stillOpen = sql<boolean>`${sql.ref('callback.status')} not in (${sql.join(TERMINAL_STATUSES.map((status) => sql.lit(status)))})`;
