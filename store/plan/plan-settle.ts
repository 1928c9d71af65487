import { sql } from 'kysely';
import type { PlanAction, PlanRefusal } from '../../domain/plan.ts';
import { isAboutOwner } from '../../domain/plan-rules.ts';
import type { Actor } from '../../domain/words.ts';
import { assignAll, lockCallbacks } from '../callback/assignments.ts';
import { servedBy } from './plan-draft.ts';
import type { PlanRow } from './plan-judge.ts';
import { judgeOf, readPlanRows } from './plan-judge.ts';
import { changeRoutes, holdRoute } from '../route/route-change.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** A plan that is being carried out. */
export interface RunningPlan {
  readonly id: string;
  readonly action: PlanAction;
  readonly actor: Actor;
}

/** One callback of a plan that is not settled yet. */
export interface PendingItem {
  readonly ordinal: number;
  readonly callback_id: string;
  readonly agent_id: string | null;
  /** How often its workflow has been asked, this time included. */
  readonly tries: number;
}

/** Null: it has ended, or there is none. */
export async function readRunning(db: Db, planId: string): Promise<RunningPlan | null> {
  const plan = await db.selectFrom('plan').select(['id', 'action', 'actor']).where('id', '=', planId).where('finished_at', 'is', null).executeTakeFirst();
  return plan ?? null;
}

/** Which items: the next so many after an ordinal; or one whose workflow has done its part, which is finished also after Stop. */
export type Which = { readonly after: number; readonly limit: number } | { readonly only: number };

/**
 * Carries out, in one transaction, what of these items is SQL: each as its callback is now, under its row's lock. Those whose
 * workflow is to be asked stay pending.
 * @returns the ordinal of the last item looked at; null: there was none, or the plan has ended.
 */
export async function settleInSql(db: Db, planId: string, which: Which): Promise<number | null> {
  return inTransaction(db, async (tx) => {
    // Shared: Stop waits for what is under way, and what comes after it finds the plan ended.
    const plan = await sql<RunningPlan>`
      select id, action, actor from plan where id = ${planId} and (finished_at is null or ${'only' in which}) for share`.execute(tx);
    const items = await lockItems(tx, planId, which);
    const [running] = plan.rows;
    if (!running || items.length === 0) return null;
    const ids = items.map(({ callback_id }) => callback_id);
    await lockCallbacks(tx, ids);
    if (running.action.type === 'change_route') await holdRoute(tx, running.action.routeId);
    await carryOut(tx, running, items, await readPlanRows(tx, running.action, ids));
    return items.at(-1)?.ordinal ?? null;
  });
}

async function lockItems(tx: Db, planId: string, which: Which): Promise<PendingItem[]> {
  const query = tx
    .selectFrom('plan_item')
    .select(['ordinal', 'callback_id', 'agent_id', 'tries'])
    .where('plan_id', '=', planId)
    .orderBy('ordinal')
    .forUpdate();
  if ('only' in which) return query.where('ordinal', '=', which.only).where('state', 'in', ['pending', 'stopped']).execute();
  return query.where('ordinal', '>', which.after).where('state', '=', 'pending').limit(which.limit).execute();
}

async function carryOut(tx: Db, plan: RunningPlan, items: readonly PendingItem[], rows: readonly PlanRow[]): Promise<void> {
  const { action, actor } = plan;
  const judge = await judgeOf(tx, action);
  const mayTake = await eligibility(tx, items);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const doing: { item: PendingItem; row: PlanRow }[] = [];
  const settled: Settled[] = [];
  for (const item of items) {
    const row = byId.get(item.callback_id);
    if (!row) continue;
    const refusal = judge({ ...row, wasAsked: item.tries > 0 }) ?? (mayTake(item, row) ? null : 'no_eligible_agent');
    if (refusal === null && !isAboutOwner(action.type, row)) continue;
    settled.push({ ordinal: item.ordinal, refusal });
    if (refusal === null) doing.push({ item, row });
  }
  if (action.type === 'change_route') await changeRoutes(tx, doing.map(({ row }) => row), action.routeId, actor);
  else await assignAll(tx, doing.map(({ item, row }) => ({ row, agentId: item.agent_id })), actor);
  await settle(tx, plan.id, settled);
}

/** An agent may have lost the route, or the right to phone, since the plan was written. */
async function eligibility(tx: Db, items: readonly PendingItem[]): Promise<(item: PendingItem, row: PlanRow) => boolean> {
  const agentIds = [...new Set(items.map(({ agent_id }) => agent_id).filter((id) => id !== null))];
  const routes = await servedBy(tx, agentIds);
  return ({ agent_id }, { routeId }) => agent_id === null || (routes.get(agent_id)?.has(routeId) ?? false);
}

/** How an item ended; null: it is done. */
export interface Settled {
  readonly ordinal: number;
  readonly refusal: PlanRefusal | null;
}

/**
 * Writes how items ended. What was done after its plan had been stopped is done all the same.
 * @returns false: the plan has been stopped.
 */
export async function settle(db: Db, planId: string, settled: readonly Settled[]): Promise<boolean> {
  if (settled.length === 0) return true;
  const { rows } = await sql<{ goesOn: boolean }>`
    update plan_item i
    set state = case when given.refusal is null then 'done' else 'refused' end, refusal = given.refusal, settled_at = now()
    from unnest(${settled.map(({ ordinal }) => ordinal)}::int[], ${settled.map(({ refusal }) => refusal)}::text[]) as given (ordinal, refusal)
    where i.plan_id = ${planId} and i.ordinal = given.ordinal
      and (i.state = 'pending' or (i.state = 'stopped' and given.refusal is null))
    returning (select p.stopped_at is null from plan p where p.id = i.plan_id) as "goesOn"`.execute(db);
  return rows.length > 0 && rows.every(({ goesOn }) => goesOn);
}

/** Takes the next pending items to ask their workflows: those asked least often first. */
export async function takeToAsk(db: Db, planId: string, limit: number): Promise<PendingItem[]> {
  const { rows } = await sql<PendingItem>`
    with next as (
      select ordinal from plan_item where plan_id = ${planId} and state = 'pending' order by tries, ordinal limit ${limit})
    update plan_item i set tries = tries + 1
    from next
    where i.plan_id = ${planId} and i.ordinal = next.ordinal and i.state = 'pending'
    returning i.ordinal, i.callback_id, i.agent_id, i.tries`.execute(db);
  return rows.toSorted((a, b) => a.ordinal - b.ordinal);
}

/** The plan is finished once none of its items is pending. True: it has ended. */
export async function finishPlan(db: Db, planId: string): Promise<boolean> {
  await sql`
    update plan set finished_at = now()
    where id = ${planId} and finished_at is null
      and not exists (select from plan_item where plan_id = ${planId} and state = 'pending')`.execute(db);
  return (await readRunning(db, planId)) === null;
}
