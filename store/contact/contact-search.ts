import type { Expression, ExpressionBuilder, Selectable, SelectQueryBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { ContactTable } from './contact-tables.ts';
import type { StoredContact } from './contacts.ts';
import { withWays } from './contacts.ts';
import { decodePosition, encodePosition } from '../search/cursor.ts';
import type { Db, Tables } from '../tables.ts';

/** What contacts are narrowed by; what is left out narrows nothing. */
export interface ContactSearch {
  /** Each is part of what the contact is found by (domain/contact.ts `searchTextOf`); folded (domain/reading.ts). */
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
 * So many contacts are looked through in their order before all that might match are gathered: a word that many have fills its page among
 * them. What few have, or only those who come late in the order, is found by its pairs of characters.
 */
const LOOKED_THROUGH = 2_000;

/**
 * One page of contacts, by keyset: none is skipped or repeated that keeps its place. Contacts that were merged into others are not there.
 * @throws {BadCursor}
 */
export async function searchContacts(db: Db, search: ContactSearch, { cursor, limit }: { readonly cursor: string | null; readonly limit: number }): Promise<ContactPage> {
  const size = Math.min(Math.max(limit, 1), PAGE_LIMIT);
  const found = await firstOf(db, search, cursor, size + 1);
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  const nextCursor = last && found.length > size ? encodePosition([ORDER.by, ORDER.order, last.sort_key, last.id]) : null;
  return { contacts: await withWays(db, rows), nextCursor };
}

async function firstOf(db: Db, { terms = [], numberHashes, lastDigits }: ContactSearch, cursor: string | null, most: number): Promise<Selectable<ContactTable>[]> {
  const standing = db
    .selectFrom('contact')
    .selectAll()
    .where('merged_into', 'is', null)
    .where((eb) => withNumber(eb, { numberHashes, lastDigits }))
    .$if(cursor !== null, (query) => query.where(after(String(cursor))));
  if (terms.length === 0) return inOrder(standing, most).execute();
  const first = await inOrder(db.selectFrom(inOrder(standing, LOOKED_THROUGH).as('contact')).selectAll().where(containing(terms)), most).execute();
  if (first.length === most) return first;
  // Without an offset PostgreSQL may walk through all contacts in their order after all: it does not know that a name has its place there.
  const gathered = standing.where(sql<SqlBool>`text_grams(search_text) @> ${gramsOf(terms)}::text[]`).where(containing(terms)).offset(sql<number>`0`);
  return inOrder(db.selectFrom(gathered.as('contact')).selectAll(), most).execute();
}

function inOrder<Row>(query: SelectQueryBuilder<Tables, 'contact', Row>, most: number): SelectQueryBuilder<Tables, 'contact', Row> {
  return query.orderBy('sort_key').orderBy('id').limit(most);
}

function containing(terms: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`${sql.join(terms.map((term) => sql`search_text like ${`%${term}%`}`), sql` and `)}`;
}

/** The pairs of characters of these terms, as the index has them (0050_contact_grams.sql); a single character is one by itself. */
function gramsOf(terms: readonly string[]): string[] {
  const grams = terms.flatMap((term) => {
    const characters = Array.from(term);
    return characters.length === 1 ? characters : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
  return [...new Set(grams)];
}

function withNumber(eb: ExpressionBuilder<Tables, 'contact'>, { numberHashes, lastDigits }: Pick<ContactSearch, 'numberHashes' | 'lastDigits'>): Expression<SqlBool> {
  const numbers = eb.selectFrom('contact_number').select('contact_number.contact_id');
  return eb.and([
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
