import { stopPlan as stop } from '../../store/plan/plans.ts';
import { endpoint } from '../endpoint.ts';
import { stopPlan } from '../operations/plans.ts';
import { planView } from '../views/plan.ts';

export const stopPlanEndpoint = endpoint(stopPlan)(async ({ deps, params }) => {
  await stop(deps.store.db, params.id);
  return { status: 200, body: await planView(deps, params.id) };
});
