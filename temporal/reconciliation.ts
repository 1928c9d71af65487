import type { Client } from '@temporalio/client';
import { RECONCILIATION_WORKFLOW, sweepNowSignal, TASK_QUEUE } from '../workflows/messages.ts';

/**
 * Has the one workflow that compares rows, workflows and telephone calls do so now; it is started if it does not run. Said by
 * every worker that starts: nobody looked after these while none ran.
 */
export async function sweepNow(client: Client): Promise<void> {
  await client.workflow.signalWithStart(RECONCILIATION_WORKFLOW, {
    workflowId: RECONCILIATION_WORKFLOW,
    taskQueue: TASK_QUEUE,
    signal: sweepNowSignal,
  });
}
