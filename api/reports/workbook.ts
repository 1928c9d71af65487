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

interface Said {
  readonly chunk?: Uint8Array;
  readonly ready?: boolean;
  readonly done?: boolean;
}

/**
 * Streams a workbook to `out`, asking for the next page of rows only when the last one is written and `out` has taken it.
 *
 * @param pages at most 500 rows each
 * @returns when everything is written; `out` is not ended
 * @throws when the pages fail; and when `signal` aborts, which stops everything at once
 */
export async function streamWorkbook(spec: WorkbookSpec, pages: AsyncIterable<Cell[][]>, out: Writable, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./workbook-worker.mjs', import.meta.url), { workerData: spec, execArgv: [] });
  worker.on('message', ({ chunk }: Said) => {
    if (chunk && !signal.aborted) out.write(chunk);
  });
  try {
    for await (const rows of pages) {
      worker.postMessage({ rows });
      await answered(worker, 'ready', signal);
      if (out.writableNeedDrain) await once(out, 'drain', { signal });
    }
    worker.postMessage({});
    await answered(worker, 'done', signal);
  } finally {
    await worker.terminate();
  }
}

function answered(worker: Worker, word: 'ready' | 'done', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      worker.off('message', hear).off('error', fail);
      signal.removeEventListener('abort', abort);
      settle();
    };
    const hear = (said: Said) => {
      if (said[word]) finish(resolve);
    };
    const fail = (error: Error) => finish(() => reject(error));
    const abort = () => finish(() => reject(new Error('The reader has gone.', { cause: signal.reason })));
    worker.on('message', hear).once('error', fail);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}
