import { DateTime } from 'luxon';
import type { Status } from '../../domain/status.ts';
import { STATUSES } from '../../domain/status.ts';
import type { AttemptOutcome, Kind, Origin } from '../../domain/words.ts';
import { ATTEMPT_OUTCOMES, KINDS, ORIGINS } from '../../domain/words.ts';
import type { ListQuery } from '../api/types.ts';

/** The periods offered by name; `custom` is from one day to another. */
export const PERIODS = ['all', 'today', 'yesterday', 'week', 'month', 'ahead', 'custom'] as const;
export type Period = (typeof PERIODS)[number];

export const BYS = ['requested', 'due'] as const;

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
};

/** Reads a search from the page's address. What it does not know narrows nothing. */
export function readSearch(params: URLSearchParams): Search {
  const text = (name: string) => params.get(name) ?? '';
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
  };
}

/** A search as parameters of the page's address: only what narrows something. */
export function writeSearch(search: Search): Record<string, string> {
  const written = Object.entries(search).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(written.filter(([name, value]) => value !== String(NO_SEARCH[name as keyof Search])));
}

/** Whether nothing is narrowed. */
export function isEmptySearch(search: Search): boolean {
  return Object.keys(writeSearch(search)).every((name) => name === 'by');
}

/** How many of the fields behind "Filters" are in use. */
export function countFilters({ name, kind, origin, outcome }: Search): number {
  return [name, kind.length, origin.length, outcome].filter(Boolean).length;
}

/** A search as the API takes it. Days are the centre's. The newest request comes first; by due time, the next one due. */
export function toQuery(search: Search, timeZone: string, nowMs: number): ListQuery {
  const { by, route, status, number, assignee, team, name, kind, origin, outcome } = search;
  return {
    by,
    order: by === 'due' ? 'asc' : 'desc',
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
  };
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
