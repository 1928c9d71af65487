import type { ListQuery } from '../api/types.ts';
import type { Search } from '../callbacks/search.ts';
import { NO_SEARCH, readSearch, toQuery, writeSearch } from '../callbacks/search.ts';
import { OPEN_STATUSES } from '../../domain/status.ts';

/** What Distribution shows of a search on its left. */
export const DISTRIBUTION_SHOWS = ['undistributed', 'withdrawn', 'all'] as const;
/** What Withdrawal shows of a search on its right. */
export const WITHDRAWAL_SHOWS = ['distributed', 'withdrawn'] as const;

/** What stands in the address of Distribution and of Withdrawal. */
export interface View<Show extends string> {
  readonly search: Search;
  readonly show: Show;
  /** The plan whose progress is shown. */
  readonly plan: string | null;
  /** Only agents who are logged in. */
  readonly ctiOnly: boolean;
  /** Only agents of this team; empty: of any. */
  readonly among: string;
  /** Only agents whose name has this in it; empty: of any. It hides those who are chosen, and they stay chosen. */
  readonly called: string;
  /** Only agents who serve one of the routes of what is selected; those hidden stay chosen, too. */
  readonly serving: boolean;
}

/** Reads a view from the page's address; without a word that is known, the first of `shows` is shown. */
export function readView<Show extends string>(params: URLSearchParams, shows: readonly [Show, ...Show[]]): View<Show> {
  return {
    search: readSearch(params),
    show: shows.find((show) => show === params.get('show')) ?? shows[0],
    plan: params.get('plan'),
    ctiOnly: params.has('cti'),
    among: params.get('among') ?? '',
    called: params.get('called') ?? '',
    serving: params.has('serving'),
  };
}

/** A view as parameters of the page's address: only what is not as at first. */
export function writeView<Show extends string>(view: View<Show>, shows: readonly [Show, ...Show[]]): Record<string, string> {
  const { search, show, plan, ctiOnly, among, called, serving } = view;
  return {
    ...writeSearch(search),
    ...(show !== shows[0] && { show }),
    ...(plan !== null && { plan }),
    ...(ctiOnly && { cti: '1' }),
    ...(among && { among }),
    ...(called && { called }),
    ...(serving && { serving: '1' }),
  };
}

/** Whether an agent or a team is searched for: then distributed callbacks are meant. */
export function seeksDistributed({ assignee, team }: Search): boolean {
  return assignee !== '' || team !== '';
}

/** A search as plans take it, too: by the requested time, who has waited longest first. */
export type OpenQuery = ListQuery & { by: 'requested'; order: 'asc' };

/** The open callbacks of a search, whoever has them: what is counted. Nothing narrows that these screens have no field for. */
export function openQuery({ period, from, to, route, number, assignee, team }: Search, timeZone: string, nowMs: number): OpenQuery {
  const query = toQuery({ ...NO_SEARCH, period, from, to, route, number, assignee, team }, timeZone, nowMs);
  return { ...query, by: 'requested', order: 'asc', status: [...OPEN_STATUSES] };
}

/** What Distribution lists. */
export function distributionQuery({ search, show }: View<(typeof DISTRIBUTION_SHOWS)[number]>, timeZone: string, nowMs: number): OpenQuery {
  const query = openQuery(search, timeZone, nowMs);
  if (seeksDistributed(search) || show === 'all') return query;
  return { ...query, assignee: 'none', ...(show === 'withdrawn' && { status: ['withdrawn'] }) };
}

/** What Withdrawal lists. */
export function withdrawalQuery({ search, show }: View<(typeof WITHDRAWAL_SHOWS)[number]>, timeZone: string, nowMs: number): OpenQuery {
  if (show === 'withdrawn') return { ...openQuery({ ...search, assignee: '', team: '' }, timeZone, nowMs), status: ['withdrawn'] };
  return { ...openQuery(search, timeZone, nowMs), assignee: search.assignee || 'any' };
}
