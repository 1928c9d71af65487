/**
 * Writes a workbook of so many callbacks into nothing, in a process of its own whose memory nothing else fills: as the product does,
 * or by a bare loop of exceljs. Says as JSON how many rows a second that were, and how much memory it took at most.
 */
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { exportCallbacks } from '../../../store/callback/callbacks.ts';
import { callbackCells, callbackWorkbook } from '../../../api/reports/callbacks.ts';
import type { Cell } from '../../../api/reports/workbook.ts';
import { streamWorkbook } from '../../../api/reports/workbook.ts';
import { contextKeeper } from '../../../api/views/row.ts';
import type { Store } from '../../../store/open.ts';
import { open } from '../../../store/open.ts';
import type { Exported } from './export.ts';
import { TIME_ZONE } from './seeded.ts';

/** The bare loop writes the same pages again and again: holding all of them would be its memory, not exceljs's. */
const PAGES_AGAIN = 20;

async function* pagesOf({ db }: Store): AsyncGenerator<Cell[][]> {
  const cells = callbackCells('ja', TIME_ZONE);
  const contextOf = contextKeeper(db);
  for await (const rows of exportCallbacks(db, {})) {
    const context = await contextOf(rows);
    yield rows.map((row) => cells(row, context));
  }
}

async function asTheProduct(store: Store): Promise<number> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return streamWorkbook({ spec: callbackWorkbook('ja'), pages: pagesOf(store) }, nowhere, new AbortController().signal);
}

async function bare(pages: readonly Cell[][][], rows: number): Promise<number> {
  const worker = new Worker(new URL('./bare-exceljs.mjs', import.meta.url), { workerData: { spec: callbackWorkbook('ja'), pages, rows }, execArgv: [] });
  const [written] = (await once(worker, 'message')) as [number];
  return written;
}

async function somePages(store: Store): Promise<Cell[][][]> {
  const pages: Cell[][][] = [];
  for await (const page of pagesOf(store)) if (pages.push(page) === PAGES_AGAIN) break;
  return pages;
}

const [kind, url, rows] = process.argv.slice(2);
const store = await open({ url: String(url) });
const pages = kind === 'bare' ? await somePages(store) : [];
const begunMs = performance.now();
const written = kind === 'bare' ? await bare(pages, Number(rows)) : await asTheProduct(store);
const seconds = (performance.now() - begunMs) / 1000;
const said: Exported = { rows: written, rowsPerSecond: written / seconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(`${JSON.stringify(said)}\n`);
await store.close();
