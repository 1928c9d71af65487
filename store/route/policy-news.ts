import { sql } from 'kysely';
import { kick } from '../notify.ts';
import type { Db } from '../tables.ts';

/**
 * How many callbacks of a route are told of its new policy in a second. Calls that are going on have their messages in the same
 * outbox, and must not wait behind ten thousand of these.
 */
const TOLD_PER_S = 100;

/**
 * Has the callbacks of a route that wait, are offered, wrapped up or withdrawn hear that its policy has changed, those due soonest first.
 * One who has not heard yet of the change before this one is told once. Answers how many there are.
 */
export async function tellOfPolicy(db: Db, routeId: string): Promise<number> {
  await sql`delete from outbox where message = 'policyChanged' and payload->>'routeId' = ${routeId}`.execute(db);
  const { numAffectedRows } = await sql`
    insert into outbox (callback_id, message, payload, next_at)
    select id, 'policyChanged', jsonb_build_object('routeId', route_id),
           now() + (row_number() over (order by due_at, id) - 1) / ${sql.lit(TOLD_PER_S)} * interval '1 second'
    from callback
    where route_id = ${routeId} and status in ('scheduled', 'queued', 'offered', 'preview', 'wrap_up', 'withdrawn') and started_at is not null`.execute(db);
  await kick(db);
  return Number(numAffectedRows ?? 0);
}
