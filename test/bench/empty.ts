import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { connectionOptions } from '../../temporal/connection.ts';
import type { System } from '../../tools/start/system.ts';
import { empty } from './empty.workflow.ts';

const TASK_QUEUE = 'bench-empty';

/** Runs empty workflows on the product's own server, on a task queue and a worker of their own. */
export interface EmptyWorkflows {
  /** One of them, from its start to its result. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

export async function startEmptyWorkflows({ config }: System): Promise<EmptyWorkflows> {
  const options = connectionOptions(config.temporal);
  const native = await NativeConnection.connect(options);
  const connection = await Connection.connect(options);
  const { namespace } = config.temporal;
  const client = new Client({ connection, namespace });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowsPath: fileURLToPath(new URL('empty.workflow.ts', import.meta.url)),
  });
  const running = worker.run();
  return {
    run: () => client.workflow.execute(empty, { taskQueue: TASK_QUEUE, workflowId: `empty-${randomUUID()}` }),
    async stop() {
      worker.shutdown();
      await running;
      await connection.close();
      await native.close();
    },
  };
}
