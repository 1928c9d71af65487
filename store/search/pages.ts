import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { BadCursor, decodePosition, encodePosition } from './cursor.ts';
import { LISTED } from './listed.ts';
import type { ListedRow } from './listed.ts';
import { INSTANT_KEYS, narrowed } from './search.ts';
import type { Search, Sort, SortName } from './search.ts';
import type { Db } from '../tables.ts';

/** The most rows of one page. */
export const PAGE_LIMIT = 500;

/** Which page: the first one, the one after a cursor, the one before a cursor, or the last one. */
export interface PageWish {
  /** Where the page before ended; null: the first page. */
  readonly cursor?: string | null;
  /** Where the page after begins. */
  readonly before?: string | null;
  readonly isLast?: boolean;
  /** At most 500. */
  readonly limit: number;
}

export interface CallbackPage {
  readonly rows: ListedRow[];
  /** Where to read on; null: this was the last page. */
  readonly nextCursor: string | null;
  /** Where the page before this one ends; null: this was the first page. */
  readonly previousCursor: string | null;
}

/** What is sorted by, and its type in SQL; ties go by id. */
const SORT_KEYS: Readonly<Record<SortName, { readonly key: RawBuilder<unknown>; readonly type: 'timestamptz' | 'integer' | 'text' }>> = {
  requested: { key: INSTANT_KEYS.requested, type: 'timestamptz' },
  due: { key: INSTANT_KEYS.due, type: 'timestamptz' },
  ended: { key: INSTANT_KEYS.ended, type: 'timestamptz' },
  attempts: { key: sql`callback.attempts_placed`, type: 'integer' },
  name: { key: sql`callback.name`, type: 'text' },
};

const NEWEST_FIRST: Sort = { by: 'requested', order: 'desc' };

/**
 * One page of callbacks, by keyset: pages neither skip nor repeat a row that keeps its place, however many are inserted meanwhile.
 * The last page, and the one before a cursor, are read from the other end, so that each costs as much as the first.
 * @throws {BadCursor}
 */
export async function searchCallbacks(db: Db, search: Search, wish: PageWish): Promise<CallbackPage> {
  const { cursor = null, before = null, isLast = false } = wish;
  const sort = search.sort ?? NEWEST_FIRST;
  const isBackwards = isLast || before !== null;
  const size = Math.min(Math.max(wish.limit, 1), PAGE_LIMIT);
  const from = isLast ? null : (before ?? cursor);
  const found = await read(db, search, { sort, isBackwards, from, limit: size + 1 });
  const rows = found.slice(0, size);
  if (isBackwards) rows.reverse();
  const placeOf = (row: SortedRow | undefined): string | null => (row ? encodePosition([sort.by, sort.order, row.sort_key, row.id]) : null);
  const isMore = found.length > size;
  return {
    rows,
    nextCursor: (isBackwards ? before !== null : isMore) ? placeOf(rows.at(-1)) : null,
    previousCursor: (isBackwards ? isMore : cursor !== null) ? placeOf(rows[0]) : null,
  };
}

interface Reading {
  readonly sort: Sort;
  readonly isBackwards: boolean;
  readonly from: string | null;
  readonly limit: number;
}

/** A row with what it was sorted by, as text. It stays in the row: to take it out costs as much as to read the row. */
type SortedRow = ListedRow & { readonly sort_key: string };

async function read(db: Db, search: Search, reading: Reading): Promise<SortedRow[]> {
  return placed(db, search, reading)
    .select(LISTED)
    .execute()
    .catch((error: unknown) => {
      throw reading.from !== null && isNoValue(error) ? new BadCursor() : error;
    });
}

/** The callbacks of a reading in their order, with the place of each; the caller says what else of them is wanted. */
function placed(db: Db, search: Search, { sort, isBackwards, from, limit }: Reading) {
  const { key } = SORT_KEYS[sort.by];
  const direction = (sort.order === 'asc') === isBackwards ? 'desc' : 'asc';
  return narrowed(db.selectFrom('callback'), search)
    .$if(from !== null, (query) => query.where(beyond(sort, direction, String(from))))
    .select(sql<string>`(${key})::text`.as('sort_key'))
    .orderBy(key, direction)
    .orderBy('callback.id', direction)
    .limit(limit);
}

/** Every callback of a search, page by page. Rows that change their place meanwhile may come twice or not at all. */
export async function* exportCallbacks(db: Db, search: Search, pageSize = PAGE_LIMIT): AsyncGenerator<ListedRow[]> {
  const sort = search.sort ?? NEWEST_FIRST;
  let from: string | null = null;
  do {
    const rows = await placed(db, search, { sort, isBackwards: false, from, limit: pageSize }).select(LISTED).execute();
    const last = rows.at(-1);
    if (last) yield rows;
    from = last && rows.length === pageSize ? encodePosition([sort.by, sort.order, last.sort_key, last.id]) : null;
  } while (from !== null);
}

function beyond(sort: Sort, direction: 'asc' | 'desc', cursor: string) {
  const { key, type } = SORT_KEYS[sort.by];
  const { sortKey, id } = decodePosition(sort, type, cursor);
  const position = sql`(${sortKey}::${sql.raw(type)}, ${id}::uuid)`;
  return direction === 'asc' ? sql<boolean>`(${key}, callback.id) > ${position}` : sql<boolean>`(${key}, callback.id) < ${position}`;
}

/** A sort key may be shaped like an instant and be none, such as a 30th of February: PostgreSQL says so (SQLSTATE 22007 to 22009, 22003). */
function isNoValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2200[3789]$/.test(String(error.code));
}
