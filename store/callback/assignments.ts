import { sql } from 'kysely';
import type { PlanRefusal } from '../../domain/plan.ts';
import { isHeld, whyNot } from '../../domain/plan-rules.ts';
import type { Actor } from '../../domain/words.ts';
import { hintAll, kick } from '../notify.ts';
import { enqueueAll } from '../outbox.ts';
import { servedBy } from '../plan/plan-draft.ts';
import type { PlanRow } from '../plan/plan-judge.ts';
import { readPlanRows } from '../plan/plan-judge.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** Whose a callback is to be; null: nobody's. */
export interface Assignment {
  readonly row: Pick<PlanRow, 'id' | 'assigneeId' | 'status'>;
  readonly agentId: string | null;
}

/**
 * Assigns callbacks whose rows are locked, all in a few statements: rows, timeline, hints; what was withdrawn is wanted again, and
 * matching looks once. Those that are so already stay as they are.
 * @param actor who distributes, and is the distributor from now on unless another word is given for that.
 */
export async function assignAll(tx: Db, given: readonly Assignment[], actor: Actor, distributor = nameOf(actor)): Promise<void> {
  const changes = given.filter(({ row, agentId }) => row.assigneeId !== agentId);
  if (changes.length === 0) return;
  const ids = changes.map(({ row }) => row.id);
  const agentIds = changes.map(({ agentId }) => agentId);
  await sql`
    update callback c
    set assignee_id = given.agent_id, distributor = case when given.agent_id is null then null else ${distributor}::text end,
        assigned_at = case when given.agent_id is null then null else now() end
    from unnest(${ids}::uuid[], ${agentIds}::text[]) as given (id, agent_id)
    where c.id = given.id`.execute(tx);
  await sql`
    insert into case_event (callback_id, type, actor, data)
    select id, case when agent_id is null then 'unassigned' else 'assigned' end, ${JSON.stringify(actor)}::jsonb,
           jsonb_build_object('agentId', agent_id, 'distributor', case when agent_id is null then null else ${distributor}::text end)
    from unnest(${ids}::uuid[], ${agentIds}::text[]) as given (id, agent_id)`.execute(tx);
  await enqueueAll(tx, changes.filter(({ row, agentId }) => row.status === 'withdrawn' && agentId !== null).map(({ row }) => row.id), 'revive');
  const concerned = new Set(changes.flatMap(({ row, agentId }) => [row.assigneeId, agentId]).filter((id) => id !== null));
  await hintAll(tx, [...ids.map((callbackId) => ({ callbackId })), ...[...concerned].map((agentId) => ({ agentId }))]);
  await kick(tx);
}

function nameOf(actor: Actor): string {
  return 'id' in actor ? actor.id : actor.type;
}

/** Locks callbacks against every writer, in an order that never deadlocks with itself. */
export async function lockCallbacks(tx: Db, ids: readonly string[]): Promise<void> {
  await sql`select id from callback where id = any(${ids}::uuid[]) order by id for no key update`.execute(tx);
}

/** `held`: an offer or preview is open; nothing was changed, and its workflow is to be asked to withdraw it first. */
export type AssignedOne = 'assigned' | 'held' | { readonly refused: PlanRefusal };

/** Distributes one callback to an agent who may have it, or moves it there, whoever had it. Null: there is no such callback. */
export async function assignOne(
  db: Db,
  { callbackId, agentId, actor }: { callbackId: string; agentId: string; actor: Actor },
): Promise<AssignedOne | null> {
  return inTransaction(db, async (tx) => {
    await lockCallbacks(tx, [callbackId]);
    const action = { type: 'move', method: 'manual', agentIds: [agentId], levelled: false } as const;
    const [row] = await readPlanRows(tx, action, [callbackId]);
    if (!row) return null;
    const refused = whyNot('move', { ...row, wasAsked: true });
    if (refused) return { refused };
    if (!(await servedBy(tx, [agentId])).get(agentId)?.has(row.routeId)) return { refused: 'no_eligible_agent' };
    if (isHeld(row) && row.assigneeId !== agentId) return 'held';
    await assignAll(tx, [{ row, agentId }], actor);
    return 'assigned';
  });
}
