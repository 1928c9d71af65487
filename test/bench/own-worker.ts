import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { connectionOptions } from '../../temporal/connection.ts';
import type { MeasuredSystem } from './apart.ts';

/** A worker of the bench's own on the product's own server, and a client to go with it. */
export interface OwnWorker {
  readonly client: Client;
  readonly taskQueue: string;
  stop(): Promise<void>;
}

type Code = Required<Pick<WorkerOptions, 'workflowsPath'>> & Pick<WorkerOptions, 'activities'>;

/** Starts it, with everything as the SDK sets it. */
export async function startOwnWorker({ config }: MeasuredSystem, taskQueue: string, code: Code): Promise<OwnWorker> {
  const options = connectionOptions(config.temporal);
  const native = await NativeConnection.connect(options);
  const connection = await Connection.connect(options);
  const { namespace } = config.temporal;
  const worker = await Worker.create({ connection: native, namespace, taskQueue, ...code });
  const running = worker.run();
  return {
    client: new Client({ connection, namespace }),
    taskQueue,
    async stop() {
      worker.shutdown();
      await running;
      await connection.close();
      await native.close();
    },
  };
}
