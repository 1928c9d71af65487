import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from '../start/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** A process of Ringback's that runs alone. */
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
