import { sql } from 'kysely';
import type { PlaceFault } from '../../domain/response-tree.ts';
import { hint } from '../notify.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** How many standard responses there may be, and how many categories of them: they are read whole. */
export const MOST_RESPONSES = 1_000;
export const MOST_CATEGORIES = 200;

/** Why a category or a response could not be written or deleted: nothing was changed. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
  readonly reason: PlaceFault | 'gone' | 'edited_meanwhile' | 'no_such_category' | 'not_empty' | 'too_many';
  constructor(reason: ResponseRefused['reason']) {
    super(`The standard responses cannot be changed so: ${reason}.`);
    this.reason = reason;
  }
}

/** Words by language tag. */
export type Words = Readonly<Record<string, string>>;

const EDITING_LOCK = 7_334;

/** Edits of the tree come one after the other, so that what each was checked against holds until it is written; the consoles are told. */
export async function editingResponses<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${EDITING_LOCK})`.execute(tx);
    const done = await work(tx);
    await hint(tx, 'everything');
    return done;
  });
}
