import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';

/*
 * Tables of text as spreadsheets write and read them. A cell that a spreadsheet would take for a formula has an apostrophe before
 * it, which is taken away again when it is read; so has one that had apostrophes before such a sign already.
 */

const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula. */
export function escapeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What was escaped, as it was; anything else stays. */
export function unescapeCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

const BOM = '\uFEFF';

/** Rows as UTF-8 with the mark by which Excel knows it. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return BOM + stringify(rows.map((row) => row.map(escapeCell)), { record_delimiter: 'windows' });
}

export const ENCODINGS = ['utf-8', 'cp932'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The bytes are text in none of the encodings that are read. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * Text in UTF-8, or else in Windows' Shift_JIS (CP932). Few texts are well-formed in both; whoever knows better says which.
 *
 * @throws {Unreadable}
 */
export function decode(bytes: Buffer, wish: Encoding | 'auto'): { text: string; encoding: Encoding } {
  for (const encoding of wish === 'auto' ? ENCODINGS : [wish]) {
    const text = encoding === 'utf-8' ? fromUtf8(bytes) : fromCp932(bytes);
    if (text !== null && !text.includes('\0')) return { text, encoding };
  }
  throw new Unreadable('The file is neither UTF-8 nor Shift_JIS.');
}

function fromUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fromCp932(bytes: Buffer): string | null {
  const text = iconv.decode(bytes, 'cp932');
  return text.includes('\uFFFD') ? null : text;
}

/** One row of a table, with the line it begins in; the first is 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a table, cells as they were before they were escaped; empty lines are left out.
 *
 * @throws {Unreadable} when quotes do not match
 */
export function readCsv(text: string): CsvRow[] {
  const bytes = Buffer.from(text);
  let [end, lines] = [0, 0];
  return parsed(bytes).map(({ record, info }) => {
    const written = bytes.toString('utf8', end, info.bytes);
    const begins = lines + 1 + newlines(/^[\r\n]*/.exec(written)?.[0] ?? '');
    end = info.bytes;
    lines += newlines(written);
    return { line: begins, cells: record.map(unescapeCell) };
  });
}

interface Parsed {
  readonly record: readonly string[];
  /** `bytes`: where the record ends. */
  readonly info: { readonly bytes: number };
}

function parsed(bytes: Buffer): Parsed[] {
  try {
    return parse(bytes, { info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as unknown as Parsed[];
  } catch (error) {
    throw new Unreadable(error instanceof Error ? error.message : String(error));
  }
}

function newlines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
