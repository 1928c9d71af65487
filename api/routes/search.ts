import type * as z from 'zod';
import { countryOf, parseNumber } from '../../domain/numbers.ts';
import type { Search } from '../../store/callbacks.ts';
import { hashNumber } from '../../store/number-hash.ts';
import { readRoutes } from '../../store/routes.ts';
import type { Caller } from '../auth/caller.ts';
import { seesAll } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { malformed } from '../problems.ts';
import type { downloadQuery } from '../schemas/callbacks.ts';

type Query = Omit<z.output<typeof downloadQuery>, 'lang'>;

/**
 * A list's parameters as the store searches, narrowed to what the caller may see.
 *
 * @throws {HttpProblem} 400 for a number without digits, or a period that ends before it begins
 */
export async function searchOf(deps: Deps, caller: Caller, query: Query): Promise<Search> {
  const { from, to, by, order, route, status, kind, origin, channel, name, assignee, distributor, disposition, outcome } = query;
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to)) {
    throw malformed([{ parameter: 'to', detail: 'must not be earlier than `from`' }]);
  }
  return {
    period: { of: by, from: from === undefined ? undefined : new Date(from), to: to === undefined ? undefined : new Date(to) },
    sort: { by, order },
    ...(route && { routeIds: route }),
    ...(status && { statuses: status }),
    ...(kind && { kinds: kind }),
    ...(origin && { origins: origin }),
    ...(channel && { channel }),
    ...(query.number !== undefined && (await numberOf(deps, query.number))),
    ...(name !== undefined && { name: name.trim() }),
    ...(assignee !== undefined && { assigneeId: assignee === 'none' ? null : assignee }),
    ...(distributor !== undefined && { distributor }),
    ...(disposition !== undefined && { disposition }),
    ...(outcome && { lastOutcome: outcome }),
    ...(!seesAll(caller) && { visibleTo: caller.id }),
  };
}

/** A whole number as people of the centre write it, or else the end of one. */
async function numberOf({ store, config }: Deps, text: string): Promise<Pick<Search, 'numberHash' | 'lastDigits'>> {
  const routes = await readRoutes(store.db);
  const countries = new Set(routes.map(({ policy }) => countryOf(policy.callerId) ?? 'US'));
  for (const country of [...countries, 'US']) {
    const parsed = parseNumber(text, country);
    if (parsed.ok) return { numberHash: hashNumber(config.numberHashKey, parsed.e164) };
  }
  const digits = text.normalize('NFKC').replaceAll(/\D/g, '');
  if (digits === '' || digits.length > 15) throw malformed([{ parameter: 'number', detail: 'must be a telephone number, or the last digits of one' }]);
  return { lastDigits: digits };
}
