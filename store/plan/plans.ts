import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PlanAction, PlanItemState, PlanRefusal, PlanState } from '../../domain/plan.ts';
import type { Actor } from '../../domain/words.ts';
import type { PlannedItem, Selection } from './plan-draft.ts';
import { draftPlan } from './plan-draft.ts';
import type { CallbackRow, Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** A plan as it stands: how many of its callbacks are in which state, and how many are whose. */
export interface Plan {
  readonly id: string;
  readonly action: PlanAction;
  readonly actor: Actor;
  readonly state: PlanState;
  readonly total: number;
  readonly counts: Readonly<Record<PlanItemState, number>>;
  /** Whose the callbacks are to be, and how many are by now; those refused or stopped are nobody's. */
  readonly perAgent: readonly { readonly agentId: string; readonly count: number; readonly done: number }[];
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** The key was used for another request: nothing was written. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
  constructor() {
    super('This key was used for another plan.');
  }
}

/** The selection holds no callback that is open: nothing was written. */
export class NothingSelected extends Error {
  override readonly name = 'NothingSelected';
  constructor() {
    super('The selection holds no open callback.');
  }
}

export interface WantedPlan {
  readonly action: PlanAction;
  readonly selection: Selection;
  readonly actor: Actor;
  /** The same key again finds the same plan; null: none was given. */
  readonly requestKey: string | null;
}

/**
 * Writes a plan and its items, all or nothing. What is refused already is settled with it.
 * @returns `isNew` false: the same request had been written before.
 * @throws {TooMany} {NoSuchCallback} {NothingSelected} {KeyReused}
 */
export async function writePlan(db: Db, wanted: WantedPlan): Promise<{ id: string; isNew: boolean }> {
  const id = randomUUID();
  const digest = createHash('sha256').update(JSON.stringify([wanted.action, wanted.selection])).digest('hex');
  return inTransaction(db, async (tx) => {
    const made = await tx
      .insertInto('plan')
      .values({ id, action: JSON.stringify(wanted.action), actor: JSON.stringify(wanted.actor), request_key: wanted.requestKey, request_digest: digest })
      .onConflict((oc) => oc.column('request_key').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return { id: await repeated(tx, wanted.requestKey, digest), isNew: false };
    const items = await draftPlan(tx, wanted.action, wanted.selection);
    if (items.length === 0) throw new NothingSelected();
    await writeItems(tx, id, items);
    return { id, isNew: true };
  });
}

async function repeated(db: Db, requestKey: string | null, digest: string): Promise<string> {
  const plan = await db.selectFrom('plan').select(['id', 'request_digest']).where('request_key', '=', requestKey).executeTakeFirstOrThrow();
  if (plan.request_digest !== digest) throw new KeyReused();
  return plan.id;
}

async function writeItems(db: Db, planId: string, items: readonly PlannedItem[]): Promise<void> {
  await sql`
    insert into plan_item (plan_id, ordinal, callback_id, agent_id, state, refusal, settled_at)
    select ${planId}, ordinal, callback_id, agent_id, case when refusal is null then 'pending' else 'refused' end, refusal,
           case when refusal is null then null else now() end
    from unnest(${items.map(({ callbackId }) => callbackId)}::uuid[], ${items.map(({ agentId }) => agentId)}::text[],
                ${items.map(({ refusal }) => refusal)}::text[])
         with ordinality as item (callback_id, agent_id, refusal, ordinal)`.execute(db);
}

/** Null: there is no such plan. */
export async function readPlan(db: Db, id: string): Promise<Plan | null> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? ((await withCounts(db, [row]))[0] ?? null) : null;
}

/** The newest plans, the last one first. */
export async function recentPlans(db: Db, limit: number): Promise<Plan[]> {
  const rows = await db.selectFrom('plan').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return withCounts(db, rows);
}

interface Row {
  readonly id: string;
  readonly action: PlanAction;
  readonly actor: Actor;
  readonly created_at: Date;
  readonly stopped_at: Date | null;
  readonly finished_at: Date | null;
}

async function withCounts(db: Db, rows: readonly Row[]): Promise<Plan[]> {
  const counts = await db
    .selectFrom('plan_item')
    .select(({ fn }) => ['plan_id', 'agent_id', 'state', fn.countAll<number>().as('count')])
    .where(sql<boolean>`plan_id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .groupBy(['plan_id', 'agent_id', 'state'])
    .orderBy('agent_id')
    .execute();
  return rows.map((row) => toPlan(row, counts.filter(({ plan_id }) => plan_id === row.id)));
}

function toPlan(row: Row, groups: readonly { agent_id: string | null; state: PlanItemState; count: number }[]): Plan {
  const counts = { pending: 0, done: 0, refused: 0, stopped: 0 };
  const agents = new Map<string, { agentId: string; count: number; done: number }>();
  for (const { agent_id: agentId, state, count } of groups) {
    counts[state] += count;
    if (agentId === null || state === 'refused' || state === 'stopped') continue;
    const { count: before, done } = agents.get(agentId) ?? { count: 0, done: 0 };
    agents.set(agentId, { agentId, count: before + count, done: done + (state === 'done' ? count : 0) });
  }
  const { id, action, actor, created_at: createdAt, finished_at: finishedAt } = row;
  const ended = row.finished_at === null ? 'running' : 'finished';
  const total = counts.pending + counts.done + counts.refused + counts.stopped;
  return { id, action, actor, state: row.stopped_at === null ? ended : 'stopped', total, counts, perAgent: [...agents.values()], createdAt, finishedAt };
}

/** A callback that a plan left as it was, and why. */
export type RefusedItem = Pick<CallbackRow, 'id' | 'name' | 'number' | 'route_id'> & { readonly ordinal: number; readonly refusal: PlanRefusal };

/** What a plan refused, in its order. `after` is the ordinal of the last one seen; 0: from the beginning. */
export async function refusedItems(db: Db, planId: string, { after, limit }: { after: number; limit: number }): Promise<RefusedItem[]> {
  return db
    .selectFrom('plan_item')
    .innerJoin('callback', 'callback.id', 'plan_item.callback_id')
    .select(['callback.id', 'callback.name', 'callback.number', 'callback.route_id', 'plan_item.ordinal'])
    .select(sql<PlanRefusal>`plan_item.refusal`.as('refusal'))
    .where('plan_id', '=', planId)
    .where('state', '=', 'refused')
    .where('ordinal', '>', after)
    .orderBy('ordinal')
    .limit(limit)
    .execute();
}

/** Leaves everything that is not done as it is. A plan that has ended stays as it ended. False: there is no such plan. */
export async function stopPlan(db: Db, id: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const plan = await tx.selectFrom('plan').select('finished_at').where('id', '=', id).forUpdate().executeTakeFirst();
    if (!plan || plan.finished_at !== null) return plan !== undefined;
    await tx.updateTable('plan').set({ stopped_at: sql<Date>`now()`, finished_at: sql<Date>`now()` }).where('id', '=', id).execute();
    await tx
      .updateTable('plan_item')
      .set({ state: 'stopped', settled_at: sql<Date>`now()` })
      .where('plan_id', '=', id)
      .where('state', '=', 'pending')
      .execute();
    return true;
  });
}

/** Plans that are not finished and were written longer ago than this, the oldest first. */
export async function unfinishedPlans(db: Db, olderThanMs: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('finished_at', 'is', null)
    .where('created_at', '<=', sql<Date>`now() - ${olderThanMs} * interval '1 millisecond'`)
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
