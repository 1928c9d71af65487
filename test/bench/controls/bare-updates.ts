import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { MeasuredSystem } from '../apart.ts';
import { startOwnWorker } from '../own-worker.ts';
import { bare, bareUpdate } from './bare-update.workflow.ts';

/** Sends updates that run one local activity, which does nothing, to a workflow on the product's own server. */
export interface BareUpdates {
  /** One of them. @returns milliseconds from its sending to its answer */
  run(): Promise<number>;
  stop(): Promise<void>;
}

export async function startBareUpdates(system: MeasuredSystem): Promise<BareUpdates> {
  const { client, taskQueue, stop } = await startOwnWorker(system, 'bench-update', {
    workflowsPath: fileURLToPath(new URL('bare-update.workflow.ts', import.meta.url)),
    activities: { nothing: async () => undefined },
  });
  const handle = await client.workflow.start(bare, { taskQueue, workflowId: `bare-${randomUUID()}` });
  return {
    async run() {
      const begun = performance.now();
      await handle.executeUpdate(bareUpdate);
      return performance.now() - begun;
    },
    async stop() {
      await handle.terminate();
      await stop();
    },
  };
}
