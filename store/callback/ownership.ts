import type { Transaction } from 'kysely';
import type { Projection } from '../../domain/projection.ts';
import { OPEN_STATUSES, isTerminal } from '../../domain/status.ts';
import type { Actor } from '../../domain/words.ts';
import { SYSTEM } from '../../domain/words.ts';
import { AUTOMATIC, setAssignee } from './assignee.ts';
import { hint } from '../notify.ts';
import { giveToCustomersAgent, staysByRule } from './owner-rule.ts';
import type { CallbackRow, Db, Tables } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

type Tx = Transaction<Tables>;

/**
 * What a step means for who the callback belongs to, and for the one that waits for it. Accepting a callback that belongs to
 * nobody assigns it, and so does being given its conversation; going back to waiting unassigns what was assigned that way, unless it is to stay, as was agreed or by the route's
 * owner rule; being withdrawn unassigns it; the end sets free what waited.
 * @returns the agents whose lists changed.
 */
export async function writeOwnership(tx: Tx, step: Projection, before: CallbackRow): Promise<string[]> {
  if (isTerminal(step.state.status)) await setFreeWaiting(tx, before);
  const { status, agentId } = step.state;
  if (status === 'withdrawn' && before.last_assignee_id !== null) await rememberAssignee(tx, before.id, null);
  // What an agent has by accepting, the next who accepts has; what was distributed stays its assignee's.
  const isAnybodys = before.assignee_id === null || (before.distributor === AUTOMATIC && before.assignee_id !== agentId);
  if (step.endedOffer?.end === 'accepted' && agentId && isAnybodys) {
    await setAssignee(tx, { callbackId: before.id, agentId, distributor: AUTOMATIC, actor: { type: 'user', id: agentId } });
    return [agentId, ...(before.assignee_id === null ? [] : [before.assignee_id])];
  }
  const isHandedOver = status === 'connected' && before.status === 'connected' && before.agent_id !== agentId;
  if (isHandedOver && agentId && isAnybodys) {
    await setAssignee(tx, { callbackId: before.id, agentId, distributor: AUTOMATIC, actor: { type: 'user', id: agentId } });
    return [agentId, ...(before.assignee_id === null ? [] : [before.assignee_id])];
  }
  // Only becoming withdrawn takes it from its assignee: a step of the same status written later finds it distributed again.
  if (status === 'withdrawn' && before.status !== 'withdrawn' && before.assignee_id !== null) {
    await setAssignee(tx, { callbackId: before.id, agentId: null, distributor: null, actor: step.events.at(-1)?.actor ?? SYSTEM });
    return [before.assignee_id];
  }
  const isWaiting = status === 'scheduled' || status === 'queued';
  const keepsAgent = step.state.staysWithAgent;
  const isLetGo = isWaiting && !keepsAgent && agentId === null && before.distributor === AUTOMATIC;
  if (isLetGo && before.assignee_id !== null && !(await staysByRule(tx, step, before))) {
    await setAssignee(tx, { callbackId: before.id, agentId: null, distributor: null, actor: SYSTEM });
    await rememberAssignee(tx, before.id, before.assignee_id);
    return [before.assignee_id];
  }
  return [];
}

/**
 * Assigns a callback that has not ended to an agent, or to nobody, whoever had it; nothing happens when it is so already.
 * @param given `distributor`: the id of who assigned it. Only what was assigned automatically is unassigned by going back to waiting.
 * @returns false when there is no such open callback.
 */
export async function assign(
  db: Db,
  given: { callbackId: string; agentId: string | null; distributor: string | null; actor: Actor },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const row = await tx
      .selectFrom('callback')
      .select(['assignee_id', 'distributor'])
      .where('id', '=', given.callbackId)
      .where('status', 'in', OPEN_STATUSES)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return false;
    if (row.assignee_id === given.agentId && row.distributor === given.distributor) return true;
    await setAssignee(tx, given);
    await hint(tx, { callbackId: given.callbackId });
    for (const agentId of new Set([row.assignee_id, given.agentId])) if (agentId) await hint(tx, { agentId });
    return true;
  });
}

/** Whose it was, should it end while it waits: the processing status counts it for them. Being withdrawn undoes that. */
async function rememberAssignee(tx: Tx, callbackId: string, agentId: string | null): Promise<void> {
  await tx.updateTable('callback').set({ last_assignee_id: agentId }).where('id', '=', callbackId).execute();
}

/** The request repeated during the conversation becomes a callback of its own, or goes on waiting for another that is open. */
async function setFreeWaiting(tx: Tx, ended: CallbackRow): Promise<void> {
  const waiting = await tx.selectFrom('callback').select(['id', 'route_id', 'number_hash']).where('waits_for', '=', ended.id).executeTakeFirst();
  if (!waiting) return;
  // The route that is asked is the waiting one's: the callback it waited for may have been moved to another meanwhile.
  const other = await tx
    .selectFrom('callback')
    .select('id')
    .where('route_id', '=', waiting.route_id)
    .where('number_hash', '=', waiting.number_hash)
    .where('status', 'in', OPEN_STATUSES)
    .where('waits_for', 'is', null)
    .where('id', '!=', ended.id)
    .executeTakeFirst();
  await tx.updateTable('callback').set({ waits_for: other?.id ?? null }).where('id', '=', waiting.id).execute();
  if (!other) await giveToCustomersAgent(tx, waiting.id);
}
