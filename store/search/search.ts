import type { Expression, ExpressionBuilder, SelectQueryBuilder, SqlBool } from 'kysely';
import { expressionBuilder, sql } from 'kysely';
import type { Status } from '../../domain/status.ts';
import type { AttemptOutcome, Channel, Kind, Origin } from '../../domain/words.ts';
import type { Tables } from '../tables.ts';

/** What a list is narrowed by and sorted by; what is left out narrows nothing. */
export interface Search {
  /** Callbacks whose instant of that name lies from `from` (included) to `to` (not included). */
  readonly period?: { readonly of: InstantName; readonly from?: Date | undefined; readonly to?: Date | undefined };
  /** Only these callbacks. */
  readonly ids?: readonly string[];
  readonly routeIds?: readonly string[];
  readonly statuses?: readonly Status[];
  readonly kinds?: readonly Kind[];
  readonly origins?: readonly Origin[];
  readonly channel?: Channel;
  /** A whole number, by its keyed hash; several where what was written can be read as numbers of several countries. */
  readonly numberHashes?: readonly string[];
  /** The end of a number: any count of digits. */
  readonly lastDigits?: string;
  /** Words, each a part of the customer's name, in any writing (domain/reading.ts). */
  readonly name?: string;
  /** Only callbacks of this contact. */
  readonly contactId?: string;
  /** Null: assigned to nobody. */
  readonly assigneeId?: string | null;
  /** Assigned to somebody, whoever it is. */
  readonly isAssigned?: boolean;
  /** Assigned to an agent of this team. */
  readonly teamId?: string;
  readonly distributor?: string;
  readonly disposition?: string;
  /** Of the newest attempt. */
  readonly lastOutcome?: AttemptOutcome;
  /** How often the customer was dialled, both ends included. */
  readonly attempts?: { readonly from?: number | undefined; readonly to?: number | undefined };
  /** Only what this agent is assigned, has in hand, or has dialled. */
  readonly visibleTo?: string;
  readonly sort?: Sort;
}

export type InstantName = 'requested' | 'due' | 'ended';
export type SortName = InstantName | 'attempts' | 'name';
export interface Sort {
  readonly by: SortName;
  readonly order: 'asc' | 'desc';
}

/**
 * The instants as they are searched and sorted by. Every callback has a value, so that a page can begin after any of them: without
 * a due time it comes last, without an end before every end. Each is what its index is made of.
 */
export const INSTANT_KEYS = {
  requested: sql<Date>`callback.requested_at`,
  due: sql<Date>`coalesce(callback.due_at, 'infinity')`,
  ended: sql<Date>`coalesce(callback.ended_at, '-infinity')`,
} as const satisfies Record<InstantName, unknown>;

/** A query over `callback`, joined to whatever else, with only the callbacks of the search. */
export function narrowed<TB extends keyof Tables, O>(query: SelectQueryBuilder<Tables, TB, O>, search: Search): SelectQueryBuilder<Tables, TB, O> {
  return query.where(matching(search));
}

/** What every callback of the search meets, as a condition on the table `callback` for a query written by hand. */
export function matching(search: Search): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'callback'>();
  return eb.and([...ofItself(eb, search), ...inTime(eb, search), ...ofPeople(eb, search), ...ofNumber(eb, search)]);
}

type Callbacks = ExpressionBuilder<Tables, 'callback'>;

function ofItself(eb: Callbacks, search: Search): Expression<SqlBool>[] {
  const { ids, routeIds, statuses, kinds, origins, channel, name, contactId, disposition, lastOutcome, attempts } = search;
  return [
    ...(ids ? [sql<SqlBool>`callback.id = any(${[...ids]}::uuid[])`] : []),
    ...(routeIds ? [eb('callback.route_id', 'in', nonEmpty(routeIds))] : []),
    ...(statuses ? [eb('callback.status', 'in', nonEmpty(statuses))] : []),
    ...(kinds ? [eb('callback.kind', 'in', nonEmpty(kinds))] : []),
    ...(origins ? [eb('callback.origin', 'in', nonEmpty(origins))] : []),
    ...(channel ? [eb('callback.channel', '=', channel)] : []),
    ...(name ? wordsOf(name).map(isInName) : []),
    ...(contactId ? [eb('callback.contact_id', '=', contactId)] : []),
    ...(disposition ? [eb('callback.disposition', '=', disposition)] : []),
    ...(lastOutcome ? [eb('callback.last_outcome', '=', lastOutcome)] : []),
    ...(attempts?.from === undefined ? [] : [eb('callback.attempts_placed', '>=', attempts.from)]),
    ...(attempts?.to === undefined ? [] : [eb('callback.attempts_placed', '<=', attempts.to)]),
  ];
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/u).filter((word) => word !== '');
}

/** Folded by the function that folds the names (0052_folded_names.sql): of one word, once, when the query is planned. */
function isInName(word: string): Expression<SqlBool> {
  return sql<SqlBool>`callback.name_folded like '%' || folded_name(${word}::text) || '%'`;
}

/** The bounds stand on the sort key, so that one index serves both; what has no such instant lies in no period. */
function inTime(eb: Callbacks, { period }: Search): Expression<SqlBool>[] {
  if (!period?.from && !period?.to) return [];
  const key = INSTANT_KEYS[period.of];
  return [
    ...(period.from ? [sql<SqlBool>`${key} >= ${period.from}`] : []),
    ...(period.to ? [sql<SqlBool>`${key} < ${period.to}`] : []),
    ...(period.of === 'requested' ? [] : [eb(`callback.${period.of}_at`, 'is not', null)]),
  ];
}

function ofPeople(eb: Callbacks, { assigneeId, isAssigned, teamId, distributor, visibleTo }: Search): Expression<SqlBool>[] {
  return [
    ...(assigneeId === undefined ? [] : [assigneeId === null ? eb('callback.assignee_id', 'is', null) : eb('callback.assignee_id', '=', assigneeId)]),
    ...(isAssigned ? [eb('callback.assignee_id', 'is not', null)] : []),
    ...(teamId ? [eb('callback.assignee_id', 'in', eb.selectFrom('agent_team').select('agent_team.agent_id').where('agent_team.team_id', '=', teamId))] : []),
    ...(distributor ? [eb('callback.distributor', '=', distributor)] : []),
    ...(visibleTo === undefined ? [] : [seenBy(visibleTo)]),
  ];
}

function ofNumber(eb: Callbacks, { numberHashes, lastDigits }: Search): Expression<SqlBool>[] {
  const ending = lastDigits ? [eb('callback.number', 'like', `%${escapeLike(lastDigits)}`)] : [];
  const four = lastDigits && lastDigits.length >= 4 ? [eb('callback.number_last4', '=', lastDigits.slice(-4))] : [];
  return [...(numberHashes ? [eb('callback.number_hash', 'in', nonEmpty(numberHashes))] : []), ...ending, ...four];
}

/** Looked up from the agent's side: theirs are few, whatever the whole list holds. An attempt that history forgot is none. */
function seenBy(agentId: string): Expression<SqlBool> {
  return sql<SqlBool>`callback.id in (
    select id from callback where assignee_id = ${agentId}
    union all select id from callback where agent_id = ${agentId}
    union all select attempt.callback_id from attempt join callback dialled on dialled.id = attempt.callback_id
      where attempt.agent_id = ${agentId} and attempt.attempt <= dialled.attempt)`;
}

/** An empty list of wanted values is met by nothing; SQL knows no empty list. */
function nonEmpty<T>(values: readonly T[]): readonly (T | null)[] {
  return values.length > 0 ? values : [null];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (special) => `\\${special}`);
}
