import type { IntervalHistogram } from 'node:perf_hooks';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Excel from 'exceljs';
import { sql } from 'kysely';
import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

const ROWS = 40_000;
const TIMES = 50;
const TEST_MS = 240_000;
/** Measured: 20 to 40 ms; 115 ms where ten times more threads want to run than there are cores. */
const MOST_LOOP_DELAY_MS = 250;

let centre: Centre;
let headers: Record<string, string>;
beforeAll(async () => {
  centre = await openCentre();
  headers = await centre.credentials('admin');
  await sql`insert into callback (id, route_id, number, number_hash, name, kind, origin, channel, status, started_at)
    select gen_random_uuid(), 'billing', '+8190' || lpad(n::text, 8, '0'), 'many-' || n, 'Many', 'asap', 'api', 'voice', 'scheduled', now()
    from generate_series(1, ${sql.lit(ROWS)}) n`.execute(centre.store.db);
}, TEST_MS);
afterAll(() => centre.close());

/** How long the API takes to say who is asking, in milliseconds. */
async function answerMs(): Promise<number> {
  const before = performance.now();
  const response = await fetch(`${centre.url}/v1/me`, { headers });
  await response.arrayBuffer();
  expect(response.status).toBe(200);
  return performance.now() - before;
}

async function manyAnswersMs(): Promise<number[]> {
  const took: number[] = [];
  while (took.length < TIMES) took.push(await answerMs());
  return took;
}

/** Asks one question after the other while the whole list is downloaded. */
async function besideADownload(): Promise<number[]> {
  const took: number[] = [];
  const asking = { isOver: false };
  const downloading = download().finally(() => {
    asking.isOver = true;
  });
  while (!asking.isOver) took.push(await answerMs());
  await downloading;
  return took;
}

/** Writes rows on the API's own thread, as considerate as that can be: every 100 rows others have their turn. */
async function writeOnThisThread(isEnough: (rows: number) => boolean): Promise<void> {
  const sheet = new Excel.stream.xlsx.WorkbookWriter({ stream: new PassThrough().resume(), useStyles: true }).addWorksheet('S');
  const cells = Array.from({ length: 20 }, (_, column) => `cell ${column}`);
  for (let row = 0; !isEnough(row); row += 1) {
    sheet.addRow(cells).commit();
    if (row % 100 === 99) await nextTurn();
  }
}

async function besideAWorkbookOnThisThread(): Promise<number[]> {
  const asking = { isOver: false };
  const writing = writeOnThisThread(() => asking.isOver);
  const took = await manyAnswersMs();
  asking.isOver = true;
  await writing;
  return took;
}

/** For how long the event loop could not turn to anybody else, in milliseconds. */
async function busyMs(work: () => Promise<void>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await work();
  return performance.eventLoopUtilization(before).active;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Downloads the whole list; every row of it has to be there. */
async function download(): Promise<void> {
  const response = await fetch(`${centre.url}/v1/callbacks.xlsx`, { headers });
  await response.arrayBuffer();
  const [entry] = await readAudit(centre.store.db, { subject: 'callbacks', limit: 1 });
  expect(entry?.after).toMatchObject({ state: 'complete', rows: ROWS });
}

/** How long answers take by themselves, beside a workbook on the API's thread, and beside a download: one after the other. */
async function round(delay: IntervalHistogram): Promise<{ alone: number; control: number; beside: number; answers: number }> {
  const alone = median(await manyAnswersMs());
  const control = median(await besideAWorkbookOnThisThread());
  delay.enable();
  const beside = await besideADownload();
  delay.disable();
  return { alone, control, beside: median(beside), answers: beside.length };
}

describe('while many callbacks are downloaded', () => {
  /*
   * How much slower an answer is depends on who else works on the machine. So does how much slower it would be with a workbook written
   * on the API's thread: measured in the same minute, that is the yardstick. Others come and go, and only ever make an answer slower:
   * each is taken from its quietest round.
   */
  test('who asks for something else hardly feels it', async () => {
    const delay = monitorEventLoopDelay();
    const rounds = [await round(delay), await round(delay), await round(delay)];
    const quietest = (of: 'alone' | 'control' | 'beside') => Math.min(...rounds.map((measured) => measured[of]));
    for (const { answers } of rounds) expect(answers).toBeGreaterThan(20);
    expect(quietest('beside') - quietest('alone')).toBeLessThan((quietest('control') - quietest('alone')) / 2);
    expect(delay.percentile(99) / 1e6).toBeLessThan(MOST_LOOP_DELAY_MS);
  }, TEST_MS);

  test('the API’s event loop has time for others', async () => {
    const control = await busyMs(() => writeOnThisThread((rows) => rows === ROWS));
    const busy = await busyMs(download);
    expect(busy).toBeLessThan(control / 2);
  }, TEST_MS);
});
