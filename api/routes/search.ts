import type * as z from 'zod';
import type { Search } from '../../store/callback/callbacks.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import type { Caller } from '../auth/caller.ts';
import { seesAll } from '../auth/caller.ts';
import { centreCountries, readingsOf } from '../centre-countries.ts';
import type { Deps } from '../deps.ts';
import { malformed } from '../problems.ts';
import type { totalsQuery } from '../schemas/callbacks.ts';

type Query = z.output<typeof totalsQuery>;

/**
 * A list's parameters as the store searches, narrowed to what the caller may see.
 *
 * @throws {HttpProblem} 400 for a number without digits, or a period or a range of attempts that ends before it begins
 */
export async function searchOf(deps: Deps, caller: Caller, query: Query): Promise<Search> {
  const { from, to, by, sort = by, order, route, status, kind, origin, channel, name, assignee, team, distributor, disposition, outcome } = query;
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to)) {
    throw malformed([{ parameter: 'to', detail: 'must not be earlier than `from`' }]);
  }
  const attempts = { from: query.attemptsFrom, to: query.attemptsTo };
  if ((attempts.from ?? 0) > (attempts.to ?? Infinity)) throw malformed([{ parameter: 'attemptsTo', detail: 'must not be less than `attemptsFrom`' }]);
  return {
    period: { of: by, from: from === undefined ? undefined : new Date(from), to: to === undefined ? undefined : new Date(to) },
    sort: { by: sort, order },
    attempts,
    ...(route && { routeIds: route }),
    ...(status && { statuses: status }),
    ...(kind && { kinds: kind }),
    ...(origin && { origins: origin }),
    ...(channel && { channel }),
    ...(query.number !== undefined && (await numberOf(deps, query.number))),
    ...(name !== undefined && { name: name.trim() }),
    ...(assignee !== undefined && assignedTo(assignee)),
    ...(team !== undefined && { teamId: team }),
    ...(distributor !== undefined && { distributor }),
    ...(disposition !== undefined && { disposition }),
    ...(outcome && { lastOutcome: outcome }),
    ...(!seesAll(caller) && { visibleTo: caller.id }),
  };
}

function assignedTo(assignee: string): Pick<Search, 'assigneeId' | 'isAssigned'> {
  return assignee === 'any' ? { isAssigned: true } : { assigneeId: assignee === 'none' ? null : assignee };
}

/** The fewest digits that are read as a whole number: fewer are always the end of one. */
const FEWEST_DIGITS = 5;

/**
 * A whole number, by its spelling in any country of the centre's routes, or else the end of one.
 *
 * @throws {HttpProblem} 400 when there are no digits in it, or too many
 */
export async function numberOf({ store, config }: Deps, text: string): Promise<Pick<Search, 'numberHashes' | 'lastDigits'>> {
  const digits = text.normalize('NFKC').replaceAll(/\D/g, '');
  if (digits === '' || digits.length > 20) throw malformed([{ parameter: 'number', detail: 'must be a telephone number, or the last digits of one' }]);
  if (digits.length < FEWEST_DIGITS) return { lastDigits: digits };
  const hashes = readingsOf(text, await centreCountries(store.db)).map((e164) => hashNumber(config.numberHashKey, e164));
  return hashes.length > 0 ? { numberHashes: hashes } : { lastDigits: digits };
}
