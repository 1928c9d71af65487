import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import type { PayloadKey } from '../../config/payload-keys.ts';
import { bundleParts, workerDataConverter } from '../../temporal/data-converter.ts';
import { TASK_QUEUE } from '../../workflows/messages.ts';

export const KEYS: readonly PayloadKey[] = [{ id: 'test', key: Buffer.alloc(32, 1) }];

Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } } });

/** A real dev server, found by the set-up of the test run. */
export function createDevServer(): Promise<TestWorkflowEnvironment> {
  return TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'existing-path', path: process.env['TEMPORAL_CLI_PATH'] ?? 'temporal' }, log: { format: 'json', level: 'error' } },
  });
}

/** Runs a worker of this folder's workflows until the function it answers is called. */
export async function runWorker(environment: TestWorkflowEnvironment): Promise<() => Promise<void>> {
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowsPath: fileURLToPath(new URL('workflows.ts', import.meta.url)),
    interceptors: { workflowModules: bundleParts.workflowInterceptorModules },
    dataConverter: workerDataConverter(KEYS),
    activities: {
      failTelling: async (secret: string) => {
        throw new Error(`The activity knows ${secret}.`);
      },
    },
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
  };
}
