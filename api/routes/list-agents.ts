import { loads, readAgents } from '../../store/agent/agents.ts';
import { presences } from '../../store/agent/presence.ts';
import { readRoutes } from '../../store/route/routes.ts';
import { readTeams } from '../../store/agent/teams.ts';
import { endpoint } from '../endpoint.ts';
import { listAgents } from '../operations/desk.ts';
import { presenceView } from '../views/presence.ts';

export const listAgentsEndpoint = endpoint(listAgents)(async ({ deps }) => {
  const { db } = deps.store;
  const agents = await readAgents(db);
  const ids = agents.map(({ id }) => id);
  const [standing, load, routes, teams] = await Promise.all([presences(db, ids), loads(db), readRoutes(db), readTeams(db)]);
  const items = agents.flatMap(({ id, name, mayPhone, disabled, languages, routeIds }) => {
    const presence = standing.get(id);
    if (!presence) return [];
    const served = routes.filter((route) => routeIds.includes(route.id)).map(named);
    const theirTeams = teams.filter(({ agentIds }) => agentIds.includes(id)).map(named);
    return [{ id, name, mayPhone, disabled, languages: [...languages], routes: served, teams: theirTeams, ...presenceView(presence), load: load.get(id) ?? 0 }];
  });
  return { status: 200, body: { items } };
});

function named({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}
