import { sql } from 'kysely';
import type { CallbackRow, Db } from '../tables.ts';

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

/** The conversation an agent is asked into, takes part in, or supervises without it being theirs; null: none. */
export async function alsoInCall(db: Db, agentId: string): Promise<{ row: CallbackRow; targetId: string | null; purpose: 'guest' | 'supervise' } | null> {
  const held = await db
    .selectFrom('reservation')
    .select(['callback_id', 'target_id', 'purpose'])
    .where('agent_id', '=', agentId)
    .where('released_at', 'is', null)
    .where('confirmed_at', 'is not', null)
    .where('purpose', 'in', ['guest', 'supervise'])
    .executeTakeFirst();
  if (!held) return null;
  const row = await db.selectFrom('callback').selectAll().where('id', '=', held.callback_id).executeTakeFirstOrThrow();
  if (row.agent_id === agentId) return null;
  return { row, targetId: held.target_id, purpose: held.purpose === 'guest' ? 'guest' : 'supervise' };
}

/** Agents who are held for a callback or a conversation at this moment. */
export async function agentsWithSomethingInHand(db: Db): Promise<ReadonlySet<string>> {
  const held = await db.selectFrom('reservation').select('agent_id').where('released_at', 'is', null).execute();
  return new Set(held.map(({ agent_id }) => agent_id));
}
