import { finder } from '../../domain/reading.ts';
import { readAgents } from '../../store/agent/agents.ts';
import { agentsWithSomethingInHand } from '../../store/call/live-calls.ts';
import { presences } from '../../store/agent/presence.ts';
import { readRoutes } from '../../store/route/routes.ts';
import { endpoint } from '../endpoint.ts';
import { readDirectory } from '../operations/call.ts';

/** Agents and routes whose name has every word that is searched for, whatever the width, case and kana it is written in. */
export const readDirectoryEndpoint = endpoint(readDirectory)(async ({ deps, caller, query: { search, limit } }) => {
  const { db } = deps.store;
  const [all, routes, busy] = await Promise.all([readAgents(db), readRoutes(db, { current: true }), agentsWithSomethingInHand(db)]);
  const agents = all.filter(({ id, disabled, endpoint: telephone }) => id !== caller.id && !disabled && telephone !== null);
  const standing = await presences(db, agents.map(({ id }) => id));
  const isFound = finder(search);
  const views = agents.map(({ id, name, routeIds }) => {
    const presence = standing.get(id)?.presence ?? 'offline';
    const served = routes.filter((route) => routeIds.includes(route.id)).map((route) => ({ id: route.id, name: route.name }));
    return { id, name, presence, canBeAsked: presence !== 'offline' && !busy.has(id), routes: served };
  });
  const readyOn = (routeId: string): number => views.filter(({ presence, canBeAsked, routes: served }) => canBeAsked && presence === 'ready' && served.some(({ id }) => id === routeId)).length;
  const found = views.filter(({ name }) => isFound([name])).toSorted((a, b) => Number(b.canBeAsked) - Number(a.canBeAsked) || a.name.localeCompare(b.name));
  const foundRoutes = routes.filter(({ name }) => isFound([name])).map(({ id, name }) => ({ id, name, readyAgents: readyOn(id) }));
  return { status: 200, body: { agents: found.slice(0, limit), routes: foundRoutes.slice(0, limit) } };
});
