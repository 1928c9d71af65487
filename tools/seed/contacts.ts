import type { ContactAddress, ContactDetails, ContactLabel } from '../../domain/contact.ts';
import { searchTextOf } from '../../domain/contact.ts';
import { sortKeyOf } from '../../domain/reading.ts';
import type { HashedNumber } from '../../store/contact/contacts.ts';
import { iso } from './asked.ts';
import type { Dice } from './dice.ts';
import { readingOf } from './japanese-names.ts';
import { inLatin } from './latin.ts';
import type { Rows } from './rows.ts';
import { companyIn, contactNoteIn } from './sayings.ts';

/** Domains that nobody has (RFC 2606). */
const DOMAINS = ['example.com', 'example.net', 'example.org'];
const LABELS: Readonly<Record<ContactLabel, number>> = { mobile: 62, home: 18, work: 16, other: 4 };

/** Somebody whom the centre knows. */
export interface MadeContact extends ContactDetails<HashedNumber> {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** Who it is, with the numbers they can be reached at. */
export interface Known {
  readonly name: string;
  readonly language: string;
  readonly timeZone: string | null;
  readonly numbers: readonly Pick<HashedNumber, 'number' | 'numberHash'>[];
}

/** What a centre writes down of somebody who has called: often little, sometimes a company, addresses and a note. */
export function makeContact({ name, language, timeZone, numbers }: Known, madeAt: number, dice: Dice): MadeContact {
  const reading = readingOf(name);
  const company = dice.chance(0.25) ? companyIn(language, dice) : '';
  return {
    id: dice.uuid(),
    name,
    reading,
    company,
    language,
    timeZone,
    note: dice.chance(0.3) ? contactNoteIn(language, dice) : '',
    numbers: numbers.map((number) => ({ ...number, label: labelFor(company, dice) })),
    addresses: addressesOf(reading || name, company, dice),
    madeAt,
  };
}

function labelFor(company: string, dice: Dice): ContactLabel {
  return company !== '' && dice.chance(0.6) ? 'work' : dice.among(LABELS);
}

function addressesOf(said: string, company: string, dice: Dice): ContactAddress[] {
  const count = dice.among({ none: 35, one: 50, two: 15 });
  const domains = [dice.pick(DOMAINS), `mail.${dice.pick(DOMAINS)}`].slice(0, count === 'none' ? 0 : count === 'one' ? 1 : 2);
  return domains.map((domain, index) => ({ kind: 'email', value: `${mailboxOf(said, dice)}@${domain}`, label: company !== '' && index === 0 ? 'work' : 'home' }));
}

/** By the name, where it can be written in ASCII. */
function mailboxOf(said: string, dice: Dice): string {
  const letters = inLatin(said).normalize('NFKD').toLowerCase().replace(/[^a-z ]/g, '').trim().replace(/ +/g, '.');
  return letters === '' ? `user${dice.int(1_000, 9_999)}` : `${letters}${dice.chance(0.4) ? dice.int(1, 99) : ''}`;
}

/** Puts the contact among the rows, as store/contact/contacts.ts writes it. */
export function addContact(rows: Rows, contact: MadeContact): void {
  const { id, name, reading, company, language, timeZone, note, numbers, addresses, madeAt } = contact;
  const at = iso(madeAt);
  rows.contact.add({
    id, name, reading, company, language, time_zone: timeZone, note, search_text: searchTextOf(contact), sort_key: sortKeyOf(contact), created_at: at, updated_at: at,
  });
  for (const [position, { number, numberHash, label }] of numbers.entries()) rows.contactNumber.add({ number, number_hash: numberHash, contact_id: id, position, label });
  for (const [position, { kind, value, label }] of addresses.entries()) rows.contactAddress.add({ contact_id: id, position, kind, value, label });
}
