import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { takeUpNextWishes } from './next-wish.ts';
import { hint, kick } from '../notify.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** How long a workflow may take to confirm a reservation (design, decision 5). */
export const CONFIRM_WITHIN_MS = 10_000;

/** The agent and the callback are held for each other, or why not. */
export type Reserved = { readonly reservationId: string } | { readonly refused: 'agent_busy' | 'callback_busy' };

/**
 * Holds an agent and a callback for each other, to be dialled from a list. Asking again before the workflow has answered gives
 * the same reservation. Whether the callback's status allows it is the workflow's to say.
 */
export async function reserveForDial(db: Db, { callbackId, agentId }: { callbackId: string; agentId: string }): Promise<Reserved> {
  const reservationId = randomUUID();
  const made = await db
    .insertInto('reservation')
    .values({ id: reservationId, callback_id: callbackId, agent_id: agentId, purpose: 'dial' })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return { reservationId };
  const live = await db
    .selectFrom('reservation')
    .selectAll()
    .where('released_at', 'is', null)
    .where((eb) => eb.or([eb('agent_id', '=', agentId), eb('callback_id', '=', callbackId)]))
    .execute();
  const mine = live.find((row) => row.agent_id === agentId && row.callback_id === callbackId && row.purpose === 'dial');
  if (mine) return { reservationId: mine.id };
  return { refused: live.some((row) => row.agent_id === agentId) ? 'agent_busy' : 'callback_busy' };
}

/** Lets both sides of a reservation go; one that is over already stays so. */
export async function release(db: Db, reservationId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const released = await letGo(tx, reservationId).execute();
    await tellReleased(tx, released);
  });
}

/** The same of what was refused: a second press of the same button finds the first one's reservation, which may be confirmed by now, and stays. */
export async function releaseUnconfirmed(db: Db, reservationId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const released = await letGo(tx, reservationId).where('confirmed_at', 'is', null).execute();
    await tellReleased(tx, released);
  });
}

function letGo(tx: Db, reservationId: string) {
  return tx
    .updateTable('reservation')
    .set({ released_at: sql<Date>`now()` })
    .where('id', '=', reservationId)
    .where('released_at', 'is', null)
    .returning(['id', 'agent_id', 'callback_id']);
}

/** Releases the reservations no workflow confirmed in time, by the database's clock. Answers their ids. */
export async function lapseUnconfirmed(db: Db, afterMs = CONFIRM_WITHIN_MS): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    const released = await tx
      .updateTable('reservation')
      .set({ released_at: sql<Date>`now()` })
      .where('released_at', 'is', null)
      .where('confirmed_at', 'is', null)
      .where('reserved_at', '<=', sql<Date>`now() - ${afterMs} * interval '1 millisecond'`)
      .returning(['id', 'agent_id', 'callback_id'])
      .execute();
    await tellReleased(tx, released);
    return released.map(({ id }) => id);
  });
}

/**
 * Offers, previews and invitations whose agent has no lease any more, by the database's clock. Each is answered once: whoever asks
 * is to tell the callback's workflow.
 */
export async function takeLapsed(db: Db): Promise<{ callbackId: string; reservationId: string }[]> {
  const { rows } = await sql<{ callbackId: string; reservationId: string }>`
    update reservation r set lapse_told_at = now()
    from callback c
    where r.released_at is null and r.lapse_told_at is null
      and ((c.reservation_id = r.id and c.status in ('offered', 'preview'))
        or (c.id = r.callback_id and r.purpose = 'guest' and c.status = 'connected' and c.call->'guest'->>'phase' = 'asked'))
      and not exists (select 1 from agent_lease l where l.agent_id = r.agent_id and l.expires_at > now())
    returning r.callback_id as "callbackId", r.id as "reservationId"`.execute(db);
  return rows;
}

/** These agents have nothing to do from now on; what they have reserved for that moment is their wish. */
export async function freeAgents(db: Db, agentIds: readonly string[]): Promise<void> {
  if (agentIds.length === 0) return;
  await takeUpNextWishes(db, agentIds);
  await db.updateTable('agent').set({ idle_since: sql<Date>`now()` }).where('id', 'in', agentIds).execute();
}

async function tellReleased(db: Db, released: { agent_id: string; callback_id: string }[]): Promise<void> {
  if (released.length === 0) return;
  await freeAgents(db, released.map(({ agent_id }) => agent_id));
  for (const { agent_id, callback_id } of released) await hint(db, { agentId: agent_id, callbackId: callback_id });
  await kick(db);
}
