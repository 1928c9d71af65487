import { sql } from 'kysely';
import type { Wish } from '../../domain/words.ts';
import { hint, kick } from '../notify.ts';
import type { Db } from '../tables.ts';

/**
 * The agent has signed out of a session, which ended in this transaction and took its leases with it. Unless they are there by another
 * one they wish for nothing any more, nor to be Ready when what they have in hand leaves them: whoever signs in again is offered nothing
 * before they say so. What they have in hand stays theirs.
 */
export async function leaveDesk(tx: Db, agentId: string): Promise<void> {
  await letGoOfUntied(tx, agentId);
  await tx
    .updateTable('agent_channel')
    .set({
      wish: 'not_ready',
      reason: null,
      since: sql<Date>`case when wish = 'not_ready' then since else now() end`,
      next_wish: sql<Wish | null>`nullif(next_wish, 'ready')`,
    })
    .where('agent_id', '=', agentId)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('agent_lease').select('tab_id').where('agent_id', '=', agentId).where('expires_at', '>', sql<Date>`now()`))),
    )
    .execute();
  await hint(tx, { agentId });
  await kick(tx);
}

/** Those that a change of password has untied and no heartbeat has tied since: one that is somebody's comes back with its next heartbeat. */
async function letGoOfUntied(tx: Db, agentId: string): Promise<void> {
  await tx.deleteFrom('agent_lease').where('agent_id', '=', agentId).where('session_id', 'is', null).execute();
}

/** The session is about to be replaced by another one in the same browser, whose next heartbeats make its leases theirs: they outlive it. */
export async function untieLeases(db: Db, sessionId: string): Promise<void> {
  await db.updateTable('agent_lease').set({ session_id: null }).where('session_id', '=', sessionId).execute();
}
