import type { OperationNodeSource, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, EventType } from '../../domain/words.ts';
import type { Tables } from '../tables.ts';
import { together } from '../transaction.ts';

type Tx = Transaction<Tables>;

/** Who assigned a callback that an agent accepted. */
export const AUTOMATIC = 'automatic';
/** Who assigned a callback on its arrival: the route's own rules. Going back to waiting does not unassign it. */
export const ARRIVAL = 'arrival';

/** Whose a callback is from now on, and who decided that. `agentId` null: nobody's. */
export interface Assignment {
  readonly agentId: string | null;
  readonly distributor: string | null;
  readonly actor: Actor;
}

/** Writes whose the callback is, with its line on the timeline. */
export async function setAssignee(tx: Tx, { callbackId, ...assignment }: Assignment & { readonly callbackId: string }): Promise<void> {
  await together(tx, [
    tx.updateTable('callback').set(assigneeColumns(assignment)).where('id', '=', callbackId),
    assignedEvent(tx, callbackId, assignment),
  ]);
}

/** What of the callback's own row says whose it is. */
export function assigneeColumns({ agentId, distributor }: Assignment) {
  return { assignee_id: agentId, distributor, assigned_at: agentId === null ? null : sql<Date>`now()` };
}

/** Its line on the timeline. */
export function assignedEvent(tx: Tx, callbackId: string, { agentId, distributor, actor }: Assignment): OperationNodeSource {
  const type: EventType = agentId === null ? 'unassigned' : 'assigned';
  const data = JSON.stringify({ agentId, distributor });
  return tx.insertInto('case_event').values({ callback_id: callbackId, type, actor: JSON.stringify(actor), data });
}
