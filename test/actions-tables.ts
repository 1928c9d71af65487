import { readFileSync } from 'node:fs';

/** docs/actions.md as it is. */
export const ACTIONS_DOCUMENT = readFileSync(new URL('../docs/actions.md', import.meta.url), 'utf8');

/** The cells of one line of a table, as they are written. */
export type Cells = readonly string[];

/** What the tables of docs/actions.md are known by: the heads of their first columns. */
export type TableHead = 'action' | 'where it is otherwise' | 'about it' | 'plan' | 'what happens';

const isLine = (line: string | undefined) => line?.startsWith('| ') ?? false;
const cellsOf = (line: string) => line.split('|').slice(1, -1).map((cell) => cell.trim());

/** @throws where there is no such table, so that none is held by a test of nothing */
export function tableOf(head: TableHead): readonly Cells[] {
  const lines = ACTIONS_DOCUMENT.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`| ${head} |`)) + 2;
  const rows = lines.slice(first, first + lines.slice(first).findIndex((line) => !isLine(line)));
  if (first < 2 || rows.length === 0) throw new Error(`docs/actions.md has no table of: ${head}`);
  return rows.map(cellsOf);
}

/** A cell without its backticks. */
export const bare = (cell = ''): string => cell.replaceAll('`', '');

/** What stands in backticks. */
export const quoted = (text = ''): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
