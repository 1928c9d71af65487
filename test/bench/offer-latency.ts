import { type Centre, CUSTOMERS } from './centre.ts';
import type { EmptyWorkflows } from './empty.ts';
import { untilQuiet, waitFor } from './patience.ts';
import { median, type Spread, spread } from './statistics.ts';

const FLOOR_SAMPLES = 20;

/** Milliseconds from the answer to Ready. */
export interface OfferLatency {
  readonly toStream: Spread;
  readonly toDesk: Spread;
  /** Medians of what lies between. */
  readonly toReserved: number;
  readonly toConfirmed: number;
  /** What it cannot do without: one workflow task and reading the desk once, each measured alone, in medians. */
  readonly floor: number;
  readonly sample: number;
}

interface Sample {
  readonly reservedMs: number;
  readonly confirmedMs: number;
  readonly streamMs: number;
  readonly deskMs: number;
}

/** One callback waits, one agent becomes Ready; the callback is then cancelled, and the next one waits. Nothing else goes on. */
export async function measureOfferLatency(
  centre: Centre,
  empties: EmptyWorkflows,
  count: number,
  now: (doing: string) => void,
): Promise<OfferLatency> {
  const floor = await measureFloor(centre, empties);
  const samples: Sample[] = [];
  for (let number = 1; number <= count; number += 1) {
    now(`${number} of ${count} offers`);
    samples.push(await sampleOffer(centre));
  }
  const of = (name: keyof Sample) => samples.map((sample) => sample[name]);
  return {
    toStream: spread(of('streamMs')),
    toDesk: spread(of('deskMs')),
    toReserved: median(of('reservedMs')),
    toConfirmed: median(of('confirmedMs')),
    floor,
    sample: count,
  };
}

async function sampleOffer(centre: Centre): Promise<Sample> {
  const [colleague] = centre.agents;
  if (!colleague) throw new Error('There is no agent.');
  const { agent } = colleague;
  const id = await centre.request(CUSTOMERS[0] ?? '');
  await untilQuiet(centre, id, 'queued');
  const onStream = new Promise<number>((resolve) => {
    agent.onHint = ({ callbackId }) => {
      if (callbackId === id) resolve(Date.now());
    };
  });
  const onDesk = new Promise<number>((resolve) => {
    agent.onDesk = async ({ offer }) => {
      if (offer?.callback.id === id) resolve(Date.now());
    };
  });
  await agent.setWish('ready');
  const readyAt = Date.now();
  const [streamAt, deskAt] = await waitFor(centre, id, Promise.all([onStream, onDesk]));
  const { reserved_at, confirmed_at } = await centre.system.store.db
    .selectFrom('reservation')
    .select(['reserved_at', 'confirmed_at'])
    .where('callback_id', '=', id)
    .executeTakeFirstOrThrow();
  await centre.machine.ask('POST', `/v1/callbacks/${id}/cancel`, {});
  await agent.setWish('not_ready');
  return {
    reservedMs: reserved_at.getTime() - readyAt,
    confirmedMs: (confirmed_at?.getTime() ?? Number.NaN) - readyAt,
    streamMs: streamAt - readyAt,
    deskMs: deskAt - readyAt,
  };
}

async function measureFloor({ agents }: Centre, empties: EmptyWorkflows): Promise<number> {
  const task = await medianMs(() => empties.run());
  const desk = await medianMs(async () => agents[0]?.caller.ask('GET', '/v1/me/desk'));
  return task + desk;
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let sample = 0; sample < FLOOR_SAMPLES; sample += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return median(took);
}
