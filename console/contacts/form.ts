import type { ContactLabel } from '../../domain/contact.ts';
import { CONTACT_LIMITS } from '../../domain/contact.ts';
import type { CallbackRow, Contact, ContactEdit, NewContact } from '../api/types.ts';

/** What the form of a contact holds: every value as it is typed, empty for what is not known. */
export interface ContactGiven {
  readonly name: string;
  readonly reading: string;
  readonly company: string;
  readonly language: string;
  readonly timeZone: string;
  readonly note: string;
  readonly numbers: readonly { readonly number: string; readonly label: ContactLabel }[];
  readonly addresses: readonly { readonly value: string; readonly label: ContactLabel }[];
}

const ONE_NUMBER: ContactGiven['numbers'][number] = { number: '', label: 'mobile' };
export const NO_ADDRESS: ContactGiven['addresses'][number] = { value: '', label: 'work' };

/** A contact of whom nothing is known yet. */
export const NOBODY: ContactGiven = { name: '', reading: '', company: '', language: '', timeZone: '', note: '', numbers: [ONE_NUMBER], addresses: [] };

/**
 * A contact as the form shows it.
 * @param shown how a number (E.164) is written for the viewer
 */
export function givenOf(contact: Contact, shown: (e164: string) => string): ContactGiven {
  const { name, reading, company, language, timeZone, note, numbers, addresses } = contact;
  return {
    name,
    reading,
    company,
    language: language ?? '',
    timeZone: timeZone ?? '',
    note,
    numbers: numbers.map(({ number, label }) => ({ number: shown(number), label })),
    addresses: addresses.map(({ value, label }) => ({ value, label })),
  };
}

/**
 * What a callback tells of who asked for it.
 * @param shown how a number (E.164) is written for the viewer
 */
export function givenFrom({ name, number, language, timeZone }: Pick<CallbackRow, 'name' | 'number' | 'language' | 'timeZone'>, shown: (e164: string) => string): ContactGiven {
  return { ...NOBODY, name: name.trim(), language: language ?? '', timeZone: timeZone ?? '', numbers: [{ ...ONE_NUMBER, number: shown(number) }] };
}

/** One more number; null: there can be no more. */
export function nextNumber({ numbers }: ContactGiven): (() => typeof ONE_NUMBER) | null {
  return numbers.length < CONTACT_LIMITS.numbers ? () => ONE_NUMBER : null;
}

/** One more address; null: there can be no more. */
export function nextAddress({ addresses }: ContactGiven): (() => typeof NO_ADDRESS) | null {
  return addresses.length < CONTACT_LIMITS.addresses ? () => NO_ADDRESS : null;
}

/** The form as the API takes it. Lines that were left empty are none. */
export function toContact(given: ContactGiven): NewContact {
  const { name, reading, company, language, timeZone, note } = given;
  return {
    name: name.trim(),
    reading: reading.trim(),
    company: company.trim(),
    language: language || null,
    timeZone: timeZone || null,
    note,
    numbers: given.numbers.filter(({ number }) => number.trim() !== '').map(({ number, label }) => ({ number, label })),
    addresses: given.addresses.filter(({ value }) => value.trim() !== '').map(({ value, label }) => ({ kind: 'email' as const, value, label })),
  };
}

/** The same contact with one more number (E.164), as the API takes it. */
export function withNumber(contact: Contact, number: string): ContactEdit & { readonly id: string } {
  const given = givenOf(contact, (e164) => e164);
  const { id, version } = contact;
  return { id, version, ...toContact({ ...given, numbers: [...given.numbers, { number, label: 'other' }] }) };
}

/**
 * Where a problem of the API stands in the form: by the place of the line there. The API was not told of lines that were left empty.
 * @param at what is wrong by its JSON pointer
 */
export function faultsByLine(at: Readonly<Record<string, string>>, given: ContactGiven): { readonly numbers: (string | undefined)[]; readonly addresses: (string | undefined)[] } {
  return { numbers: byLine(at, 'numbers', 'number', given.numbers.map(({ number }) => number)), addresses: byLine(at, 'addresses', 'value', given.addresses.map(({ value }) => value)) };
}

function byLine(at: Readonly<Record<string, string>>, list: string, field: string, texts: readonly string[]): (string | undefined)[] {
  let sent = -1;
  return texts.map((text) => {
    if (text.trim() === '') return undefined;
    sent += 1;
    return at[`/${list}/${sent}/${field}`];
  });
}
