import type * as z from 'zod';
import { readContact } from '../store/contact/contacts.ts';
import type { CallbackRow, Db } from '../store/tables.ts';
import type { reachable } from './schemas/messages.ts';
import { emailAddress } from './schemas/messages.ts';

export type Reachable = z.output<typeof reachable>;

/**
 * Where the customer of a callback can be reached: on its own number and those of their contact, and by e-mail at the contact's addresses
 * and where what the request brought along names one.
 */
export async function reachableAt(db: Db, { number, collected, contact_id: contactId }: CallbackRow): Promise<Reachable> {
  const contact = contactId === null ? null : await readContact(db, contactId);
  const known = contact?.addresses.flatMap(({ kind, value }) => (kind === 'email' ? [value] : [])) ?? [];
  const said = Object.values(collected).map((text) => text.trim()).filter((text) => emailAddress.safeParse(text).success);
  return {
    numbers: unique([number, ...(contact?.numbers.map((own) => own.number) ?? [])]),
    addresses: unique([...known, ...said]),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
