import { sql } from 'kysely';
import { TERMINAL_STATUSES } from '../../domain/status.ts';
import { narrowed } from './search.ts';
import type { Search } from './search.ts';
import type { Db } from '../tables.ts';

/** How many callbacks a search finds, and how its open ones are spread: `total` = `distributed` + `undistributed`. */
export interface Totals {
  /** All callbacks of the search, the ended ones too. */
  readonly matching: number;
  /** The open ones. */
  readonly total: number;
  readonly distributed: number;
  /** Open and nobody's: never distributed, given back, or withdrawn. */
  readonly undistributed: number;
}

/** Counts a search in one reading. */
export async function totals(db: Db, search: Search): Promise<Totals> {
  // Most callbacks have ended, most of them completed: the first of four words tells so, and not the last of eight that none is it.
  const isOpen = sql`callback.status not in (${sql.join(TERMINAL_STATUSES)})`;
  const { matching, total, distributed } = await narrowed(db.selectFrom('callback'), search)
    .select([
      sql<number>`count(*)`.as('matching'),
      sql<number>`count(*) filter (where ${isOpen})`.as('total'),
      sql<number>`count(*) filter (where ${isOpen} and callback.assignee_id is not null)`.as('distributed'),
    ])
    .executeTakeFirstOrThrow();
  return { matching, total, distributed, undistributed: total - distributed };
}
