import type { Client } from '@temporalio/client';
import { PLAN_WORKFLOW, planWorkflowIdOf, TASK_QUEUE } from '../workflows/messages.ts';
import { isPassing, TemporalUnavailable } from './errors.ts';

const DEADLINE_MS = 5000;

/** What the rest of Ringback says to the workflows that carry plans out. */
export interface PlanClient {
  /**
   * Has a plan carried out; one that is being carried out goes on as it does. Ends within 5 s.
   *
   * @throws {TemporalUnavailable}
   */
  start(planId: string): Promise<void>;
}

export function createPlanClient(client: Client): PlanClient {
  return {
    async start(planId) {
      const options = {
        taskQueue: TASK_QUEUE,
        workflowId: planWorkflowIdOf(planId),
        args: [{ planId }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      } as const;
      try {
        await client.withDeadline(Date.now() + DEADLINE_MS, () => client.workflow.start(PLAN_WORKFLOW, options));
      } catch (error) {
        throw isPassing(error) ? new TemporalUnavailable(error) : error;
      }
    },
  };
}
