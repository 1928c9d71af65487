import { sql } from 'kysely';
import { isOpen } from '../../domain/hours.ts';
import type { PlanAction, PlanRefusal } from '../../domain/plan.ts';
import type { PlannedCallback } from '../../domain/plan-rules.ts';
import { whyNot } from '../../domain/plan-rules.ts';
import { readRoute, readRoutes } from '../route/routes.ts';
import type { Db } from '../tables.ts';

/** What a plan reads of a callback: enough to decide, and to do what is SQL. */
export interface PlanRow extends PlannedCallback {
  readonly id: string;
  readonly routeId: string;
  readonly numberHash: string;
  readonly isStarted: boolean;
  readonly distributor: string | null;
  readonly desiredAt: Date | null;
  readonly version: number;
  /** Where the action changes the route: the other one has an open callback of this number. */
  readonly routeHasOne: boolean;
}

/** Reads callbacks for an action, in the order they are due. */
export async function readPlanRows(db: Db, action: PlanAction, ids: readonly string[]): Promise<PlanRow[]> {
  const other = action.type === 'change_route' ? action.routeId : null;
  const { rows } = await sql<PlanRow>`
    select c.id, c.route_id as "routeId", c.number_hash as "numberHash", c.status, c.assignee_id as "assigneeId", c.distributor,
           c.desired_at as "desiredAt", c.version, c.started_at is not null as "isStarted", c.waits_for is not null as "isKeptForLater",
           false as "wasAsked",
           exists (select from reservation r where r.callback_id = c.id and r.released_at is null) as "isReserved",
           ${other}::text is not null and exists (
             select from callback o
             where o.route_id = ${other} and o.number_hash = c.number_hash and o.id <> c.id and o.waits_for is null
               and o.status not in ('completed', 'cancelled', 'expired', 'failed')) as "routeHasOne"
    from callback c
    where c.id = any(${ids}::uuid[])
    order by coalesce(c.due_at, 'infinity'), c.id`.execute(db);
  return rows;
}

/** Says of one callback after another why the action leaves it as it is; null: it does not. */
export type Judge = (row: PlanRow) => PlanRefusal | null;

/** Reads what an action is judged by besides the callback: routes and their hours, as they are now. */
export async function judgeOf(db: Db, action: PlanAction, now = new Date()): Promise<Judge> {
  const whyNotHere = await particulars(db, action, now);
  return (row) => whyNot(action.type, row) ?? whyNotHere(row);
}

async function particulars(db: Db, action: PlanAction, now: Date): Promise<Judge> {
  if (action.type === 'reschedule') return judgeTime(db, action.at, now);
  if (action.type === 'change_route') return judgeRoute(db, action.routeId);
  return () => null;
}

async function judgeTime(db: Db, at: string, now: Date): Promise<Judge> {
  if (Date.parse(at) <= now.getTime()) return () => 'bad_time';
  const routes = new Map((await readRoutes(db)).map((route) => [route.id, route]));
  const open = new Map<string, boolean>();
  return ({ routeId }) => {
    const policy = routes.get(routeId)?.policy;
    const isOpenThen = open.get(routeId) ?? (policy !== undefined && isOpen(policy, at));
    open.set(routeId, isOpenThen);
    return isOpenThen ? null : 'bad_time';
  };
}

/** Of several callbacks of one number, the first goes to the route. */
async function judgeRoute(db: Db, routeId: string): Promise<Judge> {
  const route = await readRoute(db, routeId);
  const taken = new Set<string>();
  return (row) => {
    if (row.routeId === routeId) return null;
    if (!route || route.closed) return 'route_closed';
    if (row.routeHasOne || taken.has(row.numberHash)) return 'route_has_one';
    taken.add(row.numberHash);
    return null;
  };
}
