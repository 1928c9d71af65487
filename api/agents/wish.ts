import { parseEndpoint } from '../../domain/endpoint.ts';
import { countryOf } from '../../domain/numbers.ts';
import type { Route } from '../../domain/route.ts';
import { readRoutes } from '../../store/route/routes.ts';
import type { Db } from '../../store/tables.ts';
import { readTeams } from '../../store/agent/teams.ts';
import { malformedAt } from '../validate.ts';
import type { Account } from './account.ts';
import { softphoneOfTheirOwn } from './softphones.ts';

/** What is to be different about an account; what is left out stays. */
export type AccountWish = {
  readonly [K in 'name' | 'role' | 'mayPhone' | 'endpoint' | 'languages' | 'routeIds' | 'teamIds']?: Account[K] | undefined;
};

/**
 * The account as it is wished.
 *
 * @throws {HttpProblem} 400 at the field that names no telephone, route or team; 409 at a softphone that is somebody else's
 */
export async function asWished(tx: Db, before: Account, wish: AccountWish): Promise<Account> {
  const routes = await readRoutes(tx, { current: true });
  const teamIds = wish.teamIds && known(wish.teamIds, await readTeams(tx), '/teamIds', 'names a team that is not there');
  const routeIds = wish.routeIds && known(wish.routeIds, routes, '/routeIds', 'names a route that is not there');
  const { name, role, mayPhone, languages } = wish;
  const after: Account = {
    ...before,
    name: name?.trim() ?? before.name,
    role: role ?? before.role,
    mayPhone: mayPhone ?? before.mayPhone,
    endpoint: wish.endpoint === undefined ? before.endpoint : endpointIn(wish.endpoint, countryFor(routeIds ?? before.routeIds, routes), before.id),
    languages: languages ? [...new Set(languages)] : before.languages,
    routeIds: routeIds ?? before.routeIds,
    teamIds: teamIds ?? before.teamIds,
  };
  await softphoneOfTheirOwn(tx, before, after);
  return after;
}

function known(ids: readonly string[], all: readonly { readonly id: string }[], pointer: string, detail: string): string[] {
  const there = new Set(all.map(({ id }) => id));
  if (ids.some((id) => !there.has(id))) throw malformedAt(pointer, detail);
  return [...new Set(ids)];
}

function endpointIn(text: string | null, country: string | null, agentId: string): string | null {
  if (text === null || text.trim() === '') return null;
  const parsed = parseEndpoint(text, country, agentId);
  if (!parsed.ok) throw malformedAt('/endpoint', 'must be a telephone number, an address such as sip:desk-12@pbx.example.com, or client: for the softphone');
  return parsed.endpoint;
}

/** The country of numbers written without a country code: that of an agent's own routes, or else of any. */
export function countryFor(routeIds: readonly string[], routes: readonly Route[]): string | null {
  const own = routes.find(({ id }) => routeIds.includes(id)) ?? routes[0];
  return own ? countryOf(own.policy.callerId) : null;
}
