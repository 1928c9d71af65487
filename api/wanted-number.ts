import { countryOf, parseNumber } from '../domain/numbers.ts';
import type { Route } from '../domain/route.ts';
import { malformedAt } from './validate.ts';

const NUMBER_PROBLEMS = {
  empty: 'must not be empty',
  not_a_number: 'is not a telephone number',
  impossible: 'is not a number that can be called',
} as const;

/**
 * A number as people write it, as E.164; without a country code it is one of the route's country.
 *
 * @throws {HttpProblem} 400 at `/number`
 */
export function readNumber(text: string, { policy }: Pick<Route, 'policy'>): string {
  const parsed = parseNumber(text, countryOf(policy.callerId) ?? 'US');
  if (!parsed.ok) throw malformedAt('/number', NUMBER_PROBLEMS[parsed.reason]);
  return parsed.e164;
}
