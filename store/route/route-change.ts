import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../domain/words.ts';
import { assignAll } from '../callback/assignments.ts';
import { hintAll } from '../notify.ts';
import { enqueueAll } from '../outbox.ts';
import { servedBy } from '../plan/plan-draft.ts';
import type { PlanRow } from '../plan/plan-judge.ts';
import { hasAnotherOpen } from '../callback/still-open.ts';
import type { Db, Tables } from '../tables.ts';

/** What is read of a callback that is to go on by another route. */
export type RouteChanging = Pick<PlanRow, 'id' | 'routeId' | 'assigneeId' | 'status' | 'isStarted'>;

/**
 * Callbacks whose rows are locked go on by another route: the timeline says so, their due times are planned anew, and those whose
 * agent does not serve the route are nobody's. What is nobody's arrives there. Those of that route already stay as they are.
 */
export async function changeRoutes(tx: Db, rows: readonly RouteChanging[], routeId: string, actor: Actor): Promise<void> {
  const changing = rows.filter((row) => row.routeId !== routeId);
  if (changing.length === 0) return;
  const ids = changing.map(({ id }) => id);
  await sql`
    update callback c
    set route_id = r.id, channel = case when c.origin = 'web' then r.policy->>'webChannel' else c.channel end
    from route r where r.id = ${routeId} and c.id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into case_event (callback_id, type, actor, data)
    select id, 'route_changed', ${JSON.stringify(actor)}::jsonb, jsonb_build_object('from', from_route, 'to', ${routeId}::text)
    from unnest(${ids}::uuid[], ${changing.map((row) => row.routeId)}::text[]) as given (id, from_route)`.execute(tx);
  // One that was never started reads its route when it is.
  await enqueueAll(tx, changing.filter(({ isStarted }) => isStarted).map(({ id }) => id), 'policyChanged');
  await hintAll(tx, ids.map((callbackId) => ({ callbackId })));
  const owned = changing.filter(({ assigneeId }) => assigneeId !== null);
  const served = await servedBy(tx, [...new Set(owned.map(({ assigneeId }) => String(assigneeId)))]);
  await assignAll(tx, owned.filter(({ assigneeId }) => !served.get(String(assigneeId))?.has(routeId)).map((row) => ({ row, agentId: null })), actor);
  await arrive(tx, ids);
}

/** Whether the callback is on the other route now; or why it stays: that one takes nothing new, or has one open for this number. */
export type RouteChange = 'moved' | 'route_closed' | 'route_has_one';

/** Moves an open callback to another route, if that one takes it. Being there already is no mistake. */
export async function moveToRoute(tx: Transaction<Tables>, given: { callbackId: string; routeId: string; actor: Actor }): Promise<RouteChange> {
  const { callbackId, routeId, actor } = given;
  const row = await tx.selectFrom('callback').selectAll().where('id', '=', callbackId).forNoKeyUpdate().executeTakeFirstOrThrow();
  if (row.route_id === routeId) return 'moved';
  if ((await holdRoute(tx, routeId)) !== 'open') return 'route_closed';
  if (await hasAnotherOpen(tx, { ...row, route_id: routeId })) return 'route_has_one';
  const { assignee_id: assigneeId, status, started_at } = row;
  await changeRoutes(tx, [{ id: callbackId, routeId: row.route_id, assigneeId, status, isStarted: started_at !== null }], routeId, actor);
  return 'moved';
}

/**
 * How a route stands, held until the transaction ends: whoever deletes it meanwhile waits, and finds open what has come to it. What
 * was never there counts as deleted.
 */
export async function holdRoute(tx: Db, routeId: string): Promise<'open' | 'closed' | 'deleted'> {
  const route = await tx.selectFrom('route').select(['closed_at', 'deleted_at']).where('id', '=', routeId).forKeyShare().executeTakeFirst();
  if (!route || route.deleted_at !== null) return 'deleted';
  return route.closed_at === null ? 'open' : 'closed';
}

/** Callbacks that are nobody's have come to a route: if it distributes what arrives, they are to be looked at. */
export async function arrive(tx: Db, callbackIds: readonly string[]): Promise<void> {
  await sql`
    update callback c set arriving = c.assignee_id is null
    from route r where c.id = any(${callbackIds}::uuid[]) and r.id = c.route_id and r.policy->>'automaticDistribution' <> 'off'`.execute(tx);
}

/** Whether the callback has been moved away from this route. */
export async function hasLeft(db: Db, callbackId: string, routeId: string): Promise<boolean> {
  const left = await db
    .selectFrom('case_event')
    .select('id')
    .where('callback_id', '=', callbackId)
    .where('type', '=', 'route_changed')
    .where(sql`data->>'from'`, '=', routeId)
    .executeTakeFirst();
  return left !== undefined;
}
