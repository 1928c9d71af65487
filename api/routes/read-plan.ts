import { endpoint } from '../endpoint.ts';
import { readPlan } from '../operations/plans.ts';
import { planView } from '../views/plan.ts';

export const readPlanEndpoint = endpoint(readPlan)(async ({ deps, params }) => ({ status: 200, body: await planView(deps, params.id) }));
