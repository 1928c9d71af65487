import type { SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Status } from '../domain/status.ts';
import type { AttemptOutcome, Channel, Kind, Origin } from '../domain/words.ts';
import type { CallbackRow, Db, Tables } from './tables.ts';

/** The most rows of one page. */
export const PAGE_LIMIT = 500;

/** What a list is narrowed by and sorted by; what is left out narrows nothing. */
export interface Search {
  /** Callbacks whose instant of that name lies from `from` (included) to `to` (not included). */
  readonly period?: { readonly of: 'requested' | 'due' | 'ended'; readonly from?: Date | undefined; readonly to?: Date | undefined };
  readonly routeIds?: readonly string[];
  readonly statuses?: readonly Status[];
  readonly kinds?: readonly Kind[];
  readonly origins?: readonly Origin[];
  readonly channel?: Channel;
  /** A whole number, by its keyed hash. */
  readonly numberHash?: string;
  /** The end of a number: any count of digits. */
  readonly lastDigits?: string;
  /** Part of the customer's name, in any case. */
  readonly name?: string;
  /** Null: assigned to nobody. */
  readonly assigneeId?: string | null;
  readonly distributor?: string;
  readonly disposition?: string;
  /** Of the newest attempt. */
  readonly lastOutcome?: AttemptOutcome;
  /** Only what this agent is assigned, has in hand, or has dialled. */
  readonly visibleTo?: string;
  readonly sort?: { readonly by: 'requested' | 'due'; readonly order: 'asc' | 'desc' };
}

export interface PageWish {
  /** Where the page before ended; null: the first page. */
  readonly cursor?: string | null;
  /** At most 500. */
  readonly limit: number;
}

export interface CallbackPage {
  readonly rows: CallbackRow[];
  /** Where to read on; null: this was the last page. */
  readonly nextCursor: string | null;
}

/** The cursor was not made by this store for this order: nothing was read. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor() {
    super('The cursor is not one that this list has given.');
  }
}

type Query = SelectQueryBuilder<Tables, 'callback', object>;

/** What is sorted by; every callback has a value, so that a page can begin after any of them. */
const SORT_KEYS = { requested: sql<Date>`requested_at`, due: sql<Date>`coalesce(due_at, 'infinity')` };

/**
 * One page of callbacks, by keyset: pages neither skip nor repeat a row that keeps its place, however many are inserted meanwhile.
 * @throws {BadCursor}
 */
export async function searchCallbacks(db: Db, search: Search, { cursor = null, limit }: PageWish): Promise<CallbackPage> {
  const { by, order } = search.sort ?? { by: 'requested', order: 'desc' };
  const size = Math.min(Math.max(limit, 1), PAGE_LIMIT);
  const found = await narrow(db.selectFrom('callback'), search)
    .$if(cursor !== null, (query) => query.where(after(by, order, String(cursor))))
    .selectAll()
    .select(sql<string>`(${SORT_KEYS[by]})::text`.as('sort_key'))
    .orderBy(SORT_KEYS[by], order)
    .orderBy('id', order)
    .limit(size + 1)
    .execute()
    .catch((error: unknown) => {
      throw cursor !== null && isNoInstant(error) ? new BadCursor() : error;
    });
  const page = found.slice(0, size).map(({ sort_key, ...row }) => ({ row, position: [by, order, sort_key, row.id] as const }));
  const last = page.at(-1);
  return { rows: page.map(({ row }) => row), nextCursor: found.length > size && last ? encode(last.position) : null };
}

/** Every callback of a search, page by page. Rows that change their place meanwhile may come twice or not at all. */
export async function* exportCallbacks(db: Db, search: Search, pageSize = PAGE_LIMIT): AsyncGenerator<CallbackRow[]> {
  let cursor: string | null = null;
  do {
    const page: CallbackPage = await searchCallbacks(db, search, { cursor, limit: pageSize });
    if (page.rows.length > 0) yield page.rows;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function narrow(all: Query, search: Search): Query {
  const { period, routeIds, statuses, kinds, origins, channel, numberHash, lastDigits, name, assigneeId, visibleTo } = search;
  let query = all;
  if (period?.from) query = query.where(`${period.of}_at`, '>=', period.from);
  if (period?.to) query = query.where(`${period.of}_at`, '<', period.to);
  if (routeIds) query = query.where('route_id', 'in', nonEmpty(routeIds));
  if (statuses) query = query.where('status', 'in', nonEmpty(statuses));
  if (kinds) query = query.where('kind', 'in', nonEmpty(kinds));
  if (origins) query = query.where('origin', 'in', nonEmpty(origins));
  if (channel) query = query.where('channel', '=', channel);
  if (numberHash) query = query.where('number_hash', '=', numberHash);
  if (lastDigits) query = endsWith(query, lastDigits);
  if (name) query = query.where('name', 'ilike', `%${escapeLike(name)}%`);
  if (assigneeId !== undefined) query = assigneeId === null ? query.where('assignee_id', 'is', null) : query.where('assignee_id', '=', assigneeId);
  if (search.distributor) query = query.where('distributor', '=', search.distributor);
  if (search.disposition) query = query.where('disposition', '=', search.disposition);
  if (search.lastOutcome) query = query.where('last_outcome', '=', search.lastOutcome);
  return visibleTo === undefined ? query : seenBy(query, visibleTo);
}

function endsWith(query: Query, lastDigits: string): Query {
  const ending = query.where('number', 'like', `%${escapeLike(lastDigits)}`);
  return lastDigits.length < 4 ? ending : ending.where('number_last4', '=', lastDigits.slice(-4));
}

function seenBy(query: Query, agentId: string): Query {
  return query.where((eb) =>
    eb.or([
      eb('assignee_id', '=', agentId),
      eb('agent_id', '=', agentId),
      eb.exists(
        eb
          .selectFrom('attempt')
          .select('attempt.attempt')
          .whereRef('attempt.callback_id', '=', 'callback.id')
          .whereRef('attempt.attempt', '<=', 'callback.attempt')
          .where('attempt.agent_id', '=', agentId),
      ),
    ]),
  );
}

/** An empty list of wanted values is met by nothing; SQL knows no empty list. */
function nonEmpty<T>(values: readonly T[]): readonly (T | null)[] {
  return values.length > 0 ? values : [null];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (special) => `\\${special}`);
}

/** A sort key may be shaped like an instant and be none, such as a 30th of February: PostgreSQL says so (SQLSTATE 22007 to 22009). */
function isNoInstant(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2200[789]$/.test(String(error.code));
}

type Position = readonly [by: string, order: string, sortKey: string, id: string];

function encode(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function after(by: 'requested' | 'due', order: 'asc' | 'desc', cursor: string) {
  const [, , sortKey, id] = decode(by, order, cursor);
  const position = sql`(${sortKey}::timestamptz, ${id}::uuid)`;
  return order === 'asc' ? sql<boolean>`(${SORT_KEYS[by]}, id) > ${position}` : sql<boolean>`(${SORT_KEYS[by]}, id) < ${position}`;
}

const SORT_KEY = /^(infinity|\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function decode(by: string, order: string, cursor: string): Position {
  const [ofKey, inOrder, sortKey, id] = parse(cursor).map(String);
  const isOurs = ofKey === by && inOrder === order && SORT_KEY.test(String(sortKey)) && UUID.test(String(id));
  if (!isOurs) throw new BadCursor();
  return [by, order, String(sortKey), String(id)];
}

function parse(cursor: string): unknown[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(position) ? position : [];
  } catch {
    throw new BadCursor();
  }
}
