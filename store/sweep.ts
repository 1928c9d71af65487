import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Rows younger than this may be in the middle of a write. */
const QUIET_FOR = sql`interval '3 minutes'`;

/** Open rows that nobody has compared with their workflow since their last write, the longest quiet first. */
export async function rowsToCompare(db: Db, limit: number): Promise<{ id: string; version: number }[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from callback
    where status not in ('completed', 'cancelled', 'expired', 'failed') and waits_for is null and started_at is not null
      and projected_at < now() - ${QUIET_FOR} and (compared_at is null or compared_at < projected_at)
    order by projected_at
    limit ${limit}`.execute(db);
  return rows;
}

export async function markCompared(db: Db, id: string): Promise<void> {
  await sql`update callback set compared_at = now() where id = ${id}`.execute(db);
}

/** After a restart of the worker, every open row is compared once more. */
export async function forgetComparisons(db: Db): Promise<void> {
  await sql`update callback set compared_at = null where compared_at is not null and ended_at is null`.execute(db);
}

/**
 * The callback's workflow is gone and the callback has not ended: a new generation of it may claim the row. The sweep starts it as
 * it starts any request that Temporal has not been told of.
 */
export async function startAgain(db: Db, id: string): Promise<void> {
  await sql`
    update callback set generation = generation + 1, started_at = null
    where id = ${id} and ended_at is null`.execute(db);
}

/** Reservations that hold an agent for a callback which has ended, or which another reservation has in hand. */
export async function strayReservations(db: Db): Promise<{ id: string; agent_id: string }[]> {
  const { rows } = await sql<{ id: string; agent_id: string }>`
    select r.id, r.agent_id
    from reservation r join callback c on c.id = r.callback_id
    where r.released_at is null and r.confirmed_at < now() - interval '10 seconds'
      and (c.ended_at is not null or c.reservation_id is distinct from r.id)`.execute(db);
  return rows;
}
