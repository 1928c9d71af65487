import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from '../statistics.ts';

const run = promisify(execFile);
const CHILD = new URL('./export-child.ts', import.meta.url).pathname;

/** What one process wrote. */
export interface Exported {
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** The most memory it ever had (RSS). */
  readonly peakBytes: number;
}

/** One way of writing a workbook, in medians. */
export type Pace = Pick<Exported, 'rowsPerSecond' | 'peakBytes'>;

/** The product's export and the bare loop, by turns. */
export async function measureExport(url: string, rows: number, rounds: number): Promise<{ readonly product: Pace; readonly bare: Pace }> {
  const took = { product: [] as Exported[], bare: [] as Exported[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? (['product', 'bare'] as const) : (['bare', 'product'] as const)) took[kind].push(await write(kind, url, rows));
  }
  return { product: paceOf(took.product), bare: paceOf(took.bare) };
}

async function write(kind: 'product' | 'bare', url: string, rows: number): Promise<Exported> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', CHILD, kind, url, String(rows)]);
  const exported = JSON.parse(stdout) as Exported;
  if (exported.rows !== rows) throw new Error(`${exported.rows} rows were written, of ${rows}.`);
  return exported;
}

function paceOf(exported: readonly Exported[]): Pace {
  return { rowsPerSecond: median(exported.map(({ rowsPerSecond }) => rowsPerSecond)), peakBytes: median(exported.map(({ peakBytes }) => peakBytes)) };
}
