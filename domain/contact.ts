import { foldName } from './reading.ts';

/** What a number or an address is for. */
export const CONTACT_LABELS = ['mobile', 'home', 'work', 'other'] as const;
export type ContactLabel = (typeof CONTACT_LABELS)[number];

/** Ways to reach somebody other than by telephone. */
export const ADDRESS_KINDS = ['email'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** How much one contact may hold: so many numbers, so many addresses, a note of so many characters. */
export const CONTACT_LIMITS = { numbers: 20, addresses: 20, note: 10_000 } as const;

export interface ContactNumber {
  /** E.164. */
  readonly number: string;
  readonly label: ContactLabel;
}

export interface ContactAddress {
  readonly kind: AddressKind;
  readonly value: string;
  readonly label: ContactLabel;
}

/** What is known of somebody who asks for callbacks. Empty text and null: not known. */
export interface ContactDetails<N extends ContactNumber = ContactNumber> {
  readonly name: string;
  /** How the name is read: フリガナ. */
  readonly reading: string;
  readonly company: string;
  readonly language: string | null;
  /** IANA. */
  readonly timeZone: string | null;
  readonly note: string;
  /** The first one is called first; no number twice. */
  readonly numbers: readonly N[];
  readonly addresses: readonly ContactAddress[];
}

/** What a contact says of itself, without whatever else is known of it. */
export function detailsOf({ name, reading, company, language, timeZone, note, numbers, addresses }: ContactDetails) {
  return {
    name,
    reading,
    company,
    language,
    timeZone,
    note,
    numbers: numbers.map(({ number, label }) => ({ number, label })),
    addresses: addresses.map(({ kind, value, label }) => ({ kind, value, label })),
  };
}

/** What somebody is called: how that is read, and whom they are with, belong to it. */
export type ContactNames = Pick<ContactDetails, 'name' | 'reading' | 'company'>;

/**
 * Two contacts as one: what the first has stays, the other fills in what it lacks, and its numbers, addresses and note come after. What
 * the other is called beside that goes into the note.
 */
export function mergedDetails<N extends ContactNumber>(kept: ContactDetails<N>, other: ContactDetails<N>): ContactDetails<N> {
  const names = { name: kept.name, reading: kept.reading || other.reading, company: kept.company || other.company };
  return {
    ...names,
    language: kept.language ?? other.language,
    timeZone: kept.timeZone ?? other.timeZone,
    note: [kept.note, ...namesBeside(names, other), other.note].filter((text) => text !== '').join('\n'),
    numbers: [...kept.numbers, ...other.numbers],
    addresses: withoutRepeats([...kept.addresses, ...other.addresses]),
  };
}

/** What of these names is not among the others already, in any writing. */
function namesBeside(names: ContactNames, more: ContactNames): string[] {
  const known = textsOf(names).map(foldName);
  return textsOf(more).filter((text) => !known.includes(foldName(text)));
}

function textsOf({ name, reading, company }: ContactNames): string[] {
  return [name, reading, company];
}

function withoutRepeats(addresses: readonly ContactAddress[]): ContactAddress[] {
  const keys = addresses.map(addressKey);
  return addresses.filter((address, index) => keys.indexOf(addressKey(address)) === index);
}

/** What tells addresses apart: the same letters, small or large, are one address. */
export function addressKey({ kind, value }: Pick<ContactAddress, 'kind' | 'value'>): string {
  return `${kind} ${value.toLowerCase()}`;
}

/** Whether it is more than one contact may hold. */
export function isTooMuch({ numbers, addresses, note }: ContactDetails): boolean {
  return numbers.length > CONTACT_LIMITS.numbers || addresses.length > CONTACT_LIMITS.addresses || note.length > CONTACT_LIMITS.note;
}

/**
 * All that a contact is found by, beside its numbers: one folded text a line, so that nothing is found across two of them.
 * @param merged what those were called who have become part of it: whoever knows them by that finds it
 */
export function searchTextOf({ addresses, ...names }: ContactDetails, merged: readonly ContactNames[] = []): string {
  const texts = [...textsOf(names), ...addresses.map(({ value }) => value), ...merged.flatMap(textsOf)].map(foldName);
  return [...new Set(texts)].filter((text) => text !== '').join('\n');
}
