import { nextFreeTimes } from '../../domain/slots.ts';
import { readRoute } from '../../store/route/routes.ts';
import { endpoint } from '../endpoint.ts';
import { readSlots } from '../operations/desk.ts';
import { notFound } from '../problems.ts';

/** The next free times of a route: none where it has closed for good. Times that have passed are never offered. */
export const readSlotsEndpoint = endpoint(readSlots)(async ({ deps, params, query }) => {
  const route = await readRoute(deps.store.db, params.id);
  if (!route) throw notFound('There is no such route.');
  const from = Math.max(Date.now(), query.from === undefined ? 0 : Date.parse(query.from));
  const times = route.closed ? [] : nextFreeTimes(route.policy, new Date(from).toISOString(), query.count);
  return { status: 200, body: { times } };
});
