import { enqueue, isWaiting } from '../store/outbox.ts';
import { lapsedAgents } from '../store/presence.ts';
import type { Db } from '../store/tables.ts';

/**
 * Agents whose every lease has lapsed let go of what they only looked at: the workflows of their open offers and previews are told,
 * each once at a time. A call is never touched.
 */
export async function tellOfLostAgents(db: Db): Promise<void> {
  for (const { agentId, callbackId } of await lapsedAgents(db)) {
    if (await isWaiting(db, callbackId, 'agentGone')) continue;
    await enqueue(db, { callbackId, message: 'agentGone', payload: { agentId } });
  }
}
