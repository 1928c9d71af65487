import { readPlan, refusedItems } from '../../store/plan/plans.ts';
import { readRoutes } from '../../store/route/routes.ts';
import { endpoint } from '../endpoint.ts';
import { listRefusals } from '../operations/plans.ts';
import { notFound } from '../problems.ts';

export const listPlanRefusalsEndpoint = endpoint(listRefusals)(async ({ deps, params, query: { cursor, limit } }) => {
  const { db } = deps.store;
  if (!(await readPlan(db, params.id))) throw notFound('There is no such plan.');
  const found = await refusedItems(db, params.id, { after: Number(cursor ?? 0), limit: limit + 1 });
  const page = found.slice(0, limit);
  const routes = new Map((await readRoutes(db)).map(({ id, name }) => [id, name]));
  const items = page.map(({ id, name, number, route_id, refusal }) => ({
    callback: { id, name, number, route: { id: route_id, name: routes.get(route_id) ?? route_id } },
    refusal,
  }));
  return { status: 200, body: { items, nextCursor: found.length > limit ? String(page.at(-1)?.ordinal) : null } };
});
