import type { ContactDetails } from '../../domain/contact.ts';
import { detailsOf } from '../../domain/contact.ts';
import { lastFour } from '../../domain/numbers.ts';

type Told = Readonly<Record<string, unknown>>;

/**
 * What differs between two states of a contact, for the audit log; null: there was none, or is none any more. Numbers and addresses are
 * told by their ends, and of a note how long it is: it may hold anything.
 */
export function contactAudit(before: ContactDetails | null, after: ContactDetails | null): { readonly before: Told; readonly after: Told } {
  const [old, now]: readonly [Told, Told] = [before ? detailsOf(before) : {}, after ? detailsOf(after) : {}];
  const keys = Object.keys({ ...old, ...now }).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
  const only = (contact: ContactDetails | null): Told => {
    const told = contact ? masked(contact) : {};
    return Object.fromEntries(keys.flatMap((key) => (key in told ? [[key, told[key]]] : [])));
  };
  return { before: only(before), after: only(after) };
}

function masked(contact: ContactDetails): Told {
  return {
    ...detailsOf(contact),
    note: { characters: contact.note.length },
    numbers: contact.numbers.map(({ number, label }) => ({ number: `…${lastFour(number)}`, label })),
    addresses: contact.addresses.map(({ kind, value, label }) => ({ kind, value: `…${value.slice(value.lastIndexOf('@'))}`, label })),
  };
}
