import { DateTime } from 'luxon';
import type * as z from 'zod';
import type { Language } from '../../domain/glossary/index.ts';
import { labelOf } from '../../domain/glossary/label.ts';
import { isSelfDistributor } from '../../domain/words.ts';
import { namesOf } from '../../store/callback/names.ts';
import { readRoutes } from '../../store/route/routes.ts';
import type { Db } from '../../store/tables.ts';
import type { Caller } from '../auth/caller.ts';
import { seesAll } from '../auth/caller.ts';
import type { totalsQuery } from '../schemas/callbacks.ts';
import { CONDITION_WORDS } from './condition-words.ts';
import type { Conditions } from './workbook.ts';
import { REPORT_WORDS } from './words.ts';

/** What is downloaded: a search, or callbacks selected one by one. */
export interface Wanted {
  readonly query: z.output<typeof totalsQuery>;
  readonly ids?: readonly string[];
}

/** The same, to be told in words. */
export interface Told {
  readonly query: Wanted['query'];
  /** How many were selected one by one; undefined: it is a search. */
  readonly selected?: number | undefined;
  /** Only what is, or was, the caller's. */
  readonly isOwn: boolean;
  readonly language: Language;
  readonly timeZone: string;
}

export type Line = readonly [string, string | number];

interface Asked extends Wanted, Pick<Told, 'language' | 'timeZone'> {
  readonly caller: Caller;
  readonly now: Date;
}

/** The sheet that states who downloaded when, what was searched for, in words, and how many rows came of it. */
export async function conditionsOf(db: Db, asked: Asked): Promise<(rows: number) => Conditions> {
  const { caller, language, timeZone, now, ids, query } = asked;
  const words = CONDITION_WORDS[language];
  const searched = await searchLines(db, { query, selected: ids?.length, isOwn: !seesAll(caller), language, timeZone });
  const lines: Line[] = [[words.by, caller.name], [words.at, clockTime(now.toISOString(), timeZone)], ...searched];
  return (rows) => ({ sheetName: words.sheet, headings: words.headings, rows: [...lines, [words.rows, rows]] });
}

/** What was searched for or selected, condition by condition. */
export async function searchLines(db: Db, told: Told): Promise<Line[]> {
  const { query, selected, isOwn, language } = told;
  const words = CONDITION_WORDS[language];
  const { headings, status, kind, origin, channel, outcome } = REPORT_WORDS[language];
  const lines: (readonly [string, string | number | undefined])[] = [
    [words.own, isOwn ? words.ownOnly : undefined],
    [words.selected, selected],
    ...periodLines(told),
    [headings.route, await routeNames(db, query.route)],
    [headings.status, query.status?.map((word) => status[word]).join(', ')],
    [headings.number, query.number],
    [headings.name, query.name],
    ...(await peopleLines(db, told)),
    [headings.kind, query.kind?.map((word) => kind[word]).join(', ')],
    [headings.origin, query.origin?.map((word) => origin[word]).join(', ')],
    [headings.channel, query.channel && channel[query.channel]],
    [headings.disposition, await dispositionName(db, query.disposition, language)],
    [headings.lastOutcome, query.outcome && outcome[query.outcome]],
    [words.atLeast, query.attemptsFrom],
    [words.atMost, query.attemptsTo],
    [words.order, orderWord(told)],
  ];
  return given(lines);
}

/** The conditions that were set. */
export function given(lines: readonly (readonly [string, string | number | undefined])[]): Line[] {
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function periodLines({ query: { by, from, to }, language, timeZone }: Told): (readonly [string, string | undefined])[] {
  const words = CONDITION_WORDS[language];
  return [
    [words.time, from || to ? words.times[by] : undefined],
    [words.from, from && clockTime(from, timeZone)],
    [words.to, to && clockTime(to, timeZone)],
  ];
}

async function peopleLines(db: Db, { query: { assignee, team, distributor }, language }: Told): Promise<(readonly [string, string | undefined])[]> {
  const words = CONDITION_WORDS[language];
  const report = REPORT_WORDS[language];
  const names = await namesOf(db, [assignee, distributor].filter((id) => id !== undefined));
  const named = team && (await db.selectFrom('team').select('name').where('id', '=', team).executeTakeFirst());
  const nameOf = (id: string | undefined) => id && (names.get(id) ?? id);
  return [
    [report.headings.assignee, assignee === 'none' || assignee === 'any' ? words[assignee] : nameOf(assignee)],
    [words.team, named ? named.name : team],
    [report.headings.distributor, isSelfDistributor(distributor) ? report.distributor[distributor] : nameOf(distributor)],
  ];
}

function orderWord({ query: { by, sort = by, order }, language }: Told): string {
  const { headings } = REPORT_WORDS[language];
  const sorts = { requested: headings.requestedAt, due: headings.dueAt, ended: headings.endedAt, attempts: headings.attemptsPlaced, name: headings.name };
  return `${sorts[sort]} (${CONDITION_WORDS[language].orders[order]})`;
}

/** Routes by their names; undefined: none was asked for. */
export async function routeNames(db: Db, ids: readonly string[] | undefined): Promise<string | undefined> {
  if (!ids) return undefined;
  const names = new Map((await readRoutes(db)).map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? id).join(', ');
}

async function dispositionName(db: Db, code: string | undefined, language: Language): Promise<string | undefined> {
  if (code === undefined) return undefined;
  const known = (await readRoutes(db)).flatMap(({ policy }) => policy.dispositions).find((disposition) => disposition.code === code);
  return labelOf(known?.label ?? {}, language, code);
}

/** As a clock in that zone shows it, with the zone's name. */
export function clockTime(instant: string, timeZone: string): string {
  return `${DateTime.fromISO(instant, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm')} (${timeZone})`;
}
