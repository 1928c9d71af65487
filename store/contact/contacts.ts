import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { ContactDetails, ContactNames, ContactNumber } from '../../domain/contact.ts';
import { isTooMuch, mergedDetails, searchTextOf } from '../../domain/contact.ts';
import { sortKeyOf } from '../../domain/reading.ts';
import type { Actor } from '../../domain/words.ts';
import { audit } from '../report/audit.ts';
import { contactAudit } from './contact-audit.ts';
import { attachCallbacks, detachCallbacks, handOver, lockContacts, tellOfContact } from './contact-match.ts';
import type { ContactTable } from './contact-tables.ts';
import { hint } from '../notify.ts';
import { gathered } from '../callback/rows.ts';
import type { Db, Tables } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

type Tx = Transaction<Tables>;

/** A number with its keyed hash, by which callbacks are matched. */
export interface HashedNumber extends ContactNumber {
  readonly numberHash: string;
}

/** What is to be written of a contact. */
export type WantedContact = ContactDetails<HashedNumber>;

/** A contact as stored. */
export interface StoredContact extends WantedContact {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Why contacts could not be written: nothing was changed. */
export class ContactRefused extends Error {
  override readonly name = 'ContactRefused';
  readonly reason: 'gone' | 'merged' | 'edited_meanwhile' | 'number_taken' | 'same' | 'too_much';
  /** For `number_taken`: which of the numbers given, and who has it. */
  readonly taken: { readonly index: number; readonly by: string } | null;
  constructor(reason: ContactRefused['reason'], taken: ContactRefused['taken'] = null) {
    super(`The contact cannot be written so: ${reason}.`);
    this.reason = reason;
    this.taken = taken;
  }
}

/** A contact by its id, or the one that it has become part of; null: there is none. */
export async function readContact(db: Db, id: string): Promise<StoredContact | null> {
  const row = await db
    .selectFrom('contact')
    .selectAll()
    .where('merged_into', 'is', null)
    .where(sql<boolean>`id = coalesce((select asked.merged_into from contact asked where asked.id = ${id}), ${id}::uuid)`)
    .executeTakeFirst();
  const [contact = null] = await withWays(db, row ? [row] : []);
  return contact;
}

/** Rows with their numbers and addresses, in the same order. */
export async function withWays(db: Db, rows: readonly Selectable<ContactTable>[]): Promise<StoredContact[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const numbers = await db.selectFrom('contact_number').selectAll().where('contact_id', 'in', ids).orderBy('position').execute();
  const addresses = await db.selectFrom('contact_address').selectAll().where('contact_id', 'in', ids).orderBy('position').execute();
  const numbersOf = gathered(numbers.map(({ contact_id, number, number_hash, label }) => [contact_id, { number, numberHash: number_hash, label }]));
  const addressesOf = gathered(addresses.map(({ contact_id, kind, value, label }) => [contact_id, { kind, value, label }]));
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    reading: row.reading,
    company: row.company,
    language: row.language,
    timeZone: row.time_zone,
    note: row.note,
    numbers: numbersOf.get(row.id) ?? [],
    addresses: addressesOf.get(row.id) ?? [],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}

/**
 * Makes a contact, and answers its id. The callbacks of its numbers that are nobody's become its own.
 * @throws {ContactRefused} when one of its numbers is another's
 */
export async function createContact(db: Db, wanted: WantedContact, actor: Actor): Promise<string> {
  return inTransaction(db, async (tx) => {
    await lockContacts(tx);
    await refuseTaken(tx, null, wanted);
    const id = randomUUID();
    await tx.insertInto('contact').values({ id, ...columns(wanted) }).execute();
    await writeWays(tx, id, wanted);
    await attachCallbacks(tx, id, wanted.numbers.map(({ numberHash }) => numberHash));
    await audit(tx, { actor, action: 'contact_created', subject: `contact/${id}`, ...contactAudit(null, wanted) });
    await tellOfContact(tx, id);
    return id;
  });
}

/**
 * Writes a contact whole. Callbacks of a number that came become its own where they are nobody's; those still open at a number that
 * went are nobody's. Nothing that differs: nothing happens.
 *
 * @param version of the contact that was read to make this
 * @throws {ContactRefused} also when somebody has edited or merged it since
 */
export async function editContact(db: Db, id: string, version: number, wanted: WantedContact, actor: Actor): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockContacts(tx);
    const stored = await currentOf(tx, id, version);
    const told = contactAudit(stored, wanted);
    if (Object.keys(told.after).length === 0) return;
    await refuseTaken(tx, id, wanted);
    await write(tx, stored, wanted);
    await audit(tx, { actor, action: 'contact_edited', subject: `contact/${id}`, ...told });
    await tellOfContact(tx, id);
  });
}

