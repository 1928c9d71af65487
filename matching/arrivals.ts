import { distribute } from '../domain/distribution.ts';
import { anythingArrives, settleArrivals, takeArrivals, takersOnArrival } from '../store/callback/arrivals.ts';
import type { Store } from '../store/open.ts';
import { oneAtATime } from './lock.ts';

/** Taken at a time: enough for a busy minute, few enough that matching never waits long for the lock. */
const BATCH = 500;

/**
 * Distributes what has arrived on the routes that say so, evenly by what their agents carry already; one process at a time, so that
 * no two of them count the same load. Answers how many callbacks were looked at.
 */
export async function distributeArrivals(store: Store): Promise<number> {
  if (!(await anythingArrives(store.db))) return 0;
  let looked = 0;
  for (;;) {
    const taken = await store.db.transaction().execute(async (tx) => {
      await oneAtATime(tx);
      const arrivals = await takeArrivals(tx, BATCH);
      const open = arrivals.filter(({ assigneeId }) => assigneeId === null);
      const takers = await takersOnArrival(tx, [...new Set(open.map(({ routeId }) => routeId))]);
      const dealt = distribute(open.map(({ routeId }) => routeId), takers, { levelled: true });
      const agents = new Map(open.map(({ id }, index) => [id, dealt[index] ?? null]));
      await settleArrivals(tx, arrivals.map((row) => ({ row, agentId: agents.get(row.id) ?? null })));
      return arrivals.length;
    });
    looked += taken;
    if (taken < BATCH) return looked;
  }
}
