/**
 * `npm run bench`: what a lifecycle costs, from one run on one server. `-- --lifecycles 200 --concurrency 16 --offers 100` asks for
 * other sizes; `--json FILE` keeps the figures, to compare two runs.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exitWith, Problem } from '../../tools/problem.mjs';
import { createProgress } from '../../tools/progress.mjs';
import { CUSTOMERS, openCentre } from './centre.ts';
import { startEmptyWorkflows } from './empty.ts';
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

function readSizes(): Sizes & { json: string | undefined } {
  const options = { lifecycles: { type: 'string' }, concurrency: { type: 'string' }, offers: { type: 'string' }, json: { type: 'string' } } as const;
  const { values } = parse(() => parseArgs({ options }));
  const count = (text: string | undefined, usual: number, most: number) => {
    const number = Number(text ?? usual);
    if (!Number.isInteger(number) || number < 1 || number > most) throw new Problem(`Sizes are whole numbers from 1 to ${most}.`);
    return number;
  };
  return {
    lifecycles: count(values.lifecycles, 100, 100_000),
    concurrency: count(values.concurrency, 16, CUSTOMERS.length),
    offers: count(values.offers, 100, 100_000),
    json: values.json,
  };
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
  const { json, ...sizes } = readSizes();
  const figures = await measure(sizes);
  process.stdout.write(`\n${report(figures)}\n`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
}

await main().catch(exitWith);
