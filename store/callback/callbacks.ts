import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Route } from '../../domain/route.ts';
import { readRoute } from '../route/routes.ts';
import { LISTED } from '../search/listed.ts';
import type { ListedRow } from '../search/listed.ts';
import { isOf } from './same-customer.ts';
import { stillOpen } from './still-open.ts';
import type { CallbackRow, Db } from '../tables.ts';

export type { Search } from '../search/search.ts';
export type { ListedRow } from '../search/listed.ts';
export type { CallbackPage, PageWish } from '../search/pages.ts';
export { BadCursor } from '../search/cursor.ts';
export { exportCallbacks, searchCallbacks } from '../search/pages.ts';
export { assign } from './ownership.ts';

/** Null: there is no such callback. */
export async function readCallback(db: Db, id: string): Promise<CallbackRow | null> {
  const row = await db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

const SHOWN_WITHIN_MS = 3_000;

/**
 * Waits until a version of a callback that is being written can be read, which is in a moment. What it shows has been decided all the
 * same: who waits for a slow store is kept for three seconds at most.
 */
export async function untilShown(db: Db, id: string, version: number): Promise<void> {
  const giveUpAt = performance.now() + SHOWN_WITHIN_MS;
  for (let pauseMs = 10; performance.now() < giveUpAt; pauseMs = Math.min(2 * pauseMs, 200)) {
    await sleep(pauseMs);
    const row = await db.selectFrom('callback').select('version').where('id', '=', id).executeTakeFirst();
    if (row && row.version >= version) return;
  }
}

/** A callback and its route as both are now; null: there is no such callback. */
export async function routePolicyOf(db: Db, callbackId: string): Promise<{ callback: CallbackRow; route: Route } | null> {
  const callback = await readCallback(db, callbackId);
  if (!callback) return null;
  const route = await readRoute(db, callback.route_id);
  return route && { callback, route };
}

/** The open callbacks an agent is assigned or has in hand: the longest due first, those without a due time last. */
export async function myCallbacks(db: Db, agentId: string, limit = 500): Promise<ListedRow[]> {
  return db
    .selectFrom('callback')
    .select(LISTED)
    .where(stillOpen)
    .where((eb) => eb.or([eb('assignee_id', '=', agentId), eb('agent_id', '=', agentId)]))
    .orderBy(sql`coalesce(due_at, 'infinity')`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Other callbacks of the same number or the same contact, over all routes, the newest first. */
export async function earlierCallbacks(db: Db, { id, number_hash, contact_id }: Pick<CallbackRow, 'id' | 'number_hash' | 'contact_id'>, limit = 20): Promise<ListedRow[]> {
  return db
    .selectFrom('callback')
    .select(LISTED)
    .where(isOf(number_hash, contact_id))
    .where('id', '!=', id)
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}
