import type { OperationNodeSource, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Db, Tables } from './tables.ts';

/** Runs `work` in the transaction that `db` is, or else in one of its own. */
export async function inTransaction<T>(db: Db, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}

/** From here to the end of the transaction no statement may take longer (design, decision 2: time-outs nest). */
export async function within(tx: Transaction<Tables>, timeoutMs: number): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(timeoutMs)}, true)`.execute(tx);
}

/**
 * Makes several writes in one statement, which asks the database once. None sees what another writes, so that each must be to rows of
 * its own.
 */
export async function together(tx: Transaction<Tables>, writes: readonly OperationNodeSource[]): Promise<void> {
  const named = writes.map((write, n) => sql`${sql.ref(`write_${n}`)} as (${write})`);
  if (named.length > 0) await sql`with ${sql.join(named)} select`.execute(tx);
}

/** Whether an error is PostgreSQL's refusal of a second row under this unique index or constraint. */
export function violates(error: unknown, constraint: string): boolean {
  const { code, constraint: violated } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && violated === constraint;
}
