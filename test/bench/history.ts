import type { Payload, PayloadCodec } from '@temporalio/common';
import type { Store } from '../../store/open.ts';
import { clientCodec, keyIdOf } from '../../temporal/codec.ts';
import type { MeasuredSystem } from './apart.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { compare, type Compared, FLOOR, total } from './floor.ts';
import { median, quantile } from './statistics.ts';
import { type History, stepsOf, type VersionNames } from './steps.ts';

export interface HistoryFigures {
  readonly floor: number;
  readonly median: number;
  readonly fewest: number;
  readonly most: number;
  readonly sample: number;
  /** A lifecycle whose number of events is the median, step by step. */
  readonly typical: readonly Compared[];
  /** What the sample's lifecycles had beyond the floor, on average, by step: negative where they had less. */
  readonly excess: readonly { readonly name: string; readonly events: number }[];
}

/** Counts what Temporal keeps of these callbacks' lives. */
export async function measureHistories(system: MeasuredSystem, callbackIds: readonly string[]): Promise<HistoryFigures> {
  const lives: (readonly Compared[])[] = [];
  for (const id of callbackIds) {
    lives.push(compare(stepsOf(await readHistory(system, id), await versionNames(system.store, id))));
  }
  const totals = lives.map(total);
  const middle = median(totals);
  return {
    floor: total(FLOOR),
    median: middle,
    fewest: quantile(totals, 0),
    most: quantile(totals, 1),
    sample: lives.length,
    typical: lives.find((steps) => total(steps) === middle) ?? [],
    excess: excessOf(lives),
  };
}

function excessOf(lives: readonly (readonly Compared[])[]): HistoryFigures['excess'] {
  const sums = new Map<string, number>();
  for (const { name, events, floor } of lives.flat()) sums.set(name, (sums.get(name) ?? 0) + events - floor);
  return [...sums]
    .map(([name, sum]) => ({ name, events: sum / lives.length }))
    .filter(({ events }) => events !== 0)
    .toSorted((a, b) => b.events - a.events);
}

/** A callback's history, its payloads in the clear. */
export async function readHistory({ client, config }: MeasuredSystem, callbackId: string): Promise<History> {
  const history = await client.workflow.getHandle(workflowIdOf(callbackId)).fetchHistory();
  await decrypt(history, clientCodec(config.payloadKeys));
  return history;
}

/** What was written with each version of a callback's projection. */
async function versionNames({ db }: Store, callbackId: string): Promise<VersionNames> {
  const rows = await db
    .selectFrom('callback_event')
    .select(['version', 'type'])
    .where('callback_id', '=', callbackId)
    .orderBy('version')
    .orderBy('ordinal')
    .execute();
  const names = new Map<number, string>();
  for (const { version, type } of rows) names.set(version, names.has(version) ? `${names.get(version)}, ${type}` : type);
  return names;
}

/** Decrypts every payload of a history where it stands. What Temporal's own core wrote is in the clear. */
async function decrypt(part: unknown, codec: PayloadCodec): Promise<void> {
  if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return;
  for (const [key, value] of Object.entries(part)) {
    if (isEncrypted(value)) (part as Record<string, unknown>)[key] = (await codec.decode([value]))[0];
    else await decrypt(value, codec);
  }
}

function isEncrypted(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && 'metadata' in value && keyIdOf(value as Payload) !== null;
}
