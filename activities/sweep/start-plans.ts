import { unfinishedPlans } from '../../store/plan/plans.ts';
import type { ActivityDependencies } from '../index.ts';
import { each } from './each.ts';

/** A plan younger than this is still being started by whoever wrote it. */
const GRACE_MS = 5_000;
const BATCH = 50;

/**
 * Has every plan carried out that has not ended: Temporal may never have been told of it, or have lost it. One that is being carried
 * out goes on as it does.
 */
export async function startPlans(dependencies: ActivityDependencies): Promise<void> {
  const { store, plans } = dependencies;
  await each(dependencies, await unfinishedPlans(store.db, GRACE_MS, BATCH), (planId) => plans.start(planId));
}
