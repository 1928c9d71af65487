import type { RoutePolicy } from '../../domain/route.ts';
import type { CallView } from '../../sandbox/control/views.ts';
import type { LegRow } from '../../store/tables.ts';
import { acceptUpdate } from '../../workflows/messages.ts';
import { until } from '../start/until.ts';
import type { Centre } from '../workflows/centre.ts';
import { openCentre } from '../workflows/centre.ts';
import type { Ears } from './ears.ts';
import { createEars } from './ears.ts';
import type { FarEnd } from './far-end.ts';
import { farEndOf } from './far-end.ts';
import type { Gate } from './gate.ts';
import { openGate } from './gate.ts';

/** A contact centre whose line to the telephone network a test can cut, delay and garble in both directions. */
export interface Line extends Centre {
  readonly gate: Gate;
  readonly ears: Ears;
  readonly farEnd: FarEnd;
  /** A customer whose number ends so is offered to the agent, who accepts: their telephone rings. Answers the callback's id. */
  accepted(ending: string, agentId?: string): Promise<string>;
  leg(callbackId: string, label: string): Promise<LegRow>;
  whenLeg(callbackId: string, label: string, wanted: (leg: LegRow) => boolean): Promise<LegRow>;
  /** The calls that Ringback made to the callback's customer, oldest first. */
  rings(callbackId: string): Promise<CallView[]>;
  /** The one call to the customer, once it is as wanted. */
  whenCall(callbackId: string, wanted: (call: CallView) => boolean): Promise<CallView>;
  /** As if the leg had been posted that much earlier: what may still ring is reckoned by the database's clock, which nothing skips. */
  backdate(callbackId: string, label: string, ms: number): Promise<void>;
  /** Waits until no call of the centre goes on. */
  quiet(): Promise<void>;
}

export async function openLine(policy: Partial<RoutePolicy> = {}): Promise<Line> {
  const ears = createEars();
  let gate: Gate | null = null;
  const rest = async (sandboxUrl: string): Promise<string> => (gate = await openGate(sandboxUrl)).url;
  const centre = await openCentre(policy, undefined, { rest, webhooks: ears.middleware });
  if (gate === null) throw new Error('no gate');
  return lineOf(centre, gate, ears);
}

function lineOf(centre: Centre, gate: Gate, ears: Ears): Line {
  const farEnd = farEndOf(centre.sandbox);
  const { db } = centre.store;
  const line: Line = {
    ...centre,
    gate,
    ears,
    farEnd,
    async accepted(ending, agentId = 'aoki') {
      await centre.only(agentId);
      const id = await centre.request(ending);
      const { reservation_id } = await centre.when(id, ({ status }) => status === 'offered');
      await centre.callbacks.update(acceptUpdate, id, { offerId: reservation_id ?? '', agentId });
      return id;
    },
    leg: (callbackId, label) => db.selectFrom('leg').selectAll().where('callback_id', '=', callbackId).where('label', '=', label).executeTakeFirstOrThrow(),
    async whenLeg(callbackId, label, wanted) {
      const find = () => db.selectFrom('leg').selectAll().where('callback_id', '=', callbackId).where('label', '=', label).executeTakeFirst();
      return eventually(find, (leg) => leg !== undefined && wanted(leg)) as Promise<LegRow>;
    },
    rings: async (callbackId) => farEnd.callsTo((await centre.row(callbackId)).number),
    whenCall: (callbackId, wanted) =>
      eventually(async () => (await line.rings(callbackId))[0], (call) => call !== undefined && wanted(call)) as Promise<CallView>,
    async backdate(callbackId, label, ms) {
      const { posted_at } = await line.leg(callbackId, label);
      const earlier = new Date((posted_at?.getTime() ?? Date.now()) - ms);
      await db.updateTable('leg').set({ posted_at: earlier }).where('callback_id', '=', callbackId).where('label', '=', label).execute();
    },
    quiet: () => until(async () => (await fetch(`${centre.sandbox.url}/sandbox/calls?active=true`).then((answer) => answer.json() as Promise<{ calls: [] }>)).calls.length === 0),
    async clear() {
      ears.are = 'open';
      gate.clear();
      await farEnd.clear();
      await centre.clear();
    },
    async close() {
      await centre.close();
      gate.close();
    },
  };
  return line;
}

/** Asks until what it finds is as wanted, and answers it. */
export async function eventually<T>(find: () => Promise<T>, wanted: (found: T) => boolean, withinMs = 20_000, everyMs = 50): Promise<T> {
  let found = await find();
  await until(async () => wanted((found = await find())), withinMs, everyMs).catch((error: unknown) => {
    throw new Error(`It stays ${JSON.stringify(found)}`, { cause: error });
  });
  return found;
}
