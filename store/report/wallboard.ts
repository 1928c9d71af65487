import { sql } from 'kysely';
import type { Presence } from '../../domain/words.ts';
import { PRESENCES } from '../../domain/words.ts';
import { presences } from '../agent/presence.ts';
import type { Db } from '../tables.ts';

/** What stands on the wallboard of the callbacks that have not ended. */
export interface Waiting {
  /** Due, and waiting for an agent. */
  readonly waiting: number;
  /** Shown to an agent: offered, or being read. */
  readonly offered: number;
  /** Being dialled, or in conversation. */
  readonly onCall: number;
  readonly afterCall: number;
  /** Not called yet though it is promised: of what waits or is offered, what is past its window, or past its due time by a quarter of an hour. */
  readonly overdue: number;
  /** Since when the longest one has been due, of what waits or is offered. */
  readonly oldestDueAt: Date | null;
  /** Scheduled, and due within an hour. */
  readonly dueNextHour: number;
}

/** Narrows the board: to routes, and to what is assigned to or in the hands of a team's present agents. */
export interface WallboardSearch {
  readonly routeIds?: readonly string[] | undefined;
  readonly teamId?: string | undefined;
}

/** Counted over the rows of the index `callback_open` that are due, in hand, or due within the hour: never over what ended. */
export async function countWaiting(db: Db, { routeIds, teamId }: WallboardSearch): Promise<Waiting> {
  const isDue = sql`status in ('queued', 'offered', 'preview')`;
  const { rows } = await sql<Waiting>`
    select (count(*) filter (where status = 'queued'))::int as "waiting",
           (count(*) filter (where status in ('offered', 'preview')))::int as "offered",
           (count(*) filter (where status in ('dialling', 'connected')))::int as "onCall",
           (count(*) filter (where status = 'wrap_up'))::int as "afterCall",
           (count(*) filter (where ${isDue} and coalesce(window_ends_at, due_at + interval '15 minutes') < now()))::int as "overdue",
           min(due_at) filter (where ${isDue}) as "oldestDueAt",
           (count(*) filter (where status = 'scheduled'))::int as "dueNextHour"
      from callback
     where status not in ('completed', 'cancelled', 'expired', 'failed')
       and (status in ('queued', 'offered', 'preview', 'dialling', 'connected', 'wrap_up')
            or status = 'scheduled' and due_at >= now() and due_at < now() + interval '1 hour')
       ${routeIds ? sql`and route_id = any(${[...routeIds]}::text[])` : sql``}
       ${teamId === undefined ? sql`` : sql`and coalesce(agent_id, assignee_id) in (select agent_id from agent_team where team_id = ${teamId})`}`.execute(db);
  return rows[0] as Waiting;
}

/** How many agents stand how, of those who may sign in; of the routes, those who serve one of them. */
export async function countPresences(db: Db, { routeIds, teamId }: WallboardSearch): Promise<Record<Presence, number>> {
  const agents = await db
    .selectFrom('agent')
    .select('id')
    .where('may_phone', '=', true)
    .where('disabled_at', 'is', null)
    .$if(teamId !== undefined, (query) => query.where('id', 'in', (eb) => eb.selectFrom('agent_team').select('agent_id').where('team_id', '=', String(teamId))))
    .$if(routeIds !== undefined, (query) => query.where('id', 'in', (eb) => eb.selectFrom('agent_route').select('agent_id').where('route_id', 'in', routeIds ?? [])))
    .execute();
  const standing = [...(await presences(db, agents.map(({ id }) => id))).values()];
  const counts = PRESENCES.map((wanted) => [wanted, standing.filter(({ presence }) => presence === wanted).length] as const);
  return Object.fromEntries(counts) as Record<Presence, number>;
}
