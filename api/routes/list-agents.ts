import { loads, readAgents } from '../../store/agents.ts';
import { presences } from '../../store/presence.ts';
import { readRoutes } from '../../store/routes.ts';
import { endpoint } from '../endpoint.ts';
import { listAgents } from '../operations/desk.ts';
import { presenceView } from '../views/presence.ts';

export const listAgentsEndpoint = endpoint(listAgents)(async ({ deps }) => {
  const { db } = deps.store;
  const agents = await readAgents(db);
  const [standing, load, routes] = await Promise.all([presences(db, agents.map(({ id }) => id)), loads(db), readRoutes(db)]);
  const items = agents.flatMap(({ id, name, mayPhone, languages, routeIds }) => {
    const presence = standing.get(id);
    if (!presence) return [];
    const theirs = routes.filter((route) => routeIds.includes(route.id)).map((route) => ({ id: route.id, name: route.name }));
    return [{ id, name, mayPhone, languages: [...languages], routes: theirs, ...presenceView(presence), load: load.get(id) ?? 0 }];
  });
  return { status: 200, body: { items } };
});
