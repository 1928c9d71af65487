import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import type { Log } from '../../config/log.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { migrate } from '../../store/migrate.ts';
import { open, type Store } from '../../store/open.ts';
import { readRoutes } from '../../store/route/routes.ts';
import type { Db } from '../../store/tables.ts';
import { findTemporalCli } from '../temporal-cli.ts';
import type { Say } from '../progress.mjs';
import type { Undo } from './undo.ts';
import { startDevServer } from './dev-server.ts';

/** Speed of the sandbox, for tests; a newcomer's network is as slow as a real one. */
export type SandboxSpeed = Pick<SandboxOptions, 'timings' | 'callsPerSecond'>;

/** Temporal as the environment names it, or a dev server of our own. */
export async function temporalPart(config: Config, env: NodeJS.ProcessEnv, log: Log, undo: Undo, say: Say): Promise<Config> {
  const { address, namespace } = config.temporal;
  if (address) {
    say.done(`Temporal is the one at ${address}, namespace ${namespace}`);
    return config;
  }
  const cliPath = await findTemporalCli(env, { now: say.now, done: () => undefined });
  say.now('starting Temporal’s dev server');
  const server = await startDevServer({ cliPath, dataDir: config.dataDir, log });
  undo.add('Temporal’s dev server', () => server.stop());
  say.done(`Temporal’s dev server runs at ${server.address}`);
  return { ...config, temporal: { address: server.address, namespace: 'default', apiKey: null, tls: null } };
}

/** PostgreSQL as the environment names it, or PGlite in the state folder; the tables are brought up to date. */
export async function storePart(config: Config, undo: Undo, say: Say): Promise<Store> {
  const store = await open(config.databaseUrl ? { url: config.databaseUrl } : { dataDir: join(config.dataDir, 'database') });
  undo.add('the store', () => store.close());
  say.now('bringing the tables up to date');
  const applied = await migrate(store);
  const tables = applied.length > 0 ? `${applied.length} migrations applied` : 'tables up to date';
  say.done(`${config.databaseUrl ? 'PostgreSQL' : 'PGlite'} is open, ${tables}`);
  return store;
}

/**
 * Twilio as the environment names it, or the sandbox. The sandbox's account follows from our secret, so that after a kill it still
 * is the account whose calls we know.
 */
export async function telephonePart(
  config: Config,
  speed: SandboxSpeed,
  db: Db,
  log: Log,
  undo: Undo,
  say: Say,
): Promise<{ config: Config; sandbox: Sandbox | null }> {
  if (config.twilio) {
    say.done(`telephone calls go to ${config.twilio.baseUrl ?? 'Twilio'}`);
    return { config, sandbox: null };
  }
  const derived = (name: string) => createHmac('sha256', config.authSecret).update(name).digest('hex').slice(0, 32);
  const sandbox = await startSandbox({
    ...speed,
    accountSid: `AC${derived('sandbox account')}`,
    authToken: derived('sandbox token'),
    journalFile: join(config.dataDir, 'sandbox.jsonl'),
    log: (line) => log.info({ part: 'sandbox' }, line),
  });
  undo.add('the sandbox telephone network', () => sandbox.stop());
  if (speed.callsPerSecond !== undefined) await setCallsPerSecond(db, speed.callsPerSecond);
  say.done(`the sandbox telephone network runs at ${sandbox.url}`);
  const { accountSid, authToken, url: baseUrl } = sandbox;
  return { config: { ...config, twilio: { accountSid, authToken, apiKey: null, apiSecret: null, baseUrl } }, sandbox };
}

/** Our own pace is that of the account. */
async function setCallsPerSecond(db: Db, callsPerSecond: number): Promise<void> {
  await db.updateTable('telephone_account').set({ calls_per_second: callsPerSecond }).where('id', '=', 'default').execute();
}

/** The sandbox answers every route's numbers as Twilio would: by asking our webhook. */
export async function connectNumbers(sandbox: Sandbox, db: Db, publicUrl: string): Promise<number> {
  const numbers = (await readRoutes(db)).flatMap((route) => route.numbers);
  for (const number of numbers) sandbox.addNumber(number, { voiceUrl: `${publicUrl}/twilio/voice/incoming` });
  return numbers.length;
}
