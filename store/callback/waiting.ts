import type { Wanted } from '../../domain/due.ts';
import type { Db } from '../tables.ts';

/** A callback that waits, and what its due time follows from. */
export interface Waiting {
  readonly id: string;
  readonly wanted: Wanted;
}

/** The next callbacks of a route that wait, after the one of this id; an empty page is the end. */
export async function waitingPage(db: Db, routeId: string, afterId: string | null, limit: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('callback')
    .select(['id', 'kind', 'requested_at', 'desired_at', 'due_at', 'attempt'])
    .where('route_id', '=', routeId)
    .where('status', 'in', ['scheduled', 'queued'])
    .$if(afterId !== null, (query) => query.where('id', '>', String(afterId)))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, kind, requested_at, desired_at, due_at, attempt }) => ({
    id,
    wanted: {
      kind,
      requestedAt: requested_at.toISOString(),
      desiredAt: desired_at?.toISOString() ?? null,
      windowEndsAt: null,
      // After an attempt it waits for the time that was planned then.
      notBefore: attempt > 0 ? (due_at?.toISOString() ?? null) : null,
    },
  }));
}
