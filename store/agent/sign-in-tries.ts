import { sql } from 'kysely';
import type { Db } from '../tables.ts';

/** How many tries an account has in which time, from the first of them. */
export interface TryLimit {
  readonly tries: number;
  readonly windowMs: number;
}

/**
 * Takes one of an account's tries, whichever process asks; tries whose time has passed are forgotten. Take it before the password is
 * looked at, so that tries at the same moment are counted, too.
 *
 * @returns null: it has one; else milliseconds until it has tries again
 */
export async function takeTry(db: Db, emailHash: string, { tries, windowMs }: TryLimit): Promise<number | null> {
  const since = sql`now() - ${windowMs} * interval '1 millisecond'`;
  await sql`delete from sign_in_try where email_hash in (
    select email_hash from sign_in_try where began_at <= ${since} for update skip locked)`.execute(db);
  const taken = await sql`
    insert into sign_in_try as known (email_hash, tries) values (${emailHash}, 1)
    on conflict (email_hash) do update set tries = known.tries + 1 where known.tries < ${tries}
    returning tries`.execute(db);
  if (taken.rows.length > 0) return null;
  const { rows } = await sql<{ wait_ms: number }>`
    select (extract(epoch from began_at - (${since})) * 1000)::float8 as wait_ms from sign_in_try where email_hash = ${emailHash}`.execute(db);
  return Math.max(rows[0]?.wait_ms ?? 0, 1);
}

/** Somebody has signed in: the account has all its tries again. */
export async function forgetTries(db: Db, emailHash: string): Promise<void> {
  await sql`delete from sign_in_try where email_hash = ${emailHash}`.execute(db);
}
