import { newRoutePolicy } from '../domain/new-route.ts';
import { countryOf, parseNumber } from '../domain/numbers.ts';
import type { RouteFault } from '../domain/route-rules.ts';
import { faultsOf } from '../domain/route-rules.ts';
import type { RouteSettings } from '../domain/route-settings.ts';
import type { RoutePolicy } from '../domain/route.ts';
import { readAgents } from '../store/agent/agents.ts';
import { readRoutes } from '../store/route/routes.ts';
import type { Db } from '../store/tables.ts';
import { malformed } from './problems.ts';
import type { ProblemError } from './schemas/problem.ts';

/** Settings as somebody wrote them: numbers in any writing, ids not looked up. */
interface Written {
  readonly name: string;
  readonly numbers: readonly string[];
  readonly agentIds: readonly string[];
  readonly policy: RoutePolicy;
}

/** What a new route is made of where its maker left it open. */
export function newPolicy(given: Partial<RoutePolicy>, numbers: readonly string[], timeZone: string): RoutePolicy {
  return { ...newRoutePolicy({ timeZone, callerId: numbers[0] ?? '' }), ...given };
}

/**
 * The settings as they are to be stored.
 *
 * @param id of the route; null: it is new
 * @param country of numbers written without a country code; null: that of the centre's routes
 * @throws {HttpProblem} 400 that names everything that is wrong, each at its place
 */
export async function wantedSettings(db: Db, id: string | null, written: Written, country: string | null): Promise<RouteSettings> {
  const routes = await readRoutes(db, { current: true });
  const home = country ?? routes.map(({ policy }) => countryOf(policy.callerId)).find((known) => known !== null) ?? '';
  const numbers = written.numbers.map((text) => parseNumber(text, home));
  const callerId = parseNumber(written.policy.callerId, home);
  const agents = new Set((await readAgents(db)).map((agent) => agent.id));
  const routeIds = new Set(routes.map((route) => route.id));
  const errors: ProblemError[] = [
    ...numbers.flatMap((parsed, index) => (parsed.ok ? [] : [{ pointer: `/numbers/${index}`, detail: NO_NUMBER }])),
    ...(callerId.ok ? [] : [{ pointer: '/policy/callerId', detail: NO_NUMBER }]),
    ...written.agentIds.flatMap((agentId, index) => (agents.has(agentId) ? [] : [{ pointer: `/agentIds/${index}`, detail: 'names no agent' }])),
    ...faultsOf(written.policy).map(({ pointer, fault }) => ({ pointer: `/policy${pointer}`, detail: SENTENCES[fault] })),
    ...destinationErrors(written.policy, id, routeIds),
  ];
  if (errors.length > 0 || !callerId.ok) throw malformed(errors);
  return {
    name: written.name,
    numbers: [...new Set(numbers.flatMap((parsed) => (parsed.ok ? [parsed.e164] : [])))],
    agentIds: [...new Set(written.agentIds)],
    policy: { ...written.policy, callerId: callerId.e164 },
  };
}

const NO_NUMBER = 'is not a telephone number; write it with its country code, such as +81 3-1234-5678';

const SENTENCES: Readonly<Record<RouteFault, string>> = {
  not_a_time: 'must be a time of day from 00:00 to 24:00, such as 09:30',
  not_a_date: 'must be a day of the calendar, such as 2026-12-29',
  ends_first: 'must be later than the beginning of the span',
  overlaps: 'must not be before another span of that day has ended',
  repeated: 'is there already, and must be unique',
  nothing_to_choose: 'needs at least one disposition to choose from',
  before_window_ends: 'must not be shorter than the window that is promised',
};

function destinationErrors(policy: RoutePolicy, id: string | null, routeIds: ReadonlySet<string>): ProblemError[] {
  return (['afterRejectedOffer', 'afterMissedOffer'] as const).flatMap((key) => {
    const destination = policy[key];
    if (destination.to !== 'route') return [];
    const pointer = `/policy/${key}/routeId`;
    if (destination.routeId === id) return [{ pointer, detail: 'must be another route than this one' }];
    return routeIds.has(destination.routeId) ? [] : [{ pointer, detail: 'names no route' }];
  });
}
