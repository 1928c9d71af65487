import { DateTime } from 'luxon';
import type { Status } from '../../domain/status.ts';
import { STATUSES } from '../../domain/status.ts';
import type { AttemptOutcome, Kind, Origin } from '../../domain/words.ts';
import { ATTEMPT_OUTCOMES, KINDS, ORIGINS } from '../../domain/words.ts';
import type { ListQuery } from '../api/types.ts';

/** The periods offered by name; `custom` is from one day to another. */
export const PERIODS = ['all', 'today', 'yesterday', 'week', 'month', 'ahead', 'custom'] as const;
export type Period = (typeof PERIODS)[number];

export const BYS = ['requested', 'due', 'ended'] as const;

/** What the list can be sorted by, beside the instant that `by` names. */
export const SORTS = ['requested', 'due', 'ended', 'attempts', 'name'] as const;
export type SortName = (typeof SORTS)[number];

/** What the list is narrowed by, as the fields show it. Empty text and empty lists narrow nothing. */
export interface Search {
  readonly period: Period;
  /** Days in the centre's zone, `2026-11-21`; both included. Only for `custom`. */
  readonly from: string;
  readonly to: string;
  readonly by: (typeof BYS)[number];
  readonly route: readonly string[];
  readonly status: readonly Status[];
  readonly number: string;
  /** Id of an agent, or `none`. */
  readonly assignee: string;
  /** Id of a team: what is assigned to its agents. */
  readonly team: string;
  readonly name: string;
  readonly kind: readonly Kind[];
  readonly origin: readonly Origin[];
  readonly outcome: AttemptOutcome | '';
  /** Id of an administrator, or a word for nobody in particular. */
  readonly distributor: string;
  /** A code. */
  readonly disposition: string;
  /** Digits. */
  readonly attemptsFrom: string;
  readonly attemptsTo: string;
  /** Empty: by the instant of the period, in its usual order. */
  readonly sort: SortName | '';
  readonly order: 'asc' | 'desc' | '';
}

export const NO_SEARCH: Search = {
  period: 'all',
  from: '',
  to: '',
  by: 'requested',
  route: [],
  status: [],
  number: '',
  assignee: '',
  team: '',
  name: '',
  kind: [],
  origin: [],
  outcome: '',
  distributor: '',
  disposition: '',
  attemptsFrom: '',
  attemptsTo: '',
  sort: '',
  order: '',
};

/** Reads a search from the page's address. What it does not know narrows nothing. */
export function readSearch(params: URLSearchParams): Search {
  const text = (name: string) => params.get(name) ?? '';
  const digits = (name: string) => (/^\d{1,3}$/.test(text(name)) ? text(name) : '');
  const list = (name: string) => text(name).split(',').filter(Boolean);
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((word) => word === params.get(name));
  const some = <T extends string>(name: string, known: readonly T[]) => known.filter((word) => list(name).includes(word));
  return {
    period: one('period', PERIODS) ?? 'all',
    from: text('from'),
    to: text('to'),
    by: one('by', BYS) ?? 'requested',
    route: list('route'),
    status: some('status', STATUSES),
    number: text('number'),
    assignee: text('assignee'),
    team: text('team'),
    name: text('name'),
    kind: some('kind', KINDS),
    origin: some('origin', ORIGINS),
    outcome: one('outcome', ATTEMPT_OUTCOMES) ?? '',
    distributor: text('distributor'),
    disposition: text('disposition'),
    attemptsFrom: digits('attemptsFrom'),
    attemptsTo: digits('attemptsTo'),
    sort: one('sort', SORTS) ?? '',
    order: one('order', ['asc', 'desc']) ?? '',
  };
}

/** A search as parameters of the page's address: only what narrows something. */
export function writeSearch(search: Search): Record<string, string> {
  const written = Object.entries(search).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(written.filter(([name, value]) => value !== String(NO_SEARCH[name as keyof Search])));
}

/** Whether nothing is narrowed. */
export function isEmptySearch(search: Search): boolean {
  return Object.keys(writeSearch(search)).every((name) => ['by', 'sort', 'order'].includes(name));
}

