import { DateTime } from 'luxon';
import type { PeriodUnit } from '../../domain/periods.ts';
import { PERIOD_UNITS, isDay } from '../../domain/periods.ts';
import type { Grouping } from '../../domain/processing.ts';
import { GROUPINGS } from '../../domain/processing.ts';
import type { StatusQuery } from '../api/types.ts';

/** The periods offered by name; `custom` is from one day to another. */
export const PERIODS = ['today', 'yesterday', 'week', 'days30', 'this_month', 'last_month', 'months13', 'custom'] as const;
export type Period = (typeof PERIODS)[number];

/** What the processing status is asked by, as the fields show it. Empty text and empty lists narrow nothing. */
export interface StatusSearch {
  readonly period: Period;
  /** Days in the centre's zone, `2026-11-21`; both included. Only for `custom`. */
  readonly from: string;
  readonly to: string;
  readonly route: readonly string[];
  readonly agent: string;
  readonly team: string;
  readonly unit: PeriodUnit;
  readonly groupBy: Grouping;
}

export const NO_SEARCH: StatusSearch = { period: 'this_month', from: '', to: '', route: [], agent: '', team: '', unit: 'day', groupBy: 'none' };

/** Reads a search from the page's address. What it does not know narrows nothing. */
export function readSearch(params: URLSearchParams): StatusSearch {
  const text = (name: string) => params.get(name) ?? '';
  const one = <T extends string>(name: string, known: readonly T[], otherwise: T) => known.find((word) => word === params.get(name)) ?? otherwise;
  return {
    period: one('period', PERIODS, NO_SEARCH.period),
    from: text('from'),
    to: text('to'),
    route: text('route').split(',').filter(Boolean),
    agent: text('agent'),
    team: text('team'),
    unit: one('unit', PERIOD_UNITS, NO_SEARCH.unit),
    groupBy: one('groupBy', GROUPINGS, NO_SEARCH.groupBy),
  };
}

/** A search as parameters of the page's address: only what differs from the plain one. */
export function writeSearch(search: StatusSearch): Record<string, string> {
  const written = Object.entries(search).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(written.filter(([name, value]) => value !== String(NO_SEARCH[name as keyof StatusSearch])));
}

/** A search as the API takes it; days are the centre's. */
export function toQuery(search: StatusSearch, timeZone: string, nowMs: number): StatusQuery {
  const { route, agent, team, unit, groupBy } = search;
  return {
    ...daysOf(search, DateTime.fromMillis(nowMs, { zone: timeZone })),
    unit,
    groupBy,
    ...(route.length > 0 && { route: [...route] }),
    ...(agent && { agent }),
    ...(team && { team }),
  };
}

function daysOf({ period, from, to }: StatusSearch, today: DateTime): { from?: string; to?: string } {
  const days = (first: DateTime, last: DateTime) => ({ from: first.toFormat('yyyy-MM-dd'), to: last.toFormat('yyyy-MM-dd') });
  const lastMonth = today.minus({ months: 1 });
  const named: Readonly<Record<Exclude<Period, 'custom'>, () => { from: string; to: string }>> = {
    this_month: () => days(today.startOf('month'), today),
    last_month: () => days(lastMonth.startOf('month'), lastMonth.endOf('month')),
    today: () => days(today, today),
    yesterday: () => days(today.minus({ days: 1 }), today.minus({ days: 1 })),
    week: () => days(today.minus({ days: 6 }), today),
    days30: () => days(today.minus({ days: 29 }), today),
    months13: () => days(today.minus({ months: 12 }).startOf('month'), today),
  };
  return period === 'custom' ? { ...(isDay(from) && { from }), ...(isDay(to) && { to }) } : named[period]();
}
