import { total } from './floor.ts';
import type { HistoryFigures } from './history.ts';
import type { OfferLatency } from './offer-latency.ts';
import { short, table } from './table.ts';
import type { Throughput } from './throughput.ts';

/** How many of the SQL statements are shown; `--json` has them all. */
const MOST_STATEMENTS = 8;

/** Everything one run measured. Times are milliseconds, rates per second. */
export interface Figures {
  readonly lifecycles: number;
  readonly concurrency: number;
  readonly throughput: Throughput;
  readonly history: HistoryFigures;
  readonly offerLatency: OfferLatency;
}

/** The figures for people: every one beside its floor, and as the ratio of the two. */
export function report(figures: Figures): string {
  const { history, offerLatency, throughput } = figures;
  return [summary(figures), lifecycle(history), excess(history), stages(offerLatency), statements(throughput)].join('\n\n');
}

function summary({ lifecycles, concurrency, throughput, history, offerLatency }: Figures): string {
  const { lifecyclesPerSecond, emptyPerSecond, cpuMsPerLifecycle, cpuMsPerEmpty, statementsPerLifecycle } = throughput;
  const row = (name: string, measured: number, floor: number) => [name, short(measured), short(floor), short(measured / floor)];
  const { toStream, toDesk, floor } = offerLatency;
  return table([
    [`${lifecycles} lifecycles, ${concurrency} at a time`, 'measured', 'floor', 'ratio'],
    row('lifecycles/s, over those of an empty workflow', lifecyclesPerSecond, emptyPerSecond),
    row('processor ms per lifecycle, over an empty workflow’s', cpuMsPerLifecycle, cpuMsPerEmpty),
    row(`history events per lifecycle, median of ${history.sample}`, history.median, history.floor),
    row(`offer on the event stream, median ms of ${offerLatency.sample}`, toStream.median, floor),
    row('offer on the event stream, p99', toStream.p99, floor),
    row('offer on the desk, median', toDesk.median, floor),
    row('offer on the desk, p99', toDesk.p99, floor),
    ['SQL statements per lifecycle, everything included', short(statementsPerLifecycle), '', ''],
  ]);
}

function lifecycle({ typical, fewest, most }: HistoryFigures): string {
  const rows = typical.map(({ name, events, floor }) => [name, `${events}`, floor === 0 ? '' : `${floor}`]);
  const sum = ['total', `${total(typical)}`, `${typical.reduce((all, { floor }) => all + floor, 0)}`];
  return table([[`A typical lifecycle (from ${fewest} to ${most} events)`, 'events', 'floor'], ...rows, sum]);
}

function excess({ excess: steps }: HistoryFigures): string {
  const rows = steps.map(({ name, events }) => [name, `${events > 0 ? '+' : '−'}${short(Math.abs(events))}`]);
  return table([['Beyond the floor, on average', 'events'], ...rows]);
}

function stages({ toReserved, toConfirmed, toStream, toDesk, floor }: OfferLatency): string {
  return table([
    ['From Ready to the offer, medians', 'ms'],
    ['reserved by matching', short(toReserved)],
    ['confirmed by the workflow', short(toConfirmed)],
    ['on the event stream', short(toStream.median)],
    ['read from the desk', short(toDesk.median)],
    ['floor: a workflow task and a desk, each alone', short(floor)],
  ]);
}

function statements({ statements: sent }: Throughput): string {
  const rows = sent.slice(0, MOST_STATEMENTS).map(({ sql, perLifecycle }) => [sql.replaceAll(/\s+/g, ' ').trim().slice(0, 70), short(perLifecycle)]);
  return table([['Sent most often', 'per lifecycle'], ...rows]);
}
