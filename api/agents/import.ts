import { setImmediate } from 'node:timers/promises';
import type { Actor } from '../../domain/words.ts';
import { readRoutes } from '../../store/route/routes.ts';
import type { Db } from '../../store/tables.ts';
import { readTeams } from '../../store/agent/teams.ts';
import type { Account } from './account.ts';
import { differences, readAccounts } from './account.ts';
import type { Column } from './columns.ts';
import { COLUMNS, COLUMN_OF, Names } from './columns.ts';
import type { CsvRow } from './csv.ts';
import type { Cells, World } from './judge.ts';
import { emailIn, judge } from './judge.ts';
import type { RowProblem } from './row-problems.ts';
import { sharedSoftphones } from './softphones.ts';

/** What a row would do. */
export interface JudgedRow {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly result: 'create' | 'change' | 'same' | 'error';
  /** The columns that differ from what is there. */
  readonly changes: readonly Column[];
  readonly problems: readonly RowProblem[];
  readonly before: Account | null;
  readonly after: Account | null;
}

/** The table cannot be read as one of agents: what is wrong with it as a whole. */
export class BadTable extends Error {
  override readonly name = 'BadTable';
  readonly code: 'no_email_column' | 'unknown_column' | 'column_twice' | 'too_many_rows';
  constructor(code: BadTable['code'], sentence: string) {
    super(sentence);
    this.code = code;
  }
}

const MOST_ROWS = 5_000;
/** Other requests are answered in between. */
const AT_A_TIME = 100;

/**
 * What each row of a table would do to the accounts as they are now.
 *
 * @param newId makes the id of a new account
 * @throws {BadTable}
 */
export async function judgeRows(db: Db, table: readonly CsvRow[], { actor, newId }: { actor: Actor; newId: () => string }): Promise<JudgedRow[]> {
  const [head, ...rows] = table;
  const columns = columnsOf(head?.cells ?? []);
  if (rows.length > MOST_ROWS) throw new BadTable('too_many_rows', `The table has ${rows.length} rows; at most ${MOST_ROWS} can be imported at a time.`);
  const [routes, teams, accounts] = [await readRoutes(db, { current: true }), await readTeams(db), await readAccounts(db)];
  const world: World = { routes, routeNames: new Names(routes), teamNames: new Names(teams) };
  const known = new Map(accounts.map((account) => [account.email, account]));
  const seen = new Set<string>();
  const judged: JudgedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
    if (row.cells.every((cell) => cell === '')) continue;
    const cells: Cells = Object.fromEntries(columns.map((column, at) => [column, row.cells[at] ?? '']));
    judged.push(judgeRow(row.line, cells, { known, seen, world, actor, newId }));
  }
  return withoutShared(judged, accounts);
}

/** Two rows may hand a softphone on from one to the other: what counts is how the whole table leaves it. */
function withoutShared(judged: readonly JudgedRow[], accounts: readonly Account[]): JudgedRow[] {
  const shared = sharedSoftphones([...accounts, ...judged.flatMap(({ after }) => after ?? [])]);
  const problem: RowProblem = { column: 'endpoint', code: 'softphone_taken', value: null };
  return judged.map((row) => {
    const isTaken = row.after !== null && row.after.endpoint !== row.before?.endpoint && shared.has(row.after.endpoint ?? '');
    return isTaken ? { ...row, result: 'error', changes: [], problems: [problem], after: null } : row;
  });
}

function columnsOf(head: readonly string[]): Column[] {
  const names = head.map((cell) => cell.normalize('NFKC').toLowerCase().trim().replace(/[\s-]+/g, '_'));
  while (names.at(-1) === '') names.pop();
  for (const [index, name] of names.entries()) {
    if (!COLUMNS.some((column) => column === name)) throw new BadTable('unknown_column', `There is no column “${head[index]}”: the columns are ${COLUMNS.join(', ')}.`);
    if (names.indexOf(name) < index) throw new BadTable('column_twice', `The column “${name}” is there twice.`);
  }
  if (!names.includes('email')) throw new BadTable('no_email_column', 'The first row must name the columns, “email” among them.');
  return names as Column[];
}

interface Judging {
  readonly known: ReadonlyMap<string, Account>;
  readonly seen: Set<string>;
  readonly world: World;
  readonly actor: Actor;
  readonly newId: () => string;
}

function judgeRow(line: number, cells: Cells, { known, seen, world, actor, newId }: Judging): JudgedRow {
  const email = emailIn(cells);
  const there = email === null ? undefined : known.get(email);
  const before = there ?? { ...BLANK, id: newId(), email: email ?? '' };
  const { after, problems } = judge(cells, before, world);
  const more: RowProblem[] = [];
  if (email === null) more.push({ column: 'email', code: 'bad_email', value: null });
  else if (seen.has(email)) more.push({ column: 'email', code: 'email_twice', value: email });
  if (there && actor.type === 'user' && actor.id === there.id && after.role !== there.role) more.push({ column: 'role', code: 'own_role', value: null });
  if (email !== null) seen.add(email);
  const said = { line, email: email ?? cells.email ?? '', name: after.name, before: there ?? null };
  const all = [...more, ...problems];
  if (all.length > 0) return { ...said, result: 'error', changes: [], problems: all, after: null };
  if (!there) return { ...said, result: 'create', changes: [], problems: [], after };
  const changes = differences(there, after).flatMap((field) => (field === 'disabled' ? [] : [COLUMN_OF[field]]));
  return { ...said, result: changes.length > 0 ? 'change' : 'same', changes, problems: [], after };
}

const BLANK = { name: '', role: 'agent', disabled: false, isAgent: false, mayPhone: true, endpoint: null, languages: [], routeIds: [], teamIds: [] } as const;
