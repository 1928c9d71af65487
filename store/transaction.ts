import type { OperationNodeSource, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Hint } from './notify.ts';
import { saying } from './notify.ts';
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
 * Makes several writes, and tells of them, in one statement, which asks the database once. None sees what another writes, so that each
 * must be to rows of its own.
 * @returns how many rows each has written
 */
export async function together(
  tx: Transaction<Tables>,
  writes: readonly OperationNodeSource[],
  changed: readonly Hint[] = [],
): Promise<readonly number[]> {
  const answered = [...writes.map((write) => sql`${write} returning 1`), saying(changed)];
  const names = answered.map((_, n) => sql.ref(`part_${n}`));
  const parts = answered.map((part, n) => sql`${names[n]} as (${part})`);
  // What tells is counted too, though nobody asks how much: a select that nothing refers to is not run.
  const counts = names.map((name) => sql`(select count(*)::integer from ${name})`);
  const { rows } = await sql<{ written: number[] }>`with ${sql.join(parts)} select array[${sql.join(counts)}] as written`.execute(tx);
  return rows[0]?.written.slice(0, writes.length) ?? [];
}

/** Whether an error is PostgreSQL's refusal of a second row under this unique index or constraint, or of one that refers to nothing under it. */
export function violates(error: unknown, constraint: string): boolean {
  const { code, constraint: violated } = error as { code?: unknown; constraint?: unknown };
  return (code === '23505' || code === '23503') && violated === constraint;
}
