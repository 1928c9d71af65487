import type { Connection } from '@temporalio/client';
import { migrate } from '../store/migrate.ts';
import { open, type Store } from '../store/open.ts';
import type { Telephony } from '../telephony/port.ts';
import { createTwilioTelephony } from '../telephony/twilio/index.ts';
import { type CallbackClient, createCallbackClient } from '../temporal/callbacks.ts';
import { connectTemporal, createClient } from '../temporal/connection.ts';
import { createPlanClient, type PlanClient } from '../temporal/plans.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createLog, type Log } from './log.ts';
import { untilThere } from './process.ts';

/** What a process that runs alone shares with the others, reached and ready. */
export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly connection: Connection;
  readonly callbacks: CallbackClient;
  readonly plans: PlanClient;
  readonly telephony: Telephony;
  /** Lets go of everything. */
  close(): Promise<void>;
}

/**
 * Begins a process that runs alone: reads the environment, waits for PostgreSQL and Temporal to be there, and brings the tables up
 * to date, whoever of several starters comes first. Where the environment is not fit, the sentences are printed and the process
 * ends with 1.
 */
export async function beginSeparate(env: NodeJS.ProcessEnv): Promise<Parts> {
  const config = readOrExit(env);
  const log = createLog(config.logLevel);
  const store = await untilThere('PostgreSQL', log, () => openMigrated(config.databaseUrl ?? ''));
  const connection = await untilThere('Temporal', log, () => connectTemporal(config));
  const client = createClient(connection, config);
  return {
    config,
    log,
    store,
    connection,
    callbacks: createCallbackClient(client),
    plans: createPlanClient(client),
    telephony: createTelephony(config, log),
    async close() {
      await connection.close();
      await store.close();
    },
  };
}

function readOrExit(env: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(env, { separate: true });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

async function openMigrated(url: string): Promise<Store> {
  const store = await open({ url });
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** @throws when the configuration names no account; the sandbox's is put there by whoever starts it */
export function createTelephony(config: Config, log: Log): Telephony {
  if (!config.twilio) throw new Error('There is no telephone account: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.');
  return createTwilioTelephony({ ...config.twilio, publicUrl: config.publicUrl, log });
}
