import { type Centre, type Colleague, CUSTOMERS, hangUpAs } from '../centre.ts';
import { untilQuiet, waitFor } from '../patience.ts';
import type { Arrivals } from './arrivals.ts';
import type { BareUpdates } from './bare-updates.ts';
import type { Screen } from './screen.ts';

/** What a round is measured with. */
export interface Bench {
  readonly centre: Centre;
  /** Whose desk is on the screen. */
  readonly colleague: Colleague;
  readonly screen: Screen;
  readonly arrivals: Arrivals;
  readonly updates: BareUpdates;
}

/** One callback from its offer to Mark Done, in milliseconds. */
export interface Round {
  /** From sending the request to the arrival of the first one at the telephone network. */
  readonly acceptMs: number;
  readonly holdMs: number;
  /** From the workflow's decision to the desk. */
  readonly offerMs: number;
  /** What lies before and within it: reserved by matching, and stored. */
  readonly reservedMs: number;
  readonly storedMs: number;
  /** A bare update before each of the three. */
  readonly floorMs: readonly number[];
}

const ADDING_A_PARTY = /\/Participants\.json$/;
const CHANGING_A_PARTY = /\/Participants\/\w+\.json$/;

export async function oneRound(bench: Bench): Promise<Round> {
  const { centre, colleague, updates } = bench;
  const customer = CUSTOMERS[0] ?? '';
  const id = await centre.request(customer);
  const command = (verb: string, body: object) => colleague.caller.ask('POST', `/v1/callbacks/${id}/${verb}`, body);
  await untilQuiet(centre, id, 'queued');
  const beforeOffer = await updates.run();
  const offer = await showOffer(bench, id);
  await untilQuiet(centre, id, 'offered');
  const beforeAccept = await updates.run();
  const acceptMs = await untilAsked(bench, id, ADDING_A_PARTY, () => command('accept', { offerId: offer.offerId }));
  await untilQuiet(centre, id, 'connected');
  const beforeHold = await updates.run();
  const holdMs = await untilAsked(bench, id, CHANGING_A_PARTY, () => command('hold', { attempt: 1, hold: true }));
  await hangUpAs(customer, centre.system);
  await untilQuiet(centre, id, 'wrap_up');
  await command('complete', { disposition: 'order' });
  await colleague.agent.setWish('not_ready');
  const { offerMs, reservedMs, storedMs } = offer;
  return { acceptMs, holdMs, offerMs, reservedMs, storedMs, floorMs: [beforeOffer, beforeAccept, beforeHold] };
}

/** The agent becomes Ready, and is shown the callback that waits. */
async function showOffer({ centre, colleague, screen }: Bench, callbackId: string) {
  await screen.untilNone();
  const seen = await screen.watch();
  await colleague.agent.setWish('ready');
  const seenAt = await waitFor(centre, callbackId, seen());
  const { db } = centre.system.store;
  const { id: offerId, reserved_at, confirmed_at } = await db
    .selectFrom('reservation')
    .select(['id', 'reserved_at', 'confirmed_at'])
    .where('callback_id', '=', callbackId)
    .executeTakeFirstOrThrow();
  const { at } = await db
    .selectFrom('callback_event')
    .select('at')
    .where('callback_id', '=', callbackId)
    .where('type', '=', 'offered')
    .executeTakeFirstOrThrow();
  const decidedAt = new Date(at).getTime();
  const storedMs = (confirmed_at?.getTime() ?? Number.NaN) - decidedAt;
  return { offerId, offerMs: seenAt - decidedAt, reservedMs: reserved_at.getTime() - decidedAt, storedMs };
}

async function untilAsked({ centre, arrivals }: Bench, callbackId: string, path: RegExp, act: () => Promise<unknown>): Promise<number> {
  const arrival = arrivals.next(path);
  const begun = performance.now();
  const [arrivedAt] = await waitFor(centre, callbackId, Promise.all([arrival, act()]));
  return arrivedAt - begun;
}
