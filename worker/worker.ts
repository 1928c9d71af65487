import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { createActivities } from '../activities/index.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../config/log.ts';
import { startMatchingLoop } from '../matching/loop.ts';
import { createMail } from '../messaging/mail.ts';
import type { Store } from '../store/open.ts';
import { forgetComparisons } from '../store/sweep.ts';
import type { Telephony } from '../telephony/port.ts';
import type { CallbackClient } from '../temporal/callbacks.ts';
import { connectionOptions, createClient } from '../temporal/connection.ts';
import { bundleParts, workerDataConverter } from '../temporal/data-converter.ts';
import { requireOwnKeys } from '../temporal/own-keys.ts';
import { createPlanClient } from '../temporal/plans.ts';
import { sweepNow } from '../temporal/reconciliation.ts';
import { TASK_QUEUE } from '../workflows/messages.ts';
import { installRuntime } from './runtime.ts';

export interface WorkerDeps {
  readonly config: Config;
  readonly connection: NativeConnection;
  readonly store: Store;
  readonly telephony: Telephony;
  readonly callbacks: CallbackClient;
  readonly log: Log;
  /** Workflow code bundled before; without it, it is bundled from its source, which takes a few seconds. */
  readonly bundlePath?: string;
}

export interface RunningWorker {
  /** Ends when the worker has been stopped; fails when it cannot go on. */
  readonly done: Promise<void>;
  /** Takes nothing new and lets what is under way finish, for a few seconds at most. */
  stop(): Promise<void>;
}

/**
 * Activities under way may finish in this time; a request to the telephone network takes at most 10 s, and one that is cut off is
 * settled like any other whose answer was lost.
 */
const SHUTDOWN_GRACE_MS = 3000;
const STICKY_MS = 3000;
/** After this, the worker is given up as it is. */
const SHUTDOWN_FORCE_MS = 5000;

/** Connects a worker to Temporal. Its log goes to ours. */
export function connectWorker(config: Pick<Config, 'temporal'>, log: Log): Promise<NativeConnection> {
  installRuntime(log);
  return NativeConnection.connect(connectionOptions(config.temporal));
}

/**
 * Runs workflows, activities and the matching loop until it is stopped; what happened while no worker ran
 * is looked at at once.
 *
 * @throws {KeyMissing} when it could not read what it is about to be given
 */
export async function startWorker(deps: WorkerDeps): Promise<RunningWorker> {
  const { config, connection, store, telephony, callbacks, log } = deps;
  const client = createClient(connection, config);
  await requireOwnKeys(client, config.payloadKeys);
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: TASK_QUEUE,
    ...workflowCode(deps.bundlePath),
    activities: createActivities({ store, telephony, callbacks, plans: createPlanClient(client), mail: createMail(config), log }),
    dataConverter: workerDataConverter(config.payloadKeys),
    shutdownGraceTime: SHUTDOWN_GRACE_MS,
    shutdownForceTime: SHUTDOWN_FORCE_MS,
    // How long commands wait for a worker that was killed before another takes its workflows over; callers give up after 5 s.
    stickyQueueScheduleToStartTimeout: STICKY_MS,
    // A store behind them takes a handful of connections; more activities at once would only wait for one.
    maxConcurrentActivityTaskExecutions: 50,
    maxConcurrentLocalActivityExecutions: 50,
    // A backstop against a loop gone wrong; what an account lets through is decided in the store (design, decision 8). It is this worker's
    // own: with a limit of the whole task queue, no activity could come with the answer to the workflow task that asks for it.
    maxActivitiesPerSecond: 200,
  });
  const matching = await startMatchingLoop({ store, callbacks, log });
  await forgetComparisons(store.db);
  await sweepNow(client);
  let stopping = false;
  const done = worker.run().catch((error: unknown) => {
    if (!stopping) throw error;
    log.warn({ err: error }, 'The worker was stopped before everything under way had finished.');
  });
  return {
    done,
    async stop() {
      stopping = true;
      await matching.stop();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}

function workflowCode(bundlePath: string | undefined): Partial<WorkerOptions> {
  if (bundlePath) return { workflowBundle: { codePath: bundlePath } };
  const { failureConverterPath: _given, workflowInterceptorModules } = bundleParts;
  return {
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    interceptors: { workflowModules: workflowInterceptorModules },
  };
}
