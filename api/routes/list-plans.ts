import { recentPlans } from '../../store/plan/plans.ts';
import { endpoint } from '../endpoint.ts';
import { listPlans } from '../operations/plans.ts';
import { planViews } from '../views/plan.ts';

export const listPlansEndpoint = endpoint(listPlans)(async ({ deps: { store }, query: { limit } }) => {
  return { status: 200, body: { items: await planViews(store.db, await recentPlans(store.db, limit)) } };
});
