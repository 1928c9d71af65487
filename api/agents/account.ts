import { readAgents } from '../../store/agent/agents.ts';
import type { Db } from '../../store/tables.ts';
import { readTeams } from '../../store/agent/teams.ts';
import type { User } from '../auth/users.ts';
import { readUsers } from '../auth/users.ts';

/** Somebody who can sign in, with all that administrators decide of them. */
export interface Account extends User {
  /** Has a desk: there is a row for them in `agent`. */
  readonly isAgent: boolean;
  readonly mayPhone: boolean;
  readonly endpoint: string | null;
  readonly languages: readonly string[];
  readonly routeIds: readonly string[];
  readonly teamIds: readonly string[];
}

/** Everybody, by name; or the one of this id. */
export async function readAccounts(db: Db, id?: string): Promise<Account[]> {
  const users = await readUsers(db, id);
  const agents = new Map((await readAgents(db)).map((agent) => [agent.id, agent]));
  const teams = await readTeams(db);
  const teamsOf = new Map<string, string[]>();
  for (const { id: teamId, agentIds } of teams) for (const agentId of agentIds) teamsOf.set(agentId, [...(teamsOf.get(agentId) ?? []), teamId]);
  return users.map((user) => {
    const agent = agents.get(user.id);
    const { mayPhone, endpoint, languages, routeIds } = agent ?? NO_DESK;
    return { ...user, isAgent: agent !== undefined, mayPhone, endpoint, languages, routeIds, teamIds: teamsOf.get(user.id) ?? [] };
  });
}

const NO_DESK = { mayPhone: false, endpoint: null, languages: [], routeIds: [] } as const;

/** Of an account, what administrators change. */
export const CHANGEABLE = ['name', 'role', 'disabled', 'mayPhone', 'endpoint', 'languages', 'routeIds', 'teamIds'] as const satisfies readonly (keyof Account)[];
export type Changeable = (typeof CHANGEABLE)[number];

/** What is different between two states of an account. The order of routes and teams says nothing; that of languages does. */
export function differences(before: Account, after: Account): Changeable[] {
  return CHANGEABLE.filter((field) => said(field, before) !== said(field, after));
}

function said(field: Changeable, account: Account): string {
  const value = account[field];
  return JSON.stringify(Array.isArray(value) && field !== 'languages' ? value.toSorted((a, b) => (a < b ? -1 : 1)) : value);
}
