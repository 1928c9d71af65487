import type { Transaction } from 'kysely';
import type { Projection } from '../../domain/projection.ts';
import { OPEN_STATUSES, isTerminal } from '../../domain/status.ts';
import { SYSTEM } from '../../domain/words.ts';
import type { Assignment } from './assignee.ts';
import { AUTOMATIC, setAssignee } from './assignee.ts';
import { hintAll } from '../notify.ts';
import { giveToCustomersAgent, staysByRule } from './owner-rule.ts';
import type { CallbackRow, Db, Tables } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

type Tx = Transaction<Tables>;

/**
 * Whose the callback becomes with a step; null: nothing changes. Accepting a callback that belongs to nobody assigns it, and so does
 * being given its conversation; being withdrawn unassigns it.
 */
export function assignmentBy({ state: { status, agentId }, endedOffer, events }: Projection, before: CallbackRow): Assignment | null {
  const isAccepted = endedOffer?.end === 'accepted';
  const isHandedOver = status === 'connected' && before.status === 'connected' && before.agent_id !== agentId;
  // What an agent has by accepting, the next who accepts has; what was distributed stays its assignee's.
  const isAnybodys = before.assignee_id === null || (before.distributor === AUTOMATIC && before.assignee_id !== agentId);
  if ((isAccepted || isHandedOver) && agentId && isAnybodys) return { agentId, distributor: AUTOMATIC, actor: { type: 'user', id: agentId } };
  // Only becoming withdrawn takes it from its assignee: a step of the same status written later finds it distributed again.
  const isTakenAway = status === 'withdrawn' && before.status !== 'withdrawn' && before.assignee_id !== null;
  return isTakenAway ? { agentId: null, distributor: null, actor: events.at(-1)?.actor ?? SYSTEM } : null;
}

/**
 * What else a step means for who the callback belongs to, and for the one that waits for it. Going back to waiting unassigns what was
 * assigned by accepting, unless it is to stay, as was agreed or by the route's owner rule; the end sets free what waited.
 * @returns whose list has lost it, or null.
 */
export async function followOwnership(tx: Tx, step: Projection, before: CallbackRow): Promise<string | null> {
  const { status, agentId, staysWithAgent } = step.state;
  if (isTerminal(status)) await setFreeWaiting(tx, before);
  if (status === 'withdrawn' && before.last_assignee_id !== null) await rememberAssignee(tx, before.id, null);
  const isWaiting = status === 'scheduled' || status === 'queued';
  const isLetGo = isWaiting && !staysWithAgent && agentId === null && before.distributor === AUTOMATIC;
  if (!isLetGo || before.assignee_id === null || (await staysByRule(tx, step, before))) return null;
  await setAssignee(tx, { callbackId: before.id, agentId: null, distributor: null, actor: SYSTEM });
  await rememberAssignee(tx, before.id, before.assignee_id);
  return before.assignee_id;
}

/**
 * Assigns a callback that has not ended to an agent, or to nobody, whoever had it; nothing happens when it is so already.
 * @param given `distributor`: the id of who assigned it. Only what was assigned automatically is unassigned by going back to waiting.
 * @returns false when there is no such open callback.
 */
export async function assign(db: Db, given: Assignment & { readonly callbackId: string }): Promise<boolean> {
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
    const concerned = [row.assignee_id, given.agentId].filter((agentId) => agentId !== null);
    await hintAll(tx, [{ callbackId: given.callbackId }, ...concerned.map((agentId) => ({ agentId }))]);
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
