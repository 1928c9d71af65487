import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { spawnServer, untilReady } from '../../tools/start/dev-server.ts';
import { until } from '../start/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** A process that runs alone: one of Ringback's, or Temporal's server. */
export interface Process {
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts `api/main.ts` or `worker/main.ts` and waits until it is ready. */
export async function startProcess(file: string, env: NodeJS.ProcessEnv): Promise<Process> {
  const child = spawn(process.execPath, ['--import', 'tsx', file], { cwd: root, env });
  const exit = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  await until(() => /is ready\./.test(output) || child.exitCode !== null, READY_WITHIN_MS);
  if (child.exitCode !== null) throw new Error(`${file} ended:\n${output}`);
  return {
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** Starts Temporal's dev server at that port, with the data that is in the folder. Nobody starts it again when it is killed. */
export async function startTemporal(dataDir: string, port: number): Promise<Process> {
  const options = { cliPath: process.env['TEMPORAL_CLI_PATH'] ?? 'temporal', dataDir, log: pino({ level: 'silent' }) };
  const server = spawnServer(options, port, join(dataDir, 'temporal.json'));
  await untilReady(`127.0.0.1:${port}`, server, dataDir);
  return {
    async kill() {
      server.child.kill('SIGKILL');
      await server.exit;
    },
  };
}

/** A part of the installation that is killed and comes back. */
export interface Part extends Process {
  start(): Promise<void>;
}

/** Starts a part, and knows how to start it again. */
export async function startPart(begin: () => Promise<Process>): Promise<Part> {
  let running = await begin();
  return {
    kill: () => running.kill(),
    async start() {
      running = await begin();
    },
  };
}
