/**
 * `npm run bench`: what a lifecycle costs, from one run on one server; how soon what an agent does reaches the telephone network, and
 * an offer the browser, over a bare update; and what lists, reports and exports cost over a statement written by hand.
 * `-- --lifecycles 200 --concurrency 16 --offers 100` asks for other sizes, `--agents 200 --calls 100` for other numbers of agents who
 * are signed in and of their calls, `--rows 1000,10000` for stores of so many callbacks (otherwise 100,000 and 1,000,000); `--only
 * lifecycles`, `--only controls` or `--only lists` for one of the three; `--data FOLDER` keeps the seeded stores, for the next run;
 * `--json FILE` keeps the figures, to compare two runs.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exitWith, Problem } from '../../tools/problem.mjs';
import { createProgress } from '../../tools/progress.mjs';
import { CUSTOMERS, openCentre } from './centre.ts';
import { measureControls } from './controls/controls.ts';
import type { ControlsWish } from './controls/figures.ts';
import { controlsReport } from './controls/report.ts';
import { startEmptyWorkflows } from './empty.ts';
import { measureLists, type ListsWish } from './lists/lists.ts';
import { listsReport } from './lists/report.ts';
import { measureHistories } from './history.ts';
import { measureOfferLatency } from './offer-latency.ts';
import { type Figures, report } from './report.ts';
import { countStatements } from './statements.ts';
import { measureThroughput } from './throughput.ts';

interface Sizes {
  readonly lifecycles: number;
  readonly concurrency: number;
  readonly offers: number;
}

const HISTORIES = 50;
const PARTS = ['lifecycles', 'controls', 'lists'] as const;

async function measure({ lifecycles, concurrency, offers }: Sizes): Promise<Figures> {
  const step = createProgress();
  const centre = await openCentre(concurrency, step);
  try {
    const empties = await step('preparing empty workflows', () => startEmptyWorkflows(centre.system));
    const statements = await countStatements(centre.system.store);
    const offerLatency = await step('offers', async (say) => {
      const latency = await measureOfferLatency(centre, empties, offers, say.now);
      say.done(`${offers} offers`);
      return latency;
    });
    const throughput = await step('lifecycles', async (say) => {
      const measured = await measureThroughput(centre, empties, statements, lifecycles, say.now);
      say.done(`${lifecycles} lifecycles`);
      return measured;
    });
    const history = await step('reading histories', () => measureHistories(centre.system, throughput.callbackIds.slice(-HISTORIES)));
    await empties.stop();
    return { lifecycles, concurrency, throughput, history, offerLatency };
  } finally {
    await centre.close();
  }
}

const OPTIONS = {
  lifecycles: { type: 'string' },
  concurrency: { type: 'string' },
  offers: { type: 'string' },
  agents: { type: 'string' },
  calls: { type: 'string' },
  rows: { type: 'string' },
  only: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'string' },
} as const;

interface Wish {
  /** null: not asked for. */
  readonly lifecycles: Sizes | null;
  readonly controls: ControlsWish | null;
  readonly lists: ListsWish | null;
  readonly json: string | undefined;
}

function readWish(): Wish {
  const { values } = parse(() => parseArgs({ options: OPTIONS }));
  const { only, data } = values;
  if (only !== undefined && !PARTS.some((part) => part === only)) throw new Problem(`--only is one of ${PARTS.join(', ')}.`);
  const isWanted = (part: (typeof PARTS)[number]) => only === undefined || only === part;
  const sizes = (values.rows ?? '100000,1000000').split(',').map((text) => count(text, 0, 10_000_000)).toSorted((a, b) => a - b);
  const lifecycles: Sizes = {
    lifecycles: count(values.lifecycles, 100, 100_000),
    concurrency: count(values.concurrency, 16, CUSTOMERS.length),
    offers: count(values.offers, 100, 100_000),
  };
  return {
    lifecycles: isWanted('lifecycles') ? lifecycles : null,
    controls: isWanted('controls') ? { agents: count(values.agents, 200, 1000), rounds: count(values.calls, 100, 10_000) } : null,
    lists: !isWanted('lists') ? null : { sizes, folder: data === undefined ? null : resolve(data), rounds: 25, exportRounds: 2 },
    json: values.json,
  };
}

function count(text: string | undefined, usual: number, most: number): number {
  const number = Number(text ?? usual);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new Problem(`Sizes are whole numbers from 1 to ${most}.`);
  return number;
}

/** What Node says of an option that does not exist is a sentence already. */
function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<void> {
  const { lifecycles, controls, lists, json } = readWish();
  const figures = lifecycles && (await measure(lifecycles));
  const controlFigures = controls && (await measureControls(controls, createProgress()));
  const listFigures = lists && (await measureLists(lists, createProgress()));
  const reports = [
    ...(figures ? [report(figures)] : []),
    ...(controlFigures ? [controlsReport(controlFigures)] : []),
    ...(listFigures ? [listsReport(listFigures)] : []),
  ];
  process.stdout.write(`\n${reports.join('\n\n')}\n`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...figures, controls: controlFigures, lists: listFigures }, null, 2)}\n`);
}

await main().catch(exitWith);
