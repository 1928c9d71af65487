import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../domain/words.ts';
import { setAssignee } from './assignee.ts';
import { hint } from './notify.ts';
import { enqueue } from './outbox.ts';
import { stillOpen } from './still-open.ts';
import type { CallbackRow, Db, Tables } from './tables.ts';

type Tx = Transaction<Tables>;

/** Whether the callback is on the other route now; or why it stays: that one takes nothing new, or has one open for this number. */
export type RouteChange = 'moved' | 'route_closed' | 'route_has_one';

/**
 * Moves an open callback to another route, by whose policy it lives from then on: its workflow plans its due time anew. An assignee
 * who does not serve that route has it no longer; what is nobody's arrives there. Being there already is no mistake.
 */
export async function moveToRoute(tx: Tx, given: { callbackId: string; routeId: string; actor: Actor }): Promise<RouteChange> {
  const { callbackId, routeId, actor } = given;
  const row = await tx.selectFrom('callback').selectAll().where('id', '=', callbackId).forNoKeyUpdate().executeTakeFirstOrThrow();
  if (row.route_id === routeId) return 'moved';
  // Held until the callback is there: whoever deletes the route meanwhile finds it open.
  const route = await tx.selectFrom('route').select(['closed_at', 'policy']).where('id', '=', routeId).forKeyShare().executeTakeFirst();
  if (!route || route.closed_at !== null) return 'route_closed';
  if (await hasOne(tx, routeId, row)) return 'route_has_one';
  const channel = row.origin === 'web' ? route.policy.webChannel : row.channel;
  await tx.updateTable('callback').set({ route_id: routeId, channel }).where('id', '=', callbackId).execute();
  const data = JSON.stringify({ fromRouteId: row.route_id, routeId });
  await tx.insertInto('case_event').values({ callback_id: callbackId, type: 'route_changed', actor: JSON.stringify(actor), data }).execute();
  const { assignee_id: assigneeId } = row;
  if (assigneeId !== null && !(await serves(tx, assigneeId, routeId))) {
    await setAssignee(tx, { callbackId, agentId: null, distributor: null, actor });
    await hint(tx, { agentId: assigneeId });
  }
  await arrive(tx, callbackId);
  await enqueue(tx, { callbackId, message: 'policyChanged', payload: {} });
  await hint(tx, { callbackId });
  return 'moved';
}

/** A callback that is nobody's has come to a route: if the route distributes what arrives, this one is to be looked at. */
export async function arrive(tx: Tx, callbackId: string): Promise<void> {
  await sql`
    update callback c set arriving = c.assignee_id is null and r.policy->>'automaticDistribution' <> 'off'
    from route r where c.id = ${callbackId} and r.id = c.route_id`.execute(tx);
}

/** Whether the callback has been moved away from this route. */
export async function hasLeft(db: Db, callbackId: string, routeId: string): Promise<boolean> {
  const left = await db
    .selectFrom('case_event')
    .select('id')
    .where('callback_id', '=', callbackId)
    .where('type', '=', 'route_changed')
    .where(sql`data->>'fromRouteId'`, '=', routeId)
    .executeTakeFirst();
  return left !== undefined;
}

async function hasOne(tx: Tx, routeId: string, { id, number_hash: numberHash }: CallbackRow): Promise<boolean> {
  const other = await tx
    .selectFrom('callback')
    .select('id')
    .where('route_id', '=', routeId)
    .where('number_hash', '=', numberHash)
    .where('id', '!=', id)
    .where('waits_for', 'is', null)
    .where(stillOpen)
    .executeTakeFirst();
  return other !== undefined;
}

async function serves(tx: Tx, agentId: string, routeId: string): Promise<boolean> {
  const row = await tx.selectFrom('agent_route').select('agent_id').where('agent_id', '=', agentId).where('route_id', '=', routeId).executeTakeFirst();
  return row !== undefined;
}
