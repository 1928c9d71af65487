import type { Language } from '../../domain/glossary/index.ts';
import { labelOf } from '../../domain/glossary/label.ts';
import { isSelfDistributor } from '../../domain/words.ts';
import type { ListedRow } from '../../store/callback/callbacks.ts';
import { filedView } from '../views/route.ts';
import type { Context } from '../views/row.ts';
import { dispositionsOf } from '../views/row.ts';
import { wallClock } from './clock.ts';
import type { Cell, Column, WorkbookSpec } from './workbook.ts';
import { ROWS_PER_SHEET } from './workbook.ts';
import type { ColumnName } from './words.ts';
import { COLUMNS, REPORT_WORDS } from './words.ts';

const INSTANTS: readonly ColumnName[] = ['requestedAt', 'desiredAt', 'dueAt', 'windowEndsAt', 'endedAt'];
const WIDTHS: Partial<Record<ColumnName, number>> = { number: 17, name: 22, contact: 22, lastNote: 60, id: 38, timeZone: 20 };

/** Excel holds no more in a cell. */
const LONGEST_TEXT = 32_767;

/** The workbook of the list of callbacks, in one language. */
export function callbackWorkbook(language: Language): WorkbookSpec {
  const words = REPORT_WORDS[language];
  return {
    sheetName: words.sheet,
    columns: COLUMNS.map((name) => ({ heading: words.headings[name], width: WIDTHS[name] ?? 18, type: typeOf(name) })),
    dateFormat: language === 'ja' ? 'yyyy/mm/dd hh:mm' : 'yyyy-mm-dd hh:mm',
    rowsPerSheet: ROWS_PER_SHEET,
  };
}

function typeOf(name: ColumnName): Column['type'] {
  if (name === 'attemptsPlaced') return 'number';
  return INSTANTS.includes(name) ? 'instant' : 'text';
}

/** Makes rows of the workbook, with their times on the clock of `timeZone`. */
export function callbackCells(language: Language, timeZone: string): (row: ListedRow, context: Context) => Cell[] {
  const words = REPORT_WORDS[language];
  const clock = wallClock(timeZone);
  const at = (instant: Date | null) => instant && clock(instant);
  const nameOf = (id: string | null, { names }: Context) => id && (names.get(id) ?? id);
  const cells: Readonly<Record<ColumnName, (row: ListedRow, context: Context) => Cell>> = {
    route: ({ route_id }, { routes }) => routes.get(route_id)?.name ?? route_id,
    status: ({ status }) => words.status[status],
    number: ({ number }) => number,
    name: ({ name }) => name,
    contact: ({ contact_id }, { contacts }) => contact_id && (contacts.get(contact_id)?.name ?? null),
    kind: ({ kind }) => words.kind[kind],
    origin: ({ origin }) => words.origin[origin],
    channel: ({ channel }) => words.channel[channel],
    requestedAt: (row) => clock(row.requested_at),
    desiredAt: (row) => at(row.desired_at),
    dueAt: (row) => at(row.due_at),
    windowEndsAt: (row) => at(row.window_ends_at),
    timeZone: (row) => row.time_zone,
    assignee: (row, context) => nameOf(row.assignee_id, context),
    distributor: ({ distributor }, context) => (isSelfDistributor(distributor) ? words.distributor[distributor] : nameOf(distributor, context)),
    attemptsPlaced: (row) => row.attempts_placed,
    lastOutcome: ({ last_outcome }) => last_outcome && words.outcome[last_outcome],
    disposition: (row, context) => dispositionWord(row, context, language),
    endedAt: (row) => at(row.ended_at),
    lastNote: ({ id }, { notes }) => notes.get(id)?.text.slice(0, LONGEST_TEXT) ?? null,
    id: ({ id }) => id,
  };
  const inOrder = COLUMNS.map((name) => cells[name]);
  return (row, context) => inOrder.map((cell) => cell(row, context));
}

function dispositionWord(row: ListedRow, context: Context, language: Language): string | null {
  const filed = filedView(row.disposition, dispositionsOf(row, context));
  return filed && labelOf(filed.label, language, filed.code);
}
