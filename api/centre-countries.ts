import { countryOf, parseNumber } from '../domain/numbers.ts';
import { readRoutes } from '../store/route/routes.ts';
import type { Db } from '../store/tables.ts';

/** The countries (ISO 3166-1 alpha-2) of the centre's routes, in which a number without a country code may be meant. */
export async function centreCountries(db: Db): Promise<string[]> {
  const routes = await readRoutes(db);
  return [...new Set([...routes.map(({ policy }) => countryOf(policy.callerId)), 'US'])].filter((country) => country !== null);
}

/** A number as E.164, in each of these countries in which it can be read. */
export function readingsOf(text: string, countries: readonly string[]): string[] {
  const parsed = countries.map((country) => parseNumber(text, country));
  return [...new Set(parsed.flatMap((number) => (number.ok ? [number.e164] : [])))];
}
