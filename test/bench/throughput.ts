import { EventEmitter, once } from 'node:events';
import { workThrough } from './agent.ts';
import { type Centre, CUSTOMERS, hangUpAs } from './centre.ts';
import type { EmptyWorkflows } from './empty.ts';
import { waitFor } from './patience.ts';
import { sustain } from './pressure.ts';
import type { Statements } from './statements.ts';

/** Empty workflows are quick: this many for every lifecycle, half of them before and half after. */
const EMPTY_PER_LIFECYCLE = 4;

export interface Throughput {
  readonly lifecyclesPerSecond: number;
  readonly emptyPerSecond: number;
  readonly cpuMsPerLifecycle: number;
  readonly cpuMsPerEmpty: number;
  readonly statementsPerLifecycle: number;
  /** The statements sent most often, and how often for each lifecycle. */
  readonly statements: readonly { readonly sql: string; readonly perLifecycle: number }[];
  /** Every callback that was completed, in order. */
  readonly callbackIds: readonly string[];
}

/**
 * Lifecycles of the product under a constant pressure, between two runs of empty workflows under the same: what else the machine
 * does meanwhile then weighs on both.
 */
export async function measureThroughput(
  centre: Centre,
  empties: EmptyWorkflows,
  statements: Statements,
  count: number,
  now: (doing: string) => void,
): Promise<Throughput> {
  const concurrency = centre.agents.length;
  const runEmpties = () => {
    now('running empty workflows');
    return sustain({ concurrency, counted: Math.ceil((count * EMPTY_PER_LIFECYCLE) / 2), one: () => empties.run() });
  };
  const before = await runEmpties();
  statements.reset();
  const product = await runLifecycles(centre, count, now);
  const sent = [...statements.sent].map(([sql, times]) => ({ sql, perLifecycle: times / product.results.length }));
  const after = await runEmpties();
  return {
    lifecyclesPerSecond: product.perSecond,
    emptyPerSecond: mean(before.perSecond, after.perSecond),
    cpuMsPerLifecycle: product.cpuMs,
    cpuMsPerEmpty: mean(before.cpuMs, after.cpuMs),
    statementsPerLifecycle: sent.reduce((sum, { perLifecycle }) => sum + perLifecycle, 0),
    statements: sent.toSorted((a, b) => b.perLifecycle - a.perLifecycle),
    callbackIds: product.results,
  };
}

async function runLifecycles(centre: Centre, count: number, now: (doing: string) => void) {
  const completed = new Set<string>();
  const ends = new EventEmitter().setMaxListeners(0);
  for (const { agent, caller } of centre.agents) {
    workThrough({
      agent,
      caller,
      talk: (number) => hangUpAs(number, centre.system),
      completed: (callbackId) => {
        completed.add(callbackId);
        ends.emit(callbackId);
      },
    });
    await agent.setWish('ready');
  }
  const one = async (slot: number): Promise<string> => {
    const id = await centre.request(CUSTOMERS[slot] ?? '');
    if (!completed.has(id)) await waitFor(centre, id, once(ends, id));
    return id;
  };
  const product = await sustain({
    concurrency: centre.agents.length,
    counted: count,
    one,
    onProgress: (ended) => now(`${ended} of ${count + centre.agents.length} lifecycles`),
  });
  for (const { agent } of centre.agents) await agent.setWish('not_ready');
  return product;
}

function mean(a: number, b: number): number {
  return (a + b) / 2;
}
