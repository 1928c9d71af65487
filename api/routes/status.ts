import { DateTime } from 'luxon';
import type { Days, PeriodUnit } from '../../domain/periods.ts';
import { countDays, dayOf, periodsOf, spanOf } from '../../domain/periods.ts';
import type { StatusSearch } from '../../store/report/status.ts';
import { countOffers, countService, countStatus } from '../../store/report/status.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { readOffers, readService, readStatus } from '../operations/status.ts';
import { malformed } from '../problems.ts';
import { namer, offersView, serviceView, statusView } from '../views/status.ts';

/** More than this is no table any more. */
const MOST: Readonly<Record<PeriodUnit, number>> = { day: 800, month: 120 };

export const readStatusEndpoint = endpoint(readStatus)(async ({ deps, query }) => ({ status: 200, body: await statusOf(deps, query) }));

export const readServiceEndpoint = endpoint(readService)(async ({ deps, query }) => ({ status: 200, body: await serviceOf(deps, query) }));

export const readOffersEndpoint = endpoint(readOffers)(async ({ deps, query }) => ({ status: 200, body: await offersOf(deps, query) }));

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly route?: readonly string[] | undefined;
  readonly agent?: string | undefined;
  readonly team?: string | undefined;
}

/** @throws {HttpProblem} 400 for days that end before they begin, or too many of them */
export async function statusOf({ store: { db }, config: { centreTimeZone: timeZone } }: Deps, asked: Asked & Parameters<typeof statusView>[0]) {
  const { unit, groupBy } = asked;
  const days = daysOf(asked, timeZone, unit);
  const counted = await countStatus(db, searchOf(asked, days, timeZone), { unit, groupBy, timeZone });
  const name = await namer(db, groupBy, counted);
  return { ...days, timeZone, ...statusView({ unit, groupBy }, counted, periodsOf(unit, days), name) };
}

/** @throws {HttpProblem} as `statusOf` */
export async function serviceOf({ store: { db }, config: { centreTimeZone: timeZone } }: Deps, asked: Asked & { readonly groupBy: 'none' | 'agent' | 'route' }) {
  const { groupBy } = asked;
  const days = daysOf(asked, timeZone, 'day');
  const search = searchOf(asked, days, timeZone);
  const [totals, counted] = await Promise.all([countService(db, search, 'none'), groupBy === 'none' ? [] : countService(db, search, groupBy)]);
  const name = await namer(db, groupBy, counted);
  return { ...days, timeZone, groupBy, ...serviceView(counted, totals, name) };
}

/** @throws {HttpProblem} as `statusOf` */
export async function offersOf({ store: { db }, config: { centreTimeZone: timeZone } }: Deps, asked: Asked) {
  const days = daysOf(asked, timeZone, 'day');
  const counted = await countOffers(db, searchOf(asked, days, timeZone));
  const name = await namer(db, 'agent', counted.map(({ agentId }) => ({ groupId: agentId })));
  return { ...days, timeZone, ...offersView(counted, name) };
}

function daysOf({ from, to }: Asked, timeZone: string, unit: PeriodUnit): Days {
  const last = to ?? lastDay(from, dayOf(DateTime.now().toMillis(), timeZone));
  const days = { from: from ?? `${last.slice(0, 7)}-01`, to: last };
  if (days.from > days.to) throw malformed([{ parameter: 'to', detail: 'must not be earlier than `from`' }]);
  const many = unit === 'day' ? countDays(days) : periodsOf(unit, days).length;
  if (many > MOST[unit]) throw malformed([{ parameter: 'from', detail: `must not be more than ${MOST[unit]} ${unit}s before \`to\`` }]);
  return days;
}

/** Today, or the first day asked for where that lies ahead. */
function lastDay(from: string | undefined, today: string): string {
  return from !== undefined && from > today ? from : today;
}

function searchOf({ route, agent, team }: Asked, days: Days, timeZone: string): StatusSearch {
  return { ...spanOf(days, timeZone), routeIds: route, agentId: agent, teamId: team };
}