/** How many of the fields behind "Filters" are in use. */
export function countFilters({ name, kind, origin, outcome, team, disposition, attemptsFrom, attemptsTo }: Search): number {
  return [name, kind.length, origin.length, outcome, team, disposition, attemptsFrom || attemptsTo].filter(Boolean).length;
}

/** A search as the API takes it. Days are the centre's. The newest request comes first; by due time, the next one due. */
export function toQuery(search: Search, timeZone: string, nowMs: number): ListQuery {
  const { by, route, status, number, assignee, team, name, kind, origin, outcome, distributor, disposition, sort } = search;
  const { attemptsFrom: from, attemptsTo: to } = search;
  return {
    by,
    ...(sort && { sort }),
    order: orderOf(search).order,
    ...periodOf(search, timeZone, nowMs),
    ...(route.length > 0 && { route: [...route] }),
    ...(status.length > 0 && { status: [...status] }),
    ...(kind.length > 0 && { kind: [...kind] }),
    ...(origin.length > 0 && { origin: [...origin] }),
    ...(number.trim() && { number: number.trim() }),
    ...(name.trim() && { name: name.trim() }),
    ...(assignee && { assignee }),
    ...(team && { team }),
    ...(outcome && { outcome }),
    ...(distributor && { distributor }),
    ...(disposition && { disposition }),
    ...(from && { attemptsFrom: Number(from) }),
    // While the upper bound is being typed it may still lie below the lower one.
    ...(to && Number(to) >= Number(from) && { attemptsTo: Number(to) }),
  };
}

/** What the list goes by: what was chosen, or else the instant of the period, the next one due first and the newest of the others. */
export function orderOf({ by, sort, order }: Pick<Search, 'by' | 'sort' | 'order'>): { readonly sort: SortName; readonly order: 'asc' | 'desc' } {
  const chosen = sort || by;
  return { sort: chosen, order: order || usualOrder(chosen) };
}

function usualOrder(sort: SortName): 'asc' | 'desc' {
  return sort === 'due' || sort === 'name' ? 'asc' : 'desc';
}

/** What a press on a column's heading makes of the order: by this column, or the other way round. */
export function pressedHeading(search: Pick<Search, 'by' | 'sort' | 'order'>, heading: SortName): Pick<Search, 'sort' | 'order'> {
  const now = orderOf(search);
  if (now.sort !== heading) return { sort: heading, order: usualOrder(heading) };
  return { sort: heading, order: now.order === 'asc' ? 'desc' : 'asc' };
}

interface Span {
  /** ISO 8601; included. */
  readonly from?: string;
  /** ISO 8601; not included. */
  readonly to?: string;
}

/** The named periods as days from today, first and last included; null: without that bound. */
const PERIOD_DAYS: Readonly<Record<Exclude<Period, 'custom'>, readonly [first: number | null, last: number | null]>> = {
  all: [null, null],
  today: [0, 0],
  yesterday: [-1, -1],
  week: [-6, 0],
  month: [-29, 0],
  ahead: [0, null],
};

/** The instants between which a period lies. */
export function periodOf({ period, from, to }: Pick<Search, 'period' | 'from' | 'to'>, timeZone: string, nowMs: number): Span {
  if (period === 'custom') return customPeriod(from, to, timeZone);
  const today = DateTime.fromMillis(nowMs, { zone: timeZone }).startOf('day');
  const [first, last] = PERIOD_DAYS[period];
  return {
    ...(first !== null && { from: utc(today.plus({ days: first })) }),
    ...(last !== null && { to: utc(today.plus({ days: last + 1 })) }),
  };
}

function customPeriod(from: string, to: string, zone: string): Span {
  const first = DateTime.fromISO(from, { zone });
  const last = DateTime.fromISO(to, { zone });
  return { ...(from && first.isValid && { from: utc(first) }), ...(to && last.isValid && { to: utc(last.plus({ days: 1 })) }) };
}

function utc(time: DateTime): string {
  return time.toUTC().toISO() ?? '';
}
