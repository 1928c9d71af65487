import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workflowIdOf } from '../../workflows/messages.ts';
import { identityOf } from '../../tools/start/process-identity.ts';
import { startSystem } from '../../tools/start/system.ts';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<unknown>;
}

/** Starts Ringback as `npm start` does, in a process group of its own, as a terminal would. */
function start(dataDir: string, port = '0'): Started {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: port, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], { cwd: root, env, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output, exit: once(child, 'exit').then(([code]) => code) };
}

async function ready(started: Started, withinMs: number): Promise<string> {
  await until(() => /is ready: http/.test(started.output()) || started.child.exitCode !== null, withinMs);
  const url = /is ready: (http\S+)/.exec(started.output())?.[1];
  if (!url) throw new Error(`It did not become ready:\n${started.output()}`);
  return url;
}

/** The process and everything below it. */
function family(pid: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] => pairs.flatMap(([child, of]) => (of === parent && child ? [child, ...below(child)] : []));
  return [pid, ...below(pid)];
}

const isOver = (pids: readonly number[]) => pids.every((pid) => identityOf(pid) === null);
const health = async (url: string) => (await fetch(`${url}/healthz`)).status;

test('from the first start to Ctrl-C, with a kill in between', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'start-'));

  const first = start(dataDir);
  const url = await ready(first, 60_000);
  expect(first.output()).toMatch(/administrator .*admin@example\.com/);
  expect(first.output().match(/^✓ .* \(\d+\.\d s\)$/gm)?.length).toBeGreaterThanOrEqual(5);
  expect(await health(url)).toBe(200);

  const sameFolder = start(dataDir);
  expect(await sameFolder.exit).toBe(1);
  expect(sameFolder.output()).toBe(`Ringback is already running on ${dataDir}, as process ${first.child.pid}.\n`);

  const otherFolder = mkdtempSync(join(tmpdir(), 'start-'));
  const samePort = start(otherFolder, new URL(url).port);
  expect(await samePort.exit).toBe(1);
  expect(samePort.output()).toBe(
    `Port ${new URL(url).port} is in use: stop the program that uses it, or choose another one by setting PORT.\n`,
  );
  expect(existsSync(join(otherFolder, 'temporal.json')) || existsSync(join(otherFolder, 'database'))).toBe(false);

  const killed = family(first.child.pid ?? 0);
  expect(killed.length).toBeGreaterThan(1);
  first.child.kill('SIGKILL');
  await first.exit;

  const second = start(dataDir);
  expect(await health(await ready(second, 15_000))).toBe(200);
  await until(() => isOver(killed));

  const stopped = family(second.child.pid ?? 0);
  process.kill(-(second.child.pid ?? 0), 'SIGINT');
  expect(await second.exit).toBe(0);
  await until(() => isOver(stopped), 1000);

  const system = await startSystem({ dataDir, port: 0 });
  const rows = await system.store.db.selectFrom('callback').select(['id', 'ended_at']).execute();
  expect(rows).toHaveLength(5);
  for (const { id } of rows) {
    const { status } = await system.client.workflow.getHandle(workflowIdOf(id)).describe();
    expect(status.name).toBe('RUNNING');
  }
  await system.stop();
}, 180_000);

test('bad settings are one sentence each, and nothing is started', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'start-'));
  const started = start(dataDir, 'eighty');
  expect(await started.exit).toBe(1);
  expect(started.output()).toBe('PORT must be a whole number from 0 to 65535 (0: any free port).\n');
  expect(existsSync(join(dataDir, 'temporal.json')) || existsSync(join(dataDir, 'lock.json'))).toBe(false);
});

test('Ctrl-C before it is ready leaves no process either', async () => {
  const started = start(mkdtempSync(join(tmpdir(), 'start-')));
  await until(() => family(started.child.pid ?? 0).length > 2);
  const begun = family(started.child.pid ?? 0);
  process.kill(-(started.child.pid ?? 0), 'SIGINT');
  expect(await started.exit).toBe(0);
  await until(() => isOver(begun), 1000);
});
