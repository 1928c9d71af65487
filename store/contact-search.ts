import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { StoredContact } from './contacts.ts';
import { withWays } from './contacts.ts';
import { decodePosition, encodePosition } from './cursor.ts';
import type { Db, Tables } from './tables.ts';

/** What contacts are narrowed by; what is left out narrows nothing. */
export interface ContactSearch {
  /** Each is part of the name, its reading, the company or an address; folded (domain/reading.ts). */
  readonly terms?: readonly string[];
  /** A whole number by its keyed hash, as it may be read in several countries. */
  readonly numberHashes?: readonly string[];
  /** The end of a number. */
  readonly lastDigits?: string;
}

export interface ContactPage {
  readonly contacts: readonly StoredContact[];
  /** Where to read on; null: this was the last page. */
  readonly nextCursor: string | null;
}

/** By how they are read: the fifty sounds first (domain/reading.ts). */
const ORDER = { by: 'reading', order: 'asc' };

/** The most contacts of one page. */
const PAGE_LIMIT = 200;

/**
 * One page of contacts, by keyset: none is skipped or repeated that keeps its place. Contacts that were merged into others are not there.
 * @throws {BadCursor}
 */
export async function searchContacts(db: Db, search: ContactSearch, { cursor, limit }: { readonly cursor: string | null; readonly limit: number }): Promise<ContactPage> {
  const size = Math.min(Math.max(limit, 1), PAGE_LIMIT);
  const found = await db
    .selectFrom('contact')
    .selectAll()
    .where('merged_into', 'is', null)
    .where((eb) => matching(eb, search))
    .$if(cursor !== null, (query) => query.where(after(String(cursor))))
    .orderBy('sort_key')
    .orderBy('id')
    .limit(size + 1)
    .execute();
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  const nextCursor = last && found.length > size ? encodePosition([ORDER.by, ORDER.order, last.sort_key, last.id]) : null;
  return { contacts: await withWays(db, rows), nextCursor };
}

function matching(eb: ExpressionBuilder<Tables, 'contact'>, { terms = [], numberHashes, lastDigits }: ContactSearch): Expression<SqlBool> {
  const numbers = eb.selectFrom('contact_number').select('contact_number.contact_id');
  return eb.and([
    ...terms.map((term) => eb('search_text', 'like', `%${term}%`)),
    ...(numberHashes ? [eb('id', 'in', numbers.where('contact_number.number_hash', 'in', numberHashes))] : []),
    ...(lastDigits === undefined ? [] : [eb('id', 'in', numbers.where(ending(lastDigits)))]),
  ]);
}

/** By the index of the last four, where so many are known. */
function ending(digits: string): Expression<SqlBool> {
  if (digits.length < 4) return sql<SqlBool>`contact_number.number like ${`%${digits}`}`;
  return sql<SqlBool>`contact_number.number_last4 = ${digits.slice(-4)} and contact_number.number like ${`%${digits}`}`;
}

function after(cursor: string): Expression<SqlBool> {
  const { sortKey, id } = decodePosition(ORDER, 'text', cursor);
  return sql<SqlBool>`(sort_key, id) > (${sortKey}::text, ${id}::uuid)`;
}
