import type { Client } from '@temporalio/client';
import { join, resolve } from 'node:path';
import { createApp } from '../../api/app.ts';
import { listen, THIS_MACHINE, type WebServer } from '../../api/server.ts';
import { type Config, readConfig } from '../../config/config.ts';
import { createLog, type Log } from '../../config/log.ts';
import { withKeptSecrets } from '../../config/secrets.ts';
import { createTelephony } from '../../config/separate.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Store } from '../../store/open.ts';
import { createCallbackClient } from '../../temporal/callbacks.ts';
import { createPlanClient } from '../../temporal/plans.ts';
import { connectTemporal, createClient } from '../../temporal/connection.ts';
import { connectWorker, startWorker } from '../../worker/worker.ts';
import type { Step } from '../progress.mjs';
import { root } from '../set-up.mjs';
import { bundleWorkflows, workflowBundlePath } from '../workflow-bundle.ts';
import { connectNumbers, type SandboxSpeed, storePart, telephonePart, temporalPart } from './parts.ts';
import { type Account, seed, startRequested } from './seed.ts';
import { takeStateFolder } from './state-folder.ts';
import { createUndo, type Undo } from './undo.ts';

export interface SystemOptions {
  /** The folder that keeps everything; without it, as the environment says. */
  readonly dataDir?: string;
  /** 0 takes any free port; without it, as the environment says. */
  readonly port?: number;
  readonly databaseUrl?: string;
  readonly sandbox?: SandboxSpeed;
  /** Whether an empty store gets its first accounts, routes and callbacks; yes, unless told otherwise. */
  readonly seed?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Without it, the log is a file in the state folder. */
  readonly log?: Log;
  /** Shows each step; without it, nothing is shown. */
  readonly step?: Step;
  /** Gives the start up between two steps. */
  readonly signal?: AbortSignal;
}

/** The whole of Ringback in one process. */
export interface System {
  readonly url: string;
  /** null: real telephones. */
  readonly sandbox: Sandbox | null;
  readonly store: Store;
  readonly config: Config;
  readonly client: Client;
  /** Who can sign in, as far as seeding made them. */
  readonly accounts: readonly Account[];
  readonly log: Log;
  /** Ends when the system was stopped; fails when it cannot go on. */
  readonly done: Promise<void>;
  /** Stops every part and every process, within a few seconds. */
  stop(): Promise<void>;
}

const silent: Step = (_doing, work) => work({ now: () => undefined, done: () => undefined });

/**
 * Starts the whole system: what the environment names is used, and what it does not name runs here.
 *
 * @throws {Problem} {ConfigError} {PortTaken} with sentences for people; whatever had been begun is ended by then
 */
export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const given = options.env ?? process.env;
  const dataDir = resolve(options.dataDir ?? (given['DATA_DIR'] || '.ringback'));
  const giveBack = takeStateFolder(dataDir);
  let log: Log | null = null;
  const undo = createUndo((name, error) => log?.error({ err: error }, `Could not stop ${name} in good order.`));
  undo.add('the state folder', giveBack);
  try {
    const { config, env, server } = await claimPort(options, given, dataDir, undo);
    log = options.log ?? createLog(config.logLevel, join(dataDir, 'ringback.log'));
    return await startParts(options, config, env, server, log, undo);
  } catch (error) {
    await undo.all();
    throw error;
  }
}

/** Nothing is started before the environment is known to be fit and the port is ours. */
async function claimPort(options: SystemOptions, given: NodeJS.ProcessEnv, dataDir: string, undo: Undo) {
  const overrides = {
    DATA_DIR: dataDir,
    ...(options.port === undefined ? {} : { PORT: String(options.port) }),
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
  };
  const env = await withKeptSecrets({ ...given, ...overrides }, dataDir);
  const { port, twilio } = readConfig(env);
  // Everybody knows the password of a system with the sandbox.
  const server = await listen(port, twilio ? undefined : THIS_MACHINE);
  undo.add('the web server', () => server.close());
  return { config: readConfig({ ...env, PORT: String(server.port) }), env, server };
}

async function startParts(
  options: SystemOptions,
  claimed: Config,
  env: NodeJS.ProcessEnv,
  server: WebServer,
  log: Log,
  undo: Undo,
): Promise<System> {
  const step: Step = (doing, work) => {
    options.signal?.throwIfAborted();
    return (options.step ?? silent)(doing, work);
  };
  const withTemporal = await step('looking for Temporal', (say) => temporalPart(claimed, env, log, undo, say));
  const store = await step('opening the store', (say) => storePart(withTemporal, undo, say));
  const { config, sandbox } = await step('starting the telephone network', (say) =>
    telephonePart(withTemporal, options.sandbox ?? {}, store.db, log, undo, say),
  );
  const accounts = options.seed === false ? [] : await step('looking for accounts and routes', (say) => seed({ config, store, log, sandbox }, say));
  if (sandbox) await connectNumbers(sandbox, store.db, config.publicUrl);
  const { client, done } = await step('starting the worker', async (say) => {
    const running = await workerPart(config, store, log, undo);
    say.done('the worker is ready');
    return running;
  });
  const callbacks = createCallbackClient(client);
  await startRequested(store, callbacks);
  const telephony = createTelephony(config, log);
  server.serve(createApp({ config, store, callbacks, plans: createPlanClient(client), telephony, log, sandboxUrl: sandbox?.url ?? null }));
  undo.add('the API', () => server.close());
  return { url: config.publicUrl, sandbox, store, config, client, accounts, log, done, stop: () => undo.all() };
}

/** The workflows are bundled anew where their source has changed since. */
async function workerPart(config: Config, store: Store, log: Log, undo: Undo): Promise<{ client: Client; done: Promise<void> }> {
  await bundleWorkflows(root, { now: () => undefined, done: () => undefined });
  const connection = await connectTemporal(config);
  undo.add('the connection to Temporal', () => connection.close());
  const native = await connectWorker(config, log);
  undo.add('the worker’s connection to Temporal', () => native.close());
  const client = createClient(connection, config);
  const worker = await startWorker({
    config,
    connection: native,
    store,
    telephony: createTelephony(config, log),
    callbacks: createCallbackClient(client),
    log,
    bundlePath: workflowBundlePath(root),
  });
  undo.add('the worker', () => worker.stop());
  return { client, done: worker.done };
}
