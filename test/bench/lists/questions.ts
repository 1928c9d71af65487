import type pg from 'pg';
import type { Search } from '../../../store/callback/callbacks.ts';
import { searchCallbacks } from '../../../store/callback/callbacks.ts';
import { LISTED } from '../../../store/search/listed.ts';
import type { Store } from '../../../store/open.ts';
import { countStatus } from '../../../store/report/status.ts';
import { totals } from '../../../store/search/totals.ts';
import type { Question } from './compare.ts';
import { TIME_ZONE } from './seeded.ts';

const DAY_MS = 24 * 3_600_000;
const PAGE = 50;
const ROUTES = ['seed-billing-jp', 'seed-repair-jp', 'seed-support-kr'];
const STATUSES = ['completed', 'failed'] as const;

/**
 * What people ask of the lists and reports, by the store functions that the API calls, and by hand.
 *
 * @param until the newest callback's instant: periods count back from it
 */
export function questionsOf({ db }: Store, pool: pg.Pool, until: Date): Question[] {
  const before = (days: number) => new Date(until.getTime() - days * DAY_MS);
  const rows = async (text: string, values: unknown[]) => (await pool.query<Record<string, unknown>>(text, values)).rows;
  const search: Search = { period: { of: 'requested', from: before(180), to: until }, routeIds: ROUTES, statuses: STATUSES };
  const page = (order: 'asc' | 'desc') =>
    rows(
      `select ${LISTED.join(', ')} from callback where requested_at >= $1 and requested_at < $2 and route_id = any($3) and status = any($4)
       order by requested_at ${order}, id ${order} limit ${PAGE}`,
      [before(180), until, ROUTES, STATUSES],
    );
  const countedFrom = (from: Date, unit: 'day' | 'month') =>
    rows(
      `select to_char(period, '${unit === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM'}') as period, requested, distributed, completed, unprocessed from (
         select date_trunc('${unit}', requested_at at time zone '${TIME_ZONE}') as period, count(*)::int as requested, count(agent)::int as distributed,
           (count(agent) filter (where status = 'completed'))::int as completed, (count(agent) filter (where not over))::int as unprocessed
         from (select requested_at, status, status in ('completed', 'cancelled', 'expired', 'failed') as over,
                 coalesce(assignee_id, case when status in ('completed', 'cancelled', 'expired', 'failed') then last_assignee_id end) as agent
               from callback where requested_at >= $1 and requested_at < $2) c group by 1) counted order by 1`,
      [from, until],
    );
  const status = async (from: Date, unit: 'day' | 'month') => {
    const counted = await countStatus(db, { from, to: until }, { unit, groupBy: 'none', timeZone: TIME_ZONE });
    return counted.map(({ groupId: _none, ...figures }) => figures);
  };
  const ids = (found: readonly Record<string, unknown>[]) => found.map(({ id }) => id);
  return [
    {
      name: 'first page of a filtered search',
      product: async () => ids((await searchCallbacks(db, search, { limit: PAGE })).rows),
      byHand: async () => ids(await page('desc')),
    },
    {
      name: 'last page of a filtered search',
      product: async () => ids((await searchCallbacks(db, search, { isLast: true, limit: PAGE })).rows),
      byHand: async () => ids((await page('asc')).toReversed()),
    },
    {
      name: 'its totals',
      product: () => totals(db, search),
      byHand: async () => (await rows(TOTALS_BY_HAND, [before(180), until, ROUTES, STATUSES]))[0],
    },
    {
      name: 'totals of 13 months',
      product: () => totals(db, { period: { of: 'requested', from: before(400), to: until } }),
      byHand: async () => (await rows(TOTALS_OF_ALL_BY_HAND, [before(400), until]))[0],
    },
    { name: 'status of 31 days', product: () => status(before(31), 'day'), byHand: () => countedFrom(before(31), 'day') },
    { name: 'status of 13 months', product: () => status(before(400), 'month'), byHand: () => countedFrom(before(400), 'month') },
  ];
}

const COUNTS = `
  select count(*)::int as matching, (count(*) filter (where open))::int as total, (count(*) filter (where open and assignee_id is not null))::int as distributed,
    (count(*) filter (where open and assignee_id is null))::int as undistributed
  from (select assignee_id, status not in ('completed', 'cancelled', 'expired', 'failed') as open from callback where requested_at >= $1 and requested_at < $2`;
const TOTALS_OF_ALL_BY_HAND = `${COUNTS}) c`;
const TOTALS_BY_HAND = `${COUNTS} and route_id = any($3) and status = any($4)) c`;
