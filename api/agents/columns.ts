import type { Route } from '../../domain/route.ts';
import type { Team } from '../../store/agent/teams.ts';
import type { Account } from './account.ts';

/** The columns of the table of agents, in their order. */
export const COLUMNS = ['email', 'name', 'role', 'may_phone', 'endpoint', 'languages', 'routes', 'teams'] as const;
export type Column = (typeof COLUMNS)[number];

/** Which column shows which part of an account. */
export const COLUMN_OF = {
  name: 'name',
  role: 'role',
  mayPhone: 'may_phone',
  endpoint: 'endpoint',
  languages: 'languages',
  routeIds: 'routes',
  teamIds: 'teams',
} as const satisfies Partial<Record<keyof Account, Column>>;

const BETWEEN = ';';

/** Routes and teams as a table names them. */
export class Names {
  readonly #byId: ReadonlyMap<string, string>;
  readonly #byName = new Map<string, string[]>();

  constructor(all: readonly Pick<Route | Team, 'id' | 'name'>[]) {
    this.#byId = new Map(all.map(({ id, name }) => [id, name]));
    for (const { id, name } of all) this.#byName.set(name.trim(), [...(this.#byName.get(name.trim()) ?? []), id]);
  }

  /** By its name where that names nothing else, or else by its id. */
  write(id: string): string {
    const name = this.#byId.get(id)?.trim() ?? id;
    return !name.includes(BETWEEN) && name !== '' && this.read(name) === id ? name : id;
  }

  /** The id that is meant; null: none, or several. */
  read(text: string): string | null {
    if (this.#byId.has(text)) return text;
    const ids = this.#byName.get(text) ?? [];
    return ids.length === 1 ? (ids[0] ?? null) : null;
  }
}

/** An account as a row of the table. */
export function cellsOf(account: Account, names: { routes: Names; teams: Names }): string[] {
  const { email, name, role, mayPhone, endpoint, languages, routeIds, teamIds } = account;
  const routes = routeIds.map((id) => names.routes.write(id));
  const teams = teamIds.map((id) => names.teams.write(id));
  return [email, name, role, mayPhone ? 'yes' : 'no', endpoint ?? '', ...[languages, routes, teams].map((list) => list.join(BETWEEN))];
}

/** The parts of a list in one cell. */
export function listIn(cell: string): string[] {
  const parts = cell.split(/[;；]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

const YES = ['yes', 'true', '1', 'y', 'はい', '예'];
const NO = ['no', 'false', '0', 'n', 'いいえ', '아니요'];

/** Yes or no in whatever a person or a spreadsheet writes; null: neither. */
export function yesOrNo(cell: string): boolean | null {
  const word = cell.normalize('NFKC').toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}
