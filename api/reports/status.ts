import type * as z from 'zod';
import type { Language } from '../../domain/glossary/index.ts';
import { namesOf } from '../../store/callback/names.ts';
import type { Db } from '../../store/tables.ts';
import type { Caller } from '../auth/caller.ts';
import type { statusAnswer } from '../schemas/status.ts';
import { CONDITION_WORDS } from './condition-words.ts';
import type { Line } from './conditions.ts';
import { clockTime, given, routeNames } from './conditions.ts';
import { FIGURES, STATUS_WORDS } from './status-words.ts';
import type { Cell, Conditions, WorkbookSpec } from './workbook.ts';
import { ROWS_PER_SHEET } from './workbook.ts';

type Status = z.output<typeof statusAnswer>;
type Row = Pick<Status['rows'][number], (typeof FIGURES)[number]>;

/** The most rows the writer takes at once. */
const PAGE = 500;

/** The workbook of the processing status: periods as dates, counts and the rate in per cent as numbers. */
export function statusWorkbook(language: Language, { unit, groupBy }: Status): WorkbookSpec {
  const words = STATUS_WORDS[language];
  const separator = language === 'ja' ? '/' : '-';
  return {
    sheetName: words.sheet,
    columns: [
      { heading: words.period[unit], width: 14, type: 'instant' },
      ...(groupBy === 'none' ? [] : [{ heading: words.group[groupBy], width: 24, type: 'text' } as const]),
      ...FIGURES.map((name) => ({ heading: words.headings[name], width: 18, type: 'number' }) as const),
    ],
    dateFormat: (unit === 'day' ? ['yyyy', 'mm', 'dd'] : ['yyyy', 'mm']).join(separator),
    rowsPerSheet: ROWS_PER_SHEET,
  };
}

/** The rows as they stand on the screen, and the totals after them. */
export async function* statusPages(language: Language, { groupBy, rows, totals }: Status): AsyncGenerator<Cell[][]> {
  const words = STATUS_WORDS[language];
  const named = (name: string): Cell[] => (groupBy === 'none' ? [] : [name]);
  const cells = rows.map((row): Cell[] => [firstInstant(row.period), ...named(row.group?.name ?? words.nobody), ...figureCells(row)]);
  cells.push([words.total, ...named(''), ...figureCells(totals)]);
  for (let start = 0; start < cells.length; start += PAGE) yield cells.slice(start, start + PAGE);
}

function figureCells(row: Row): Cell[] {
  return FIGURES.map((name) => (name === 'rate' ? percent(row.rate) : row[name]));
}

/** With one decimal. */
function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10;
}

/** Excel's dates have no zone: the day itself, or the first of the month. */
function firstInstant(period: string): Date {
  return new Date(`${period.length > 7 ? period : `${period}-01`}T00:00:00Z`);
}

interface Searched {
  readonly route?: readonly string[] | undefined;
  readonly agent?: string | undefined;
  readonly team?: string | undefined;
}

interface Asked {
  readonly status: Status;
  readonly query: Searched;
  readonly caller: Caller;
  readonly language: Language;
  readonly now: Date;
}

/** The sheet that states who downloaded when, of what, how many rows came of it, and what each figure means. */
export async function statusConditions(db: Db, { status, query, caller, language, now }: Asked): Promise<(rows: number) => Conditions> {
  const words = STATUS_WORDS[language];
  const common = CONDITION_WORDS[language];
  const lines = await statusLines(db, { ...query, from: status.from, to: status.to }, language);
  const definitions = FIGURES.map((name) => [words.headings[name], words.definitions[name]] as const);
  return (rows) => ({
    sheetName: common.sheet,
    headings: common.headings,
    rows: [[common.by, caller.name], [common.at, clockTime(now.toISOString(), status.timeZone)], ...lines, [common.rows, rows], ...definitions],
  });
}

/** What was asked of the processing status, condition by condition. */
export async function statusLines(db: Db, asked: Searched & Pick<Status, 'from' | 'to'>, language: Language): Promise<Line[]> {
  const words = STATUS_WORDS[language];
  const { from, to, route, agent, team } = asked;
  return given([
    [words.from, from],
    [words.to, to],
    [words.group.route, await routeNames(db, route)],
    [words.group.agent, agent && ((await namesOf(db, [agent])).get(agent) ?? agent)],
    [CONDITION_WORDS[language].team, team && ((await db.selectFrom('team').select('name').where('id', '=', team).executeTakeFirst())?.name ?? team)],
  ]);
}
