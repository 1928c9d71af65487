import type * as z from 'zod';
import type { Account } from '../agents/account.ts';
import { loads } from '../../store/agent/agents.ts';
import { presences } from '../../store/agent/presence.ts';
import { readRoutes } from '../../store/route/routes.ts';
import type { Db } from '../../store/tables.ts';
import { readTeams } from '../../store/agent/teams.ts';
import type { account } from '../schemas/agents.ts';

export type AccountView = z.output<typeof account>;

/** Accounts as administrators see them. */
export async function accountViews(db: Db, accounts: readonly Account[]): Promise<AccountView[]> {
  const ids = accounts.map(({ id }) => id);
  const [standing, load, routes, teams] = await Promise.all([presences(db, ids), loads(db), readRoutes(db, { current: true }), readTeams(db)]);
  return accounts.map(({ routeIds, teamIds, languages, ...account }) => ({
    ...account,
    languages: [...languages],
    routes: namedIn(routes, routeIds),
    teams: namedIn(teams, teamIds),
    presence: standing.get(account.id)?.presence ?? 'offline',
    load: load.get(account.id) ?? 0,
  }));
}

function namedIn(all: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]) {
  return all.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
}
