import { join } from 'node:path';
import { readConfig } from '../../config/config.ts';
import { createLog } from '../../config/log.ts';
import { withKeptSecrets } from '../../config/secrets.ts';
import { connectTemporal, createClient } from '../../temporal/connection.ts';
import type { Step } from '../../tools/progress.mjs';
import { freePort } from '../../tools/start/free-port.ts';
import { type SandboxSpeed, storePart, telephonePart, temporalPart } from '../../tools/start/parts.ts';
import type { System } from '../../tools/start/system.ts';
import { createUndo, type Undo } from '../../tools/start/undo.ts';
import { installRuntime } from '../../worker/runtime.ts';
import { startProcess } from '../chaos/processes.ts';

/** What the bench asks of a system, whether it is one process or several. */
export type MeasuredSystem = Omit<System, 'accounts' | 'done'>;

export interface ApartOptions {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly sandbox: SandboxSpeed;
  readonly env: NodeJS.ProcessEnv;
  readonly step: Step;
}

/**
 * Ringback as a centre of many agents runs it: API and worker are processes of their own, on PostgreSQL. The telephone network and
 * whoever measures share this one.
 */
export async function startApart(options: ApartOptions): Promise<MeasuredSystem> {
  const undo = createUndo((name, error) => process.stderr.write(`Could not stop ${name}: ${String(error)}\n`));
  try {
    return await startParts(options, undo);
  } catch (error) {
    await undo.all();
    throw error;
  }
}

async function startParts({ dataDir, databaseUrl, sandbox: speed, env: given, step }: ApartOptions, undo: Undo): Promise<MeasuredSystem> {
  const port = String(await freePort());
  const env = await withKeptSecrets({ ...given, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PORT: port, NODE_OPTIONS: '' }, dataDir);
  const claimed = readConfig(env);
  const log = createLog(claimed.logLevel, join(dataDir, 'ringback.log'));
  installRuntime(log);
  const withTemporal = await step('looking for Temporal', (say) => temporalPart(claimed, env, log, undo, say));
  const store = await step('opening the store', (say) => storePart(withTemporal, undo, say));
  const { config, sandbox } = await step('starting the telephone network', (say) => telephonePart(withTemporal, speed, store.db, log, undo, say));
  const shared = { ...env, TEMPORAL_ADDRESS: config.temporal.address ?? '', ...accountOf(config.twilio) };
  await step('starting the API and the worker', async (say) => {
    for (const file of ['api/main.ts', 'worker/main.ts']) {
      const running = await startProcess(file, shared);
      undo.add(file, () => running.kill());
    }
    say.done('the API and the worker are ready');
  });
  const connection = await connectTemporal(config);
  undo.add('the connection to Temporal', () => connection.close());
  return { url: config.publicUrl, sandbox, store, config, client: createClient(connection, config), log, stop: () => undo.all() };
}

function accountOf(twilio: ReturnType<typeof readConfig>['twilio']): Record<string, string> {
  if (!twilio) throw new Error('There is no telephone network.');
  return { TWILIO_ACCOUNT_SID: twilio.accountSid, TWILIO_AUTH_TOKEN: twilio.authToken, TWILIO_API_BASE_URL: twilio.baseUrl ?? '' };
}
