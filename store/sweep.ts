import { sql } from 'kysely';
import { hintAll } from './notify.ts';
import type { Db, LegRow } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Rows younger than this may be in the middle of a write. */
const QUIET_FOR = sql`interval '3 minutes'`;
/** A row that holds an agent is compared again this often, any other this often. */
const LIVE_AGAIN = sql`interval '5 minutes'`;
const AGAIN = sql`interval '1 hour'`;

/** Open rows whose turn it is to be compared with their workflow: after their last write, and from time to time. */
export async function rowsToCompare(db: Db, limit: number): Promise<{ id: string; version: number }[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from callback
    where status not in ('completed', 'cancelled', 'expired', 'failed') and waits_for is null and started_at is not null
      and projected_at < now() - ${QUIET_FOR}
      and (compared_at is null or compared_at < projected_at
           or compared_at < now() - case when agent_id is null then ${AGAIN} else ${LIVE_AGAIN} end)
    order by compared_at nulls first, projected_at
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
      and (c.ended_at is not null or c.reservation_id is distinct from r.id)
      and not coalesce(c.call::text like '%' || r.id || '%', false)`.execute(db);
  return rows;
}

/** Legs that were asked for longer ago than this and are not known to be over, those looked at longest ago first. */
export async function legsToLookAt(db: Db, olderThanMs: number, limit: number): Promise<(LegRow & { attempt_is_over: boolean })[]> {
  const { rows } = await sql<LegRow & { attempt_is_over: boolean }>`
    select l.*, coalesce(a.ended_at < now() - interval '5 seconds', false) as attempt_is_over
    from leg l left join attempt a on a.callback_id = l.callback_id and a.attempt = l.attempt
    where l.settled_at is null and l.state in ('posting', 'placed', 'unknown')
      and l.intended_at < now() - ${olderThanMs} * interval '1 millisecond'
    order by l.looked_at nulls first, l.intended_at
    limit ${limit}`.execute(db);
  return rows;
}

/**
 * Voids legs that nobody has asked the network for and whose attempt is over: one written down while its attempt was being ended was
 * not there to be voided with the others. Answers how many.
 */
export async function voidForgotten(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ callback_id: string }>`
      update leg l set state = 'void', settled_at = now()
      from attempt a
      where a.callback_id = l.callback_id and a.attempt = l.attempt
        and l.settled_at is null and l.state = 'intended' and a.ended_at < now() - interval '5 seconds'
      returning l.callback_id`.execute(tx);
    await hintAll(tx, rows.map(({ callback_id: callbackId }) => ({ callbackId })));
    return rows.length;
  });
}

export async function markLooked(db: Db, { callback_id, label }: LegRow): Promise<void> {
  await sql`update leg set looked_at = now() where callback_id = ${callback_id} and label = ${label} and settled_at is null`.execute(db);
}