/** Two contacts, each by the version that was read. */
export interface Merging {
  readonly id: string;
  readonly version: number;
  /** Becomes part of the first. */
  readonly otherId: string;
  readonly otherVersion: number;
}

/**
 * Makes two contacts one (domain/contact.ts `mergedDetails`): numbers, addresses and callbacks of the other are the first's, and whoever
 * asks for the other, by its id or by what it was called, finds the first.
 *
 * @throws {ContactRefused} also when somebody has edited or merged one of them since
 */
export async function mergeContacts(db: Db, { id, version, otherId, otherVersion }: Merging, actor: Actor): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockContacts(tx);
    if (id === otherId) throw new ContactRefused('same');
    const [kept, other] = [await currentOf(tx, id, version), await currentOf(tx, otherId, otherVersion)];
    const whole = mergedDetails(kept, other);
    if (isTooMuch(whole)) throw new ContactRefused('too_much');
    await tx.deleteFrom('contact_number').where('contact_id', '=', otherId).execute();
    await tx.deleteFrom('contact_address').where('contact_id', '=', otherId).execute();
    await becomePart(tx, otherId, id);
    await write(tx, kept, whole);
    await handOver(tx, otherId, id);
    const { before } = contactAudit(other, null);
    await audit(tx, { actor, action: 'contacts_merged', subject: `contact/${id}`, before, after: { merged: otherId, ...contactAudit(kept, whole).after } });
    await hint(tx, { contactId: otherId });
    await tellOfContact(tx, id);
  });
}

/** A contact is part of another from now on, with all that were part of it: none is more than one step from where it leads. */
async function becomePart(tx: Tx, otherId: string, id: string): Promise<void> {
  await tx
    .updateTable('contact')
    .set({ merged_into: id, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
    .where((eb) => eb.or([eb('id', '=', otherId), eb('merged_into', '=', otherId)]))
    .execute();
}

/** The contact, as it was when it was read. */
async function currentOf(tx: Tx, id: string, version: number): Promise<StoredContact> {
  const stored = await readContact(tx, id);
  if (!stored) throw new ContactRefused('gone');
  if (stored.id !== id) throw new ContactRefused('merged');
  if (stored.version !== version) throw new ContactRefused('edited_meanwhile');
  return stored;
}

async function refuseTaken(tx: Tx, id: string | null, { numbers }: WantedContact): Promise<void> {
  if (numbers.length === 0) return;
  const taken = await tx
    .selectFrom('contact_number')
    .innerJoin('contact', 'contact.id', 'contact_number.contact_id')
    .select(['contact_number.number', 'contact.name'])
    .where('contact_number.number', 'in', numbers.map(({ number }) => number))
    .$if(id !== null, (query) => query.where('contact_number.contact_id', '!=', String(id)))
    .executeTakeFirst();
  if (taken) throw new ContactRefused('number_taken', { index: numbers.findIndex(({ number }) => number === taken.number), by: taken.name });
}

async function write(tx: Tx, stored: StoredContact, wanted: WantedContact): Promise<void> {
  const { id } = stored;
  const raised = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };
  const merged = await tx.selectFrom('contact').select(['name', 'reading', 'company']).where('merged_into', '=', id).execute();
  await tx.updateTable('contact').set({ ...columns(wanted, merged), ...raised }).where('id', '=', id).execute();
  await tx.deleteFrom('contact_number').where('contact_id', '=', id).execute();
  await tx.deleteFrom('contact_address').where('contact_id', '=', id).execute();
  await writeWays(tx, id, wanted);
  const [before, after] = [hashesOf(stored), hashesOf(wanted)];
  await detachCallbacks(tx, id, before.filter((hash) => !after.includes(hash)));
  await attachCallbacks(tx, id, after.filter((hash) => !before.includes(hash)));
}

async function writeWays(tx: Tx, contactId: string, { numbers, addresses }: WantedContact): Promise<void> {
  const place = { contact_id: contactId };
  const rows = numbers.map(({ number, numberHash, label }, position) => ({ ...place, position, number, number_hash: numberHash, label }));
  if (rows.length > 0) await tx.insertInto('contact_number').values(rows).execute();
  const others = addresses.map(({ kind, value, label }, position) => ({ ...place, position, kind, value, label }));
  if (others.length > 0) await tx.insertInto('contact_address').values(others).execute();
}

function columns(wanted: WantedContact, merged: readonly ContactNames[] = []) {
  const { name, reading, company, language, timeZone, note } = wanted;
  return { name, reading, company, language, time_zone: timeZone, note, search_text: searchTextOf(wanted, merged), sort_key: sortKeyOf(wanted) };
}

function hashesOf({ numbers }: WantedContact): string[] {
  return numbers.map(({ numberHash }) => numberHash);
}
