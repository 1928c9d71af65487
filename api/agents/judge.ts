import { parseEndpoint } from '../../domain/endpoint.ts';
import type { Route } from '../../domain/route.ts';
import { email as emailSchema, role as roleSchema } from '../schemas/agents.ts';
import { languageTag, someText } from '../schemas/common.ts';
import type { Account } from './account.ts';
import type { Column, Names } from './columns.ts';
import { listIn, yesOrNo } from './columns.ts';
import type { RowProblem } from './row-problems.ts';
import { countryFor } from './wish.ts';

/** What rows are judged by. */
export interface World {
  readonly routes: readonly Route[];
  readonly routeNames: Names;
  readonly teamNames: Names;
}

/** The cells of a row by their column; a column that the table has not is missing. */
export type Cells = Partial<Record<Column, string>>;

/** The address of a row as accounts have it; null: it is none. */
export function emailIn({ email = '' }: Cells): string | null {
  const parsed = emailSchema.safeParse(email.normalize('NFKC'));
  return parsed.success ? parsed.data : null;
}

/** The account that a row describes, and all that is wrong with it. Missing columns, and an empty role or right, leave what is there. */
export function judge(cells: Cells, before: Account, world: World): { after: Account; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const wrong = (column: Column, code: RowProblem['code'], value: string | null = null) => void problems.push({ column, code, value });
  const after = {
    ...before,
    ...nameIn(cells, before, wrong),
    ...rightsIn(cells, before, wrong),
    ...listsIn(cells, before, world, wrong),
  };
  return { after: { ...after, endpoint: endpointIn(cells, after, world, wrong) }, problems };
}

type Wrong = (column: Column, code: RowProblem['code'], value?: string | null) => void;

function nameIn(cells: Cells, before: Account, wrong: Wrong): Pick<Account, 'name'> {
  const name = cells.name?.trim() ?? before.name;
  if (!someText(100).safeParse(name).success) wrong('name', 'bad_name');
  return { name };
}

function rightsIn(cells: Cells, before: Account, wrong: Wrong): Pick<Account, 'role' | 'mayPhone'> {
  const role = cells.role ? roleSchema.safeParse(cells.role.toLowerCase()).data : before.role;
  if (role === undefined) wrong('role', 'bad_role');
  const usual = before.name === '' ? role !== 'administrator' : before.mayPhone;
  const mayPhone = cells.may_phone ? yesOrNo(cells.may_phone) : usual;
  if (mayPhone === null) wrong('may_phone', 'bad_yes_or_no');
  return { role: role ?? before.role, mayPhone: mayPhone ?? usual };
}

function listsIn(cells: Cells, before: Account, { routeNames, teamNames }: World, wrong: Wrong): Pick<Account, 'languages' | 'routeIds' | 'teamIds'> {
  const languages = cells.languages === undefined ? before.languages : listIn(cells.languages);
  for (const tag of languages) if (!languageTag.safeParse(tag).success) wrong('languages', 'bad_language', tag);
  const named = (column: 'routes' | 'teams', names: Names, kept: readonly string[], code: RowProblem['code']) => {
    if (cells[column] === undefined) return kept;
    return listIn(cells[column]).flatMap((text) => {
      const id = names.read(text);
      if (id === null) wrong(column, code, text);
      return id ?? [];
    });
  };
  return {
    languages,
    routeIds: named('routes', routeNames, before.routeIds, 'unknown_route'),
    teamIds: named('teams', teamNames, before.teamIds, 'unknown_team'),
  };
}

function endpointIn({ endpoint }: Cells, { id, endpoint: before, routeIds }: Account, { routes }: World, wrong: Wrong): string | null {
  if (endpoint === undefined || endpoint === before) return before;
  if (endpoint === '') return null;
  const parsed = parseEndpoint(endpoint, countryFor(routeIds, routes), id);
  if (!parsed.ok) wrong('endpoint', 'bad_endpoint');
  return parsed.ok ? parsed.endpoint : before;
}
