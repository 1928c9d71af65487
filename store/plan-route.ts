import { sql } from 'kysely';
import type { Actor } from '../domain/words.ts';
import { assignAll } from './assignments.ts';
import { hintAll } from './notify.ts';
import { enqueueAll } from './outbox.ts';
import { takersOf } from './plan-draft.ts';
import type { PlanRow } from './plan-judge.ts';
import type { Db } from './tables.ts';

/**
 * Callbacks whose rows are locked go on by another route: the timeline says so, their due times are planned anew, and those whose
 * agent does not serve the route are nobody's. Those of that route already stay as they are.
 */
export async function changeRoutes(tx: Db, rows: readonly PlanRow[], routeId: string, actor: Actor): Promise<void> {
  const changing = rows.filter((row) => row.routeId !== routeId);
  if (changing.length === 0) return;
  const ids = changing.map(({ id }) => id);
  await sql`update callback set route_id = ${routeId} where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into case_event (callback_id, type, actor, data)
    select id, 'route_changed', ${JSON.stringify(actor)}::jsonb, jsonb_build_object('from', from_route, 'to', ${routeId}::text)
    from unnest(${ids}::uuid[], ${changing.map((row) => row.routeId)}::text[]) as given (id, from_route)`.execute(tx);
  // One that was never started reads its route when it is.
  await enqueueAll(tx, changing.filter(({ isStarted }) => isStarted).map(({ id }) => id), 'policyChanged');
  await hintAll(tx, ids.map((callbackId) => ({ callbackId })));
  const owned = changing.filter(({ assigneeId }) => assigneeId !== null);
  const serving = await takersOf(tx, [...new Set(owned.map(({ assigneeId }) => String(assigneeId)))]);
  const mayKeep = new Set(serving.filter(({ routeIds }) => routeIds.has(routeId)).map(({ agentId }) => agentId));
  await assignAll(tx, owned.filter(({ assigneeId }) => !mayKeep.has(String(assigneeId))).map((row) => ({ row, agentId: null })), actor);
}
