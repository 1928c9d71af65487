import { countryOf, parseNumber } from '../domain/numbers.ts';
import type { Route } from '../domain/route.ts';
import { NumberHasCallback } from '../store/callback/agreed-reach.ts';
import type { CalledNumber } from '../store/callback/dialled-number.ts';
import { hashNumber } from '../store/callback/number-hash.ts';
import type { Deps } from './deps.ts';
import { conflict } from './problems.ts';
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

/**
 * Another number to call, where one was given, with its keyed hash.
 *
 * @throws {HttpProblem} 400 at `/number`
 */
export function otherNumber({ config }: Pick<Deps, 'config'>, route: Pick<Route, 'policy'>, text: string | undefined): CalledNumber | null {
  if (text === undefined) return null;
  const e164 = readNumber(text, route);
  return { e164, hash: hashNumber(config.numberHashKey, e164) };
}

/** What to answer where the route has another open callback of the number that was given; anything else as it is. */
export function numberTaken(error: unknown): unknown {
  return error instanceof NumberHasCallback ? conflict('number_has_callback', 'This route has another open callback of that number.') : error;
}
