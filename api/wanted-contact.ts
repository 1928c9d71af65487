import type * as z from 'zod';
import { addressKey } from '../domain/contact.ts';
import type { HashedNumber, WantedContact } from '../store/contact/contacts.ts';
import { hashNumber } from '../store/callback/number-hash.ts';
import { centreCountries, readingsOf } from './centre-countries.ts';
import type { Deps } from './deps.ts';
import { malformed } from './problems.ts';
import type { ProblemError } from './schemas/problem.ts';
import type { newContact } from './schemas/contacts.ts';

type Body = z.output<typeof newContact>;

/**
 * A contact as it is to be written: its numbers as E.164, each in the first country of the centre in which it can be read.
 *
 * @throws {HttpProblem} 400 for what is no number, and for a number or an address that is there twice
 */
export async function wantedContact({ store, config }: Pick<Deps, 'store' | 'config'>, body: Body): Promise<WantedContact> {
  const countries = await centreCountries(store.db);
  const numbers = body.numbers.map(({ number, label }) => ({ number: readingsOf(number, countries)[0] ?? null, label }));
  const errors = [...numberErrors(numbers.map(({ number }) => number)), ...repeats(body.addresses.map(addressKey), (index) => `/addresses/${index}/value`)];
  if (errors.length > 0) throw malformed(errors);
  const { name, reading, company, language, timeZone, note, addresses } = body;
  const hashed = numbers.flatMap(({ number, label }): HashedNumber[] => (number === null ? [] : [{ number, numberHash: hashNumber(config.numberHashKey, number), label }]));
  return { name, reading, company, language, timeZone, note, numbers: hashed, addresses };
}

function numberErrors(numbers: readonly (string | null)[]): ProblemError[] {
  const place = (index: number) => `/numbers/${index}/number`;
  const unreadable = numbers.flatMap((number, index) => (number === null ? [{ pointer: place(index), detail: 'is not a number that can be called' }] : []));
  return [...unreadable, ...repeats(numbers, place)];
}

function repeats(keys: readonly (string | null)[], place: (index: number) => string): ProblemError[] {
  return keys.flatMap((key, index) => (key !== null && keys.indexOf(key) < index ? [{ pointer: place(index), detail: 'is there twice' }] : []));
}
