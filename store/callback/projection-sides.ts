import type { OperationNodeSource, RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Projection } from '../../domain/projection.ts';
import { isTerminal } from '../../domain/status.ts';
import { freeAgents } from '../agent/reservations.ts';
import type { CallbackRow, Tables } from '../tables.ts';

type Tx = Transaction<Tables>;

/** What writing a step's rows beside the callback's own brought about. */
export interface Sides {
  /** False: the reservation to be confirmed had been let go. True also when there was none to confirm. */
  readonly confirmed: boolean;
  readonly agentsFreed: readonly string[];
  /** An agent who is Not Ready from now on, or null. */
  readonly wentQuiet: string | null;
}

/** Writes the rows that go with a step and are there already: the attempt that ends, the reservation, the agent's wish. */
export async function writeSides(tx: Tx, step: Projection, before: CallbackRow): Promise<Sides> {
  await endAttempt(tx, step);
  const confirmed = await confirmReservation(tx, step);
  const agentsFreed = await releaseReservations(tx, step);
  const wentQuiet = await makeNotReady(tx, step, before.route_id);
  return { confirmed, agentsFreed, wentQuiet };
}

/** The legs that a step intends. A leg is intended once: written again, its deadline does not move. */
export function newLegs(tx: Tx, { callbackId, intents }: Projection, numberHash: string): OperationNodeSource[] {
  if (intents.length === 0) return [];
  const rows = intents.map(({ label, attempt, role, agentId, targetId, deadlineMs }) => ({
    callback_id: callbackId,
    label,
    attempt,
    role,
    agent_id: agentId,
    target_id: targetId ?? null,
    state: 'intended' as const,
    deadline_at: sql<Date>`now() + ${deadlineMs} * interval '1 millisecond'`,
    number_hash: role === 'customer' ? numberHash : null,
  }));
  return [tx.insertInto('leg').values(rows).onConflict((oc) => oc.columns(['callback_id', 'label']).doNothing())];
}

/** The attempt that begins with a step. */
export function newAttempt(tx: Tx, { callbackId, startedAttempt }: Projection): OperationNodeSource[] {
  if (startedAttempt === null) return [];
  const { attempt, agentId, byHand } = startedAttempt;
  const afresh = { agent_id: agentId, by_hand: byHand, ended_at: null, outcome: null };
  return [
    tx
      .insertInto('attempt')
      .values({ callback_id: callbackId, attempt, agent_id: agentId, by_hand: byHand })
      .onConflict((oc) => oc.columns(['callback_id', 'attempt']).doUpdateSet(afresh)),
  ];
}

async function endAttempt(tx: Tx, { callbackId, endedAttempt }: Projection): Promise<void> {
  if (endedAttempt === null) return;
  await tx
    .updateTable('attempt')
    .set({ ended_at: sql<Date>`coalesce(ended_at, now())`, outcome: endedAttempt.outcome })
    .where('callback_id', '=', callbackId)
    .where('attempt', '=', endedAttempt.attempt)
    .execute();
}

/** From here on the agent sees the offer, or has the case in hand. */
async function confirmReservation(tx: Tx, { callbackId, confirm, state: { offer } }: Projection): Promise<boolean> {
  if (confirm === null) return true;
  const isOffer = offer?.offerId === confirm;
  const updated = await tx
    .updateTable('reservation')
    .set({ confirmed_at: sql<Date>`coalesce(confirmed_at, now())`, ...(isOffer && { preview: offer.preview, deadline_at: offer.deadlineAt }) })
    .where('id', '=', confirm)
    .where('callback_id', '=', callbackId)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** Lets go the reservation the step names; a callback that has ended lets go every one. Answers the agents who are free now. */
async function releaseReservations(tx: Tx, { callbackId, release, state }: Projection): Promise<string[]> {
  if (release === null && !isTerminal(state.status)) return [];
  let releasing = tx
    .updateTable('reservation')
    .set({ released_at: sql<Date>`now()` })
    .where('callback_id', '=', callbackId)
    .where('released_at', 'is', null);
  if (!isTerminal(state.status)) releasing = releasing.where('id', '=', release);
  const released = await releasing.returning('agent_id').execute();
  const agents = released.map(({ agent_id }) => agent_id);
  await freeAgents(tx, agents);
  return agents;
}

/** An agent whose telephone did not answer is Not Ready; one who missed an offer only where the route says so. */
async function makeNotReady(tx: Tx, { unresponsive }: Projection, routeId: string): Promise<string | null> {
  if (!unresponsive) return null;
  const updated = await tx
    .updateTable('agent_channel')
    .set({ wish: 'not_ready', reason: unresponsive.reason, since: sql<Date>`now()` })
    .where('agent_id', '=', unresponsive.agentId)
    .where('wish', '=', 'ready')
    .$if(unresponsive.reason === 'missed_offer', (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('route')
            .select('route.id')
            .where('route.id', '=', whoseRule(unresponsive.targetId, routeId))
            .where(sql<boolean>`(route.policy ->> 'missedOfferMakesNotReady')::boolean`),
        ),
      ),
    )
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n ? unresponsive.agentId : null;
}

/** The route that was asked in, where one was; otherwise the callback's. */
function whoseRule(targetId: string | undefined, routeId: string): RawBuilder<string> {
  return targetId === undefined ? sql`${routeId}` : sql`coalesce((select route_id from call_target where id = ${targetId}), ${routeId})`;
}
