import { setImmediate as nextTurn } from 'node:timers/promises';
import { dueTimesDiffer } from '../domain/due.ts';
import { changeDueTimes, changesOf } from '../domain/route-settings.ts';
import type { RouteSettings } from '../domain/route-settings.ts';
import type { StoredSettings } from '../store/route/route-settings.ts';
import type { Db } from '../store/tables.ts';
import type { Waiting } from '../store/callback/waiting.ts';
import { waitingPage } from '../store/callback/waiting.ts';

const PAGE = 500;
/** After this many, other requests have their turn. */
const AT_A_TIME = 50;

/** How many callbacks wait by a route's settings, and for how many of them the due time would be another by these. */
export async function impactOf(db: Db, { route, agentIds, waiting }: StoredSettings, settings: RouteSettings): Promise<{ waiting: number; dueTimesChanged: number }> {
  if (waiting === 0 || !changeDueTimes(changesOf({ ...route, agentIds }, settings))) return { waiting, dueTimesChanged: 0 };
  const differs = dueTimesDiffer(route.policy, settings.policy, new Date().toISOString());
  let dueTimesChanged = 0;
  let page: Waiting[] = [];
  do {
    page = await waitingPage(db, route.id, page.at(-1)?.id ?? null, PAGE);
    for (const [index, { wanted }] of page.entries()) {
      if (index % AT_A_TIME === 0) await nextTurn();
      if (differs(wanted)) dueTimesChanged += 1;
    }
  } while (page.length === PAGE);
  return { waiting, dueTimesChanged };
}
