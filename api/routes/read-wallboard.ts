import { countPresences, countWaiting } from '../../store/report/wallboard.ts';
import { endpoint } from '../endpoint.ts';
import { readWallboard } from '../operations/status.ts';
import { iso } from '../views/row.ts';

export const readWallboardEndpoint = endpoint(readWallboard)(async ({ deps: { store }, query: { route, team } }) => {
  const search = { routeIds: route, teamId: team };
  const [{ oldestDueAt, ...counts }, agents] = await Promise.all([countWaiting(store.db, search), countPresences(store.db, search)]);
  return { status: 200, body: { serverTime: new Date().toISOString(), ...counts, oldestDueAt: iso(oldestDueAt), agents } };
});
