import { sql } from 'kysely';
import type { CallbackRow, Db, ReservationRow } from '../tables.ts';

/** As many conversations as anybody can look at; whoever asks for help comes first. */
const MOST = 500;

/** The conversations going on: those that ask for help first, then the longest. */
export async function liveConversations(db: Db): Promise<CallbackRow[]> {
  return db
    .selectFrom('callback')
    .selectAll()
    .where('status', '=', 'connected')
    .where('call', 'is not', null)
    .orderBy(sql`(call->>'helpWanted')::boolean`, 'desc')
    .orderBy('connected_at')
    .limit(MOST)
    .execute();
}

/** What an agent has in hand: their own callback, or a conversation that they are asked into or supervise. */
export interface InHand {
  readonly row: CallbackRow;
  /** What holds them. */
  readonly held: Held;
}

/** An agent's reservation that has been confirmed and not been let go. */
export type Held = Pick<ReservationRow, 'id' | 'purpose' | 'target_id' | 'preview' | 'deadline_at' | 'offer_end'> & {
  readonly confirmed_at: Date;
};

/** What an agent has confirmed hold of, in one reading; null: nothing. */
export async function inHandOf(db: Db, agentId: string): Promise<InHand | null> {
  const found = await db
    .selectFrom('reservation')
    .innerJoin('callback', 'callback.id', 'reservation.callback_id')
    .selectAll('callback')
    .select(['reservation.id as held_id', 'purpose', 'target_id', 'preview', 'deadline_at', 'offer_end'])
    .select((eb) => eb.ref('confirmed_at').$notNull().as('confirmed_at'))
    .where('reservation.agent_id', '=', agentId)
    .where('released_at', 'is', null)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  if (!found) return null;
  const { held_id: id, purpose, target_id, preview, deadline_at, offer_end, confirmed_at, ...row } = found;
  return { row, held: { id, purpose, target_id, preview, deadline_at, offer_end, confirmed_at } };
}

/** Agents who are held for a callback or a conversation at this moment. */
export async function agentsWithSomethingInHand(db: Db): Promise<ReadonlySet<string>> {
  const held = await db.selectFrom('reservation').select('agent_id').where('released_at', 'is', null).execute();
  return new Set(held.map(({ agent_id }) => agent_id));
}
