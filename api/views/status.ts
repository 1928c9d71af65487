import type * as z from 'zod';
import type { PeriodUnit } from '../../domain/periods.ts';
import type { Grouping } from '../../domain/processing.ts';
import { NONE_COUNTED, figuresOf, shareOf, sumOf } from '../../domain/processing.ts';
import { namesOf } from '../../store/callback/names.ts';
import { readRoutes } from '../../store/route/routes.ts';
import type { CountedOffers, CountedRow, CountedService } from '../../store/report/status.ts';
import type { Db } from '../../store/tables.ts';
import type { offersAnswer, serviceAnswer, statusAnswer } from '../schemas/status.ts';

type Group = { readonly id: string; readonly name: string } | null;
type Answer<S extends z.ZodType> = Omit<z.output<S>, 'from' | 'to' | 'timeZone'>;

/** Gives the groups of these rows their names; the id itself where there is none. */
export async function namer(db: Db, groupBy: Grouping, rows: readonly { readonly groupId: string | null }[]): Promise<(id: string | null) => Group> {
  const names = groupBy === 'route' ? new Map((await readRoutes(db)).map(({ id, name }) => [id, name])) : await namesOf(db, rows.flatMap(({ groupId }) => groupId ?? []));
  return (id) => (id === null ? null : { id, name: names.get(id) ?? id });
}

/** The processing status as the API shows it: every period has a row. */
export function statusView(
  wish: { readonly unit: PeriodUnit; readonly groupBy: Grouping },
  counted: readonly CountedRow[],
  periods: readonly string[],
  name: (id: string | null) => Group,
): Answer<typeof statusAnswer> {
  const byPeriod = together(counted, ({ period }) => period);
  const rows = periods.flatMap((period) => {
    const some = byPeriod.get(period) ?? [{ ...NONE_COUNTED, period, groupId: null }];
    return some.map((row) => ({ period, group: name(row.groupId), ...figuresOf(row) })).toSorted(byName);
  });
  const groups = wish.groupBy === 'none' ? [] : [...together(counted, ({ groupId }) => groupId)];
  return {
    ...wish,
    rows,
    groups: groups.map(([id, some]) => ({ group: name(id), ...figuresOf(sumOf(some)) })).toSorted(byName),
    totals: figuresOf(sumOf(counted)),
  };
}

/** How well the calls went, as the API shows it. */
export function serviceView(
  counted: readonly CountedService[],
  [total]: readonly CountedService[],
  name: (id: string | null) => Group,
): Omit<Answer<typeof serviceAnswer>, 'groupBy'> {
  const rows = counted.map((row) => ({ group: name(row.groupId), ...serviceFigures(row) })).toSorted(byName);
  return { rows, totals: serviceFigures(total ?? NO_SERVICE) };
}

const NO_SERVICE = { completedByCall: 0, calls: 0, called: 0, answeredAtFirst: 0, promised: 0, kept: 0, medianWaitMs: null };

function serviceFigures({ completedByCall, calls, called, answeredAtFirst, promised, kept, medianWaitMs }: Omit<CountedService, 'groupId'>) {
  return {
    attemptsPerCompletion: shareOf(calls, completedByCall),
    completedByCall,
    firstAttemptSuccess: shareOf(answeredAtFirst, called),
    answeredAtFirst,
    called,
    medianWaitMs,
    keptPromises: shareOf(kept, promised),
    kept,
    promised,
  };
}

const OFFER_FIGURES = ['offered', 'accepted', 'rejected', 'missed', 'withdrawn'] as const;

/** Offers per agent, as the API shows them. */
export function offersView(counted: readonly CountedOffers[], name: (id: string | null) => Group): Answer<typeof offersAnswer> {
  const rows = counted.map(({ agentId, ...figures }) => ({ agent: name(agentId) ?? { id: agentId, name: agentId }, ...figures }));
  const totals = Object.fromEntries(OFFER_FIGURES.map((key) => [key, counted.reduce((sum, row) => sum + row[key], 0)]));
  return {
    rows: rows.toSorted((a, b) => compare(a.agent.name, b.agent.name)),
    totals: totals as Record<(typeof OFFER_FIGURES)[number], number>,
  };
}

function together<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const all = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const some = all.get(key);
    if (some) some.push(row);
    else all.set(key, [row]);
  }
  return all;
}

/** By name, what is nobody's last. */
function byName(a: { readonly group: Group }, b: { readonly group: Group }): number {
  if (a.group === null || b.group === null) return Number(a.group === null) - Number(b.group === null);
  return compare(a.group.name, b.group.name);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en');
}
