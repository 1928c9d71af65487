import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { hintAll } from '../notify.ts';
import { stillOpen } from '../callback/still-open.ts';
import type { Db, Tables } from '../tables.ts';

type Tx = Transaction<Tables>;

/** Any number that no other advisory lock of Ringback uses. */
const CONTACTS_LOCK = 7_332;

/**
 * Until the transaction ends nobody else changes contacts, and no request is matched to one: what was read of them holds, and a
 * callback that comes in meanwhile finds what is written here.
 */
export async function lockContacts(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CONTACTS_LOCK})`.execute(tx);
}

/** What a request takes over from the contact whose number it is. */
export interface NumbersContact {
  readonly id: string;
  readonly name: string;
  readonly language: string | null;
  readonly timeZone: string | null;
}

/** Whose number this is, which holds until the transaction ends; null: nobody's. Any number of requests may ask beside each other. */
export async function whoseNumber(tx: Tx, numberHash: string): Promise<NumbersContact | null> {
  await sql`select pg_advisory_xact_lock_shared(${CONTACTS_LOCK})`.execute(tx);
  const found = await tx
    .selectFrom('contact_number')
    .innerJoin('contact', 'contact.id', 'contact_number.contact_id')
    .select(['contact.id', 'contact.name', 'contact.language', 'contact.time_zone as timeZone'])
    .where('contact_number.number_hash', '=', numberHash)
    .executeTakeFirst();
  return found ?? null;
}

/** Numbers have become a contact's: their callbacks that are nobody's are now theirs. */
export async function attachCallbacks(tx: Tx, contactId: string, numberHashes: readonly string[]): Promise<void> {
  if (numberHashes.length === 0) return;
  await tx.updateTable('callback').set({ contact_id: contactId }).where('number_hash', 'in', numberHashes).where('contact_id', 'is', null).execute();
}

/** Numbers are a contact's no more: what is still open at them is nobody's. What has ended stays as it was told. */
export async function detachCallbacks(tx: Tx, contactId: string, numberHashes: readonly string[]): Promise<void> {
  if (numberHashes.length === 0) return;
  const detached = await tx
    .updateTable('callback')
    .set({ contact_id: null })
    .where('contact_id', '=', contactId)
    .where('number_hash', 'in', numberHashes)
    .where(stillOpen)
    .returning('id')
    .execute();
  await hintAll(tx, detached.map(({ id }) => ({ callbackId: id })));
}

/** All callbacks of a contact are another's from now on. */
export async function handOver(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.updateTable('callback').set({ contact_id: toId }).where('contact_id', '=', fromId).execute();
}

/** Has the consoles read a contact again, and its callbacks that are open. */
export async function tellOfContact(tx: Tx, contactId: string): Promise<void> {
  const open = await tx.selectFrom('callback').select('id').where('contact_id', '=', contactId).where(stillOpen).execute();
  await hintAll(tx, [{ contactId }, ...open.map(({ id }) => ({ callbackId: id }))]);
}

/** The name of each of these contacts. */
export async function contactNames(db: Db, ids: readonly string[]): Promise<Map<string, { readonly id: string; readonly name: string; readonly reading: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('contact').select(['id', 'name', 'reading']).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
