import { sql } from 'kysely';
import { distribute } from '../../domain/distribution.ts';
import type { Taker } from '../../domain/distribution.ts';
import type { PlanAction, PlanRefusal } from '../../domain/plan.ts';
import { MOST_ITEMS } from '../../domain/plan.ts';
import { OPEN_STATUSES } from '../../domain/status.ts';
import { loads } from '../agent/agents.ts';
import type { PlanRow } from './plan-judge.ts';
import { judgeOf, readPlanRows } from './plan-judge.ts';
import type { Search } from '../search/search.ts';
import { narrowed } from '../search/search.ts';
import type { Db } from '../tables.ts';

/** Which callbacks a plan is for: these, or the open ones of a search. */
export type Selection = { readonly ids: readonly string[] } | { readonly search: Search };

/** What a plan is to do with one callback: whose it is to be, or why it is left as it is. */
export interface PlannedItem {
  readonly callbackId: string;
  readonly agentId: string | null;
  readonly refusal: PlanRefusal | null;
}

/** A plan has at most `MOST_ITEMS` callbacks: nothing was written. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  constructor() {
    super(`The selection holds more than ${MOST_ITEMS} callbacks.`);
  }
}

/** There is no callback of this id: nothing was written. */
export class NoSuchCallback extends Error {
  override readonly name = 'NoSuchCallback';
  readonly callbackId: string;
  constructor(callbackId: string) {
    super('One of the callbacks does not exist.');
    this.callbackId = callbackId;
  }
}

/**
 * What a plan would do now, callback by callback, in the order they are due. Changes nothing.
 * @throws {TooMany} {NoSuchCallback}
 */
export async function draftPlan(db: Db, action: PlanAction, selection: Selection): Promise<PlannedItem[]> {
  const ids = 'ids' in selection ? [...new Set(selection.ids.map((id) => id.toLowerCase()))] : await openOnes(db, selection.search);
  const rows = await readPlanRows(db, action, ids);
  if (rows.length < ids.length) throw new NoSuchCallback(missing(ids, rows));
  const judge = await judgeOf(db, action);
  const items = rows.map((row) => ({ callbackId: row.id, routeId: row.routeId, refusal: judge(row) }));
  if (action.type !== 'distribute' && action.type !== 'move') return items.map((item) => toItem(item, null, item.refusal));
  const possible = items.filter(({ refusal }) => refusal === null);
  const dealt = distribute(possible.map(({ routeId }) => routeId), await takersOf(db, action.agentIds), action);
  const agents = new Map(possible.map(({ callbackId }, index) => [callbackId, dealt[index] ?? null]));
  return items.map((item) => {
    const agentId = agents.get(item.callbackId) ?? null;
    return toItem(item, agentId, item.refusal ?? (agentId === null ? 'no_eligible_agent' : null));
  });
}

async function openOnes(db: Db, search: Search): Promise<string[]> {
  const rows = await narrowed(db.selectFrom('callback'), search)
    .where('status', 'in', OPEN_STATUSES)
    .select('id')
    .limit(MOST_ITEMS + 1)
    .execute();
  if (rows.length > MOST_ITEMS) throw new TooMany();
  return rows.map(({ id }) => id);
}

function missing(ids: readonly string[], rows: readonly PlanRow[]): string {
  const found = new Set(rows.map(({ id }) => id));
  return ids.find((id) => !found.has(id)) ?? '';
}

/** Which routes' callbacks each of these agents may have. Who may not phone, or not sign in, is left out. */
export async function servedBy(db: Db, agentIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  if (agentIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; routeIds: string[] }>`
    select a.id, array(select ar.route_id from agent_route ar where ar.agent_id = a.id) as "routeIds"
    from agent a
    where a.id = any(${agentIds}::text[]) and a.may_phone and a.disabled_at is null`.execute(db);
  return new Map(rows.map(({ id, routeIds }) => [id, new Set(routeIds)]));
}

/** These agents, with the routes they serve and what they carry. */
async function takersOf(db: Db, agentIds: readonly string[]): Promise<Taker[]> {
  const [served, carried] = [await servedBy(db, agentIds), await loads(db)];
  return [...served].map(([agentId, routeIds]) => ({ agentId, routeIds, load: carried.get(agentId) ?? 0 }));
}

function toItem({ callbackId }: { callbackId: string }, agentId: string | null, refusal: PlanRefusal | null): PlannedItem {
  return { callbackId, agentId, refusal };
}
