import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, EventType } from '../../domain/words.ts';
import type { Tables } from '../tables.ts';
import { together } from '../transaction.ts';

/** Who assigned a callback that an agent accepted. */
export const AUTOMATIC = 'automatic';
/** Who assigned a callback on its arrival: the route's own rules. Going back to waiting does not unassign it. */
export const ARRIVAL = 'arrival';

/** Writes whose the callback is, with its line on the timeline. `agentId` null: nobody's. */
export async function setAssignee(
  tx: Transaction<Tables>,
  { callbackId, agentId, distributor, actor }: { callbackId: string; agentId: string | null; distributor: string | null; actor: Actor },
): Promise<void> {
  const assignedAt = agentId === null ? null : sql<Date>`now()`;
  const type: EventType = agentId === null ? 'unassigned' : 'assigned';
  const data = JSON.stringify({ agentId, distributor });
  await together(tx, [
    tx.updateTable('callback').set({ assignee_id: agentId, distributor, assigned_at: assignedAt }).where('id', '=', callbackId),
    tx.insertInto('case_event').values({ callback_id: callbackId, type, actor: JSON.stringify(actor), data }),
  ]);
}
