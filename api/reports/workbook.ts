import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';

/** Excel's limit of 1,048,576, less the headings. */
export const ROWS_PER_SHEET = 1_048_575;

export interface Column {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly type: 'text' | 'number' | 'instant';
}

/** What a workbook looks like before its first row. */
export interface WorkbookSpec {
  readonly sheetName: string;
  readonly columns: readonly Column[];
  /** Excel's number format of instants. */
  readonly dateFormat: string;
  readonly rowsPerSheet: number;
}

/** A text, a number, an instant (see `wallClock`), or nothing. Never an object: Excel would take one for a formula. */
export type Cell = string | number | Date | null;

/** What was asked for, on a sheet of its own at the end. */
export interface Conditions {
  readonly sheetName: string;
  readonly headings: readonly [string, string];
  readonly rows: readonly (readonly [string, string | number])[];
}

/** What a workbook is made of: its look, its rows, and what is said at the end, once the rows are written. */
export interface Workbook {
  readonly spec: WorkbookSpec;
  /** At most 500 rows each. */
  readonly pages: AsyncIterable<Cell[][]>;
  readonly conditions?: (rows: number) => Conditions;
  /** Hears how many rows are written so far. */
  readonly wrote?: (rows: number) => void;
}

interface Said {
  readonly chunk?: Uint8Array;
  readonly ready?: boolean;
  readonly done?: boolean;
}

/** Pages that may be with the writer at once: it works on one while the next is read. */
const PAGES_UNDER_WAY = 2;

/**
 * Streams a workbook to `out`, asking for the next page of rows only when one before is written and `out` has taken it.
 *
 * @returns how many rows it has, when everything is written; `out` is not ended
 * @throws when the pages fail; and when `signal` aborts, which stops everything at once
 */
export async function streamWorkbook({ spec, pages, conditions, wrote }: Workbook, out: Writable, signal: AbortSignal): Promise<number> {
  const worker = new Worker(new URL('./workbook-worker.mjs', import.meta.url), { workerData: spec, execArgv: [] });
  const answers = answersOf(worker, signal);
  worker.on('message', ({ chunk }: Said) => {
    if (chunk && !signal.aborted) out.write(chunk);
  });
  const underWay: number[] = [];
  let rows = 0;
  const oneWritten = async () => {
    await answers.next();
    rows += underWay.shift() ?? 0;
    wrote?.(rows);
    if (out.writableNeedDrain) await once(out, 'drain', { signal });
  };
  try {
    for await (const page of pages) {
      worker.postMessage({ rows: page });
      underWay.push(page.length);
      if (underWay.length >= PAGES_UNDER_WAY) await oneWritten();
    }
    while (underWay.length > 0) await oneWritten();
    worker.postMessage({ conditions: conditions?.(rows) });
    await answers.next();
    return rows;
  } finally {
    answers.stop();
    await worker.terminate();
  }
}

/** The writer's answers in their order, however early they come: `ready` for each page, `done` at the end. */
function answersOf(worker: Worker, signal: AbortSignal) {
  const state = { heard: 0, failure: null as Error | null, wake: (): void => undefined };
  const fail = (error: Error) => {
    state.failure ??= error;
    state.wake();
  };
  const gone = () => fail(new Error('The reader has gone.', { cause: signal.reason }));
  worker.on('message', (said: Said) => {
    if (said.ready || said.done) state.heard += 1;
    state.wake();
  });
  worker.on('error', fail);
  signal.addEventListener('abort', gone);
  if (signal.aborted) gone();
  const next = async (): Promise<void> => {
    while (state.heard === 0 && state.failure === null) {
      await new Promise<void>((resolve) => {
        state.wake = resolve;
      });
    }
    if (state.failure !== null) throw state.failure;
    state.heard -= 1;
  };
  return { next, stop: () => signal.removeEventListener('abort', gone) };
}
