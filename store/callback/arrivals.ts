import { sql } from 'kysely';
import type { Taker } from '../../domain/distribution.ts';
import { SYSTEM } from '../../domain/words.ts';
import { ARRIVAL } from './assignee.ts';
import { assignAll } from './assignments.ts';
import type { PlanRow } from '../plan/plan-judge.ts';
import type { Db } from '../tables.ts';

/** A callback that has come to a route which distributes what arrives. */
export interface Arrival extends Pick<PlanRow, 'id' | 'assigneeId' | 'status'> {
  readonly routeId: string;
}

/** Which callbacks are to be looked at: what is withdrawn waits until it is wanted again. In the words of their partial index. */
const TO_BE_LOOKED_AT = sql`arriving and waits_for is null and status in ('scheduled', 'queued')`;

/** Whether there is anything to look at: asked every round, and next to nothing where no route distributes. */
export async function anythingArrives(db: Db): Promise<boolean> {
  const { rows } = await sql`select from callback where ${TO_BE_LOOKED_AT} limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * Takes what has arrived, first come first, and locks it. What is being offered already is left until that is over, and a row that
 * is being written at this moment for the next round.
 */
export async function takeArrivals(tx: Db, limit: number): Promise<Arrival[]> {
  const { rows } = await sql<Arrival>`
    select id, route_id as "routeId", assignee_id as "assigneeId", status
    from callback
    where ${TO_BE_LOOKED_AT}
      and not exists (select from reservation v where v.callback_id = callback.id and v.released_at is null)
    order by requested_at limit ${limit} for no key update skip locked`.execute(tx);
  return rows;
}

/**
 * The agents to whom these routes distribute what arrives: who could be offered it, all of them or those with a lease, as the route
 * says.
 */
export async function takersOnArrival(tx: Db, routeIds: readonly string[]): Promise<Taker[]> {
  const { rows } = await sql<{ agentId: string; routeIds: string[]; load: number; lastGivenAt: Date | null }>`
    select a.id as "agentId", array_agg(r.id) as "routeIds",
           (select count(*)::int from callback c
            where c.assignee_id = a.id and c.status not in ('completed', 'cancelled', 'expired', 'failed')) as load,
           (select max(c.assigned_at) from callback c where c.assignee_id = a.id) as "lastGivenAt"
    from agent a
    join agent_route ar on ar.agent_id = a.id
    join route r on r.id = ar.route_id
    where r.id = any(${routeIds}::text[]) and a.may_phone and a.disabled_at is null and a.endpoint is not null
      and (r.policy->>'automaticDistribution' = 'all'
        or (r.policy->>'automaticDistribution' = 'logged_in'
          and exists (select from agent_lease l where l.agent_id = a.id and l.expires_at > now())))
    group by a.id`.execute(tx);
  return rows.map(({ agentId, routeIds: serves, load, lastGivenAt }) => ({
    agentId,
    routeIds: new Set(serves),
    load,
    lastGivenAtMs: lastGivenAt?.getTime() ?? 0,
  }));
}

/** Gives what has arrived to its agents; what there was nobody for stays undistributed, and is not looked at again. */
export async function settleArrivals(tx: Db, settled: readonly { readonly row: Arrival; readonly agentId: string | null }[]): Promise<void> {
  await sql`update callback set arriving = false where id = any(${settled.map(({ row }) => row.id)}::uuid[])`.execute(tx);
  await assignAll(tx, settled.filter(({ agentId }) => agentId !== null), SYSTEM, ARRIVAL);
}
