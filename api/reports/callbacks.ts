import { DateTime } from 'luxon';
import type * as z from 'zod';
import type { Language } from '../../domain/glossary/index.ts';
import { labelOf } from '../../domain/glossary/label.ts';
import { isSelfDistributor } from '../../domain/words.ts';
import type { callbackRow } from '../schemas/callbacks.ts';
import type { Cell, Column, WorkbookSpec } from './workbook.ts';
import { ROWS_PER_SHEET } from './workbook.ts';
import type { ColumnName } from './words.ts';
import { COLUMNS, REPORT_WORDS } from './words.ts';

type Row = z.output<typeof callbackRow>;

const INSTANTS: readonly ColumnName[] = ['requestedAt', 'desiredAt', 'dueAt', 'windowEndsAt', 'endedAt'];
const WIDTHS: Partial<Record<ColumnName, number>> = { number: 17, name: 22, lastNote: 60, id: 38, timeZone: 20 };

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

/** One callback as a row of the workbook, with its times on the clock of `timeZone`. */
export function callbackCells(row: Row, language: Language, timeZone: string): Cell[] {
  return COLUMNS.map((name) => {
    const value = valueOf(name, row, language);
    if (typeof value !== 'string') return value;
    return INSTANTS.includes(name) ? wallClock(value, timeZone) : clean(value);
  });
}

function valueOf(name: ColumnName, row: Row, language: Language): string | number | null {
  const words = REPORT_WORDS[language];
  const shown: Partial<Record<ColumnName, string | number | null>> = {
    route: row.route.name,
    assignee: row.assignee?.name ?? null,
    distributor: isSelfDistributor(row.distributor) ? words.distributor[row.distributor] : (row.distributor?.name ?? null),
    disposition: row.disposition && labelOf(row.disposition.label, language, row.disposition.code),
    lastOutcome: row.lastOutcome && words.outcome[row.lastOutcome],
    status: words.status[row.status],
    kind: words.kind[row.kind],
    origin: words.origin[row.origin],
    channel: words.channel[row.channel],
  };
  return name in shown ? (shown[name] ?? null) : plain(row, name);
}

/** A value that is shown as it is. */
function plain(row: Row, name: ColumnName): string | number | null {
  const value = row[name];
  return typeof value === 'object' ? null : value;
}

/** Excel's dates have no zone: the instant whose UTC fields are what the clock in that zone shows. */
export function wallClock(instant: string, timeZone: string): Date {
  return DateTime.fromISO(instant, { zone: timeZone }).setZone('utc', { keepLocalTime: true }).toJSDate();
}

/** XML has no place for these two, and Excel refuses a file with them. */
function clean(text: string): string {
  return text.replaceAll(/[\uFFFE\uFFFF]/g, '').slice(0, LONGEST_TEXT);
}
