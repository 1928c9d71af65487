import { proxyActivities } from '@temporalio/workflow';
import type { PlanActivities } from '../activities/contract.ts';
import type { PlanStart } from './messages.ts';

/**
 * An attempt goes on for as long as it is alive, and is taken over by another worker soon after it is not. It never gives up: a plan
 * waits out an outage of the database.
 */
const { carryOutPlan } = proxyActivities<PlanActivities>({
  startToCloseTimeout: '30 m',
  heartbeatTimeout: '20 s',
  retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '20 s' },
});

/** Carries a plan out. What is to be done, and what has been, stands in the database. */
export async function plan({ planId }: PlanStart): Promise<void> {
  while (!(await carryOutPlan({ planId })).hasEnded);
}
