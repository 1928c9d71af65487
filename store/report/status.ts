import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { PeriodUnit } from '../../domain/periods.ts';
import type { Counted, Grouping } from '../../domain/processing.ts';
import type { OfferEnd } from '../../domain/words.ts';
import type { Db } from '../tables.ts';

/** Which callbacks are counted: those requested from `from` (included) to `to` (not included), narrowed by what is given. */
export interface StatusSearch {
  readonly from: Date;
  readonly to: Date;
  readonly routeIds?: readonly string[] | undefined;
  /** Whose they are, or were when they ended. */
  readonly agentId?: string | undefined;
  /** Of agents who are in this team now. */
  readonly teamId?: string | undefined;
}

/** How rows are formed; `timeZone` says when a day or a month begins. */
export interface RowsWish {
  readonly unit: PeriodUnit;
  readonly groupBy: Grouping;
  readonly timeZone: string;
}

/** `period` is `2026-11-21` or `2026-11`; `groupId` is null without grouping, and for callbacks that are nobody's. */
export interface CountedRow extends Counted {
  readonly period: string;
  readonly groupId: string | null;
}

const ENDED = sql`('completed', 'cancelled', 'expired', 'failed')`;

/** Whose a callback is: its assignee, and when it ended while it waited, the one who had it last. */
const AGENT = sql`coalesce(assignee_id, case when status in ${ENDED} then last_assignee_id end)`;

const GROUPS: Readonly<Record<Grouping, RawBuilder<unknown>>> = { none: sql`null::text`, agent: AGENT, route: sql`route_id` };
const FORMATS: Readonly<Record<PeriodUnit, string>> = { day: 'YYYY-MM-DD', month: 'YYYY-MM' };

/** The figures of each period and group that has callbacks, in order of the period. One statement, from the index `callback_processing` alone. */
export async function countStatus(db: Db, search: StatusSearch, { unit, groupBy, timeZone }: RowsWish): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    select to_char(period, ${sql.lit(FORMATS[unit])}) as "period", group_id as "groupId", requested, distributed, completed, unprocessed
      from (select date_trunc(${sql.lit(unit)}, requested_at at time zone ${sql.lit(timeZone)}) as period,
                   ${GROUPS[groupBy]} as group_id,
                   count(*)::int as requested,
                   count(${AGENT})::int as distributed,
                   (count(${AGENT}) filter (where status = 'completed'))::int as completed,
                   (count(${AGENT}) filter (where status not in ${ENDED}))::int as unprocessed
              from callback
             where ${narrowed(search)}
             group by 1${groupBy === 'none' ? sql`` : sql`, 2`}) as counted
     order by period, group_id`.execute(db);
  return rows;
}

/** How well the calls went; counted callbacks and the sums beside them. */
export interface CountedService {
  readonly groupId: string | null;
  /** Completed after at least one call, and the calls it took. */
  readonly completedByCall: number;
  readonly calls: number;
  /** With a first call that has ended, and those in which somebody answered it. */
  readonly called: number;
  readonly answeredAtFirst: number;
  /** Promises that were kept or can be kept no more, and those that were kept. */
  readonly promised: number;
  readonly kept: number;
  /** From due to answer, of half of those that were answered; null: none was. */
  readonly medianWaitMs: number | null;
}

/** How well the calls of each group went; without grouping in one row, and the whole is asked for in the same way. */
export async function countService(db: Db, search: StatusSearch, groupBy: Grouping): Promise<CountedService[]> {
  const { rows } = await sql<CountedService>`
    select ${GROUPS[groupBy]} as "groupId",
           (count(*) filter (where status = 'completed' and attempts_placed > 0))::int as "completedByCall",
           coalesce(sum(attempts_placed) filter (where status = 'completed'), 0)::int as "calls",
           count(first_call_outcome)::int as "called",
           (count(*) filter (where first_call_outcome = 'answered'))::int as "answeredAtFirst",
           (count(*) filter (where promise_kept_at is not null or window_ends_at < coalesce(ended_at, now())))::int as "promised",
           count(promise_kept_at)::int as "kept",
           1000 * (percentile_cont(0.5) within group (order by greatest(extract(epoch from answered_at - answer_due_at), 0))
             filter (where answered_at is not null)) as "medianWaitMs"
      from callback
     where ${narrowed(search)}
     group by 1
     order by 1`.execute(db);
  return rows;
}

/** Offers an agent was shown, by how they ended; those still open in none of them. */
export interface CountedOffers extends Record<OfferEnd, number> {
  readonly agentId: string;
  readonly offered: number;
}

/** The offers made in the period, by agent: all that an agent was shown, and how each of them ended. */
export async function countOffers(db: Db, { from, to, routeIds, agentId, teamId }: StatusSearch): Promise<CountedOffers[]> {
  const { rows } = await sql<CountedOffers>`
    select agent_id as "agentId", count(*)::int as "offered",
           (count(*) filter (where offer_end = 'accepted'))::int as "accepted",
           (count(*) filter (where offer_end = 'rejected'))::int as "rejected",
           (count(*) filter (where offer_end = 'missed'))::int as "missed",
           (count(*) filter (where offer_end = 'withdrawn'))::int as "withdrawn"
      from reservation
     where purpose = 'offer' and reserved_at >= ${from} and reserved_at < ${to} and confirmed_at is not null
       ${routeIds ? sql`and callback_id in (select id from callback where route_id = any(${[...routeIds]}::text[]))` : sql``}
       ${agentId === undefined ? sql`` : sql`and agent_id = ${agentId}`}
       ${teamId === undefined ? sql`` : sql`and agent_id in ${membersOf(teamId)}`}
     group by 1
     order by 1`.execute(db);
  return rows;
}

function narrowed({ from, to, routeIds, agentId, teamId }: StatusSearch): RawBuilder<unknown> {
  return sql.join(
    [
      sql`requested_at >= ${from} and requested_at < ${to}`,
      ...(routeIds ? [sql`route_id = any(${[...routeIds]}::text[])`] : []),
      ...(agentId === undefined ? [] : [sql`${AGENT} = ${agentId}`]),
      ...(teamId === undefined ? [] : [sql`${AGENT} in ${membersOf(teamId)}`]),
    ],
    sql` and `,
  );
}

function membersOf(teamId: string): RawBuilder<unknown> {
  return sql`(select agent_id from agent_team where team_id = ${teamId})`;
}
