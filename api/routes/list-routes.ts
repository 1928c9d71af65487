import { readRoutes } from '../../store/route/routes.ts';
import { endpoint } from '../endpoint.ts';
import { listRoutes } from '../operations/desk.ts';
import { routeView } from '../views/route.ts';

export const listRoutesEndpoint = endpoint(listRoutes)(async ({ deps }) => {
  const now = new Date().toISOString();
  const routes = await readRoutes(deps.store.db, { current: true });
  return { status: 200, body: { items: routes.map((route) => routeView(route, now)) } };
});
