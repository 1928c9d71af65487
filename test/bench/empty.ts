import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { MeasuredSystem } from './apart.ts';
import { empty } from './empty.workflow.ts';
import { startOwnWorker } from './own-worker.ts';

/** Runs empty workflows on the product's own server, on a task queue and a worker of their own. */
export interface EmptyWorkflows {
  /** One of them, from its start to its result. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

export async function startEmptyWorkflows(system: MeasuredSystem): Promise<EmptyWorkflows> {
  const workflowsPath = fileURLToPath(new URL('empty.workflow.ts', import.meta.url));
  const { client, taskQueue, stop } = await startOwnWorker(system, 'bench-empty', { workflowsPath });
  return { run: () => client.workflow.execute(empty, { taskQueue, workflowId: `empty-${randomUUID()}` }), stop };
}
