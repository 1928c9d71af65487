import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workflowIdOf } from '../../workflows/messages.ts';
import { endWithUs } from '../../tools/end-with-us.ts';
import { identityOf } from '../../tools/start/process-identity.ts';
import { startSystem } from '../../tools/start/system.ts';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** An address of this machine that others on its network would use. */
const OTHER_ADDRESS = Object.values(networkInterfaces()).flat().find((one) => one && !one.internal && one.family === 'IPv4')?.address ?? '127.0.0.2';

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<unknown>;
}

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts Ringback as `npm start` does, in a process group of its own, as a terminal would. */
function start(dataDir: string, port = '0'): Started {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: port, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], { cwd: root, env, detached: true });
  started.push(child);
  if (child.pid !== undefined) child.once('exit', endWithUs(child.pid));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output, exit: once(child, 'exit').then(([code]) => code) };
}

async function ready(one: Started, withinMs: number): Promise<string> {
  await until(() => /is ready: http/.test(one.output()) || one.child.exitCode !== null, withinMs);
  const url = /is ready: (http\S+)/.exec(one.output())?.[1];
  if (!url) throw new Error(`It did not become ready:\n${one.output()}`);
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

/** The states of the workflows of the folder's callbacks. */
async function openCallbacks(dataDir: string): Promise<string[]> {
  const system = await startSystem({ dataDir, port: 0 });
  try {
    const rows = await system.store.db.selectFrom('callback').select('id').execute();
    const workflows = rows.map(({ id }) => system.client.workflow.getHandle(workflowIdOf(id)).describe());
    return (await Promise.all(workflows)).map(({ status }) => status.name);
  } finally {
    await system.stop();
  }
}

test('from the first start to Ctrl-C, with a kill in between', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'start-'));

  const first = start(dataDir);
  const url = await ready(first, 60_000);
  expect(first.output()).toMatch(/administrator .*admin@example\.com/);
  expect(first.output().match(/^✓ .* \(.+ s\)$/gm)?.length).toBeGreaterThanOrEqual(5);
  expect(await health(url)).toBe(200);

  // Everybody knows its password: nobody else on the network may reach it.
  await expect(health(url.replace('localhost', OTHER_ADDRESS))).rejects.toThrow();

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
  expect(await health(await ready(second, 60_000))).toBe(200);
  await until(() => isOver(killed));

  const stopped = family(second.child.pid ?? 0);
  process.kill(-(second.child.pid ?? 0), 'SIGINT');
  expect(await second.exit).toBe(0);
  await until(() => isOver(stopped), 10_000);

  expect(await openCallbacks(dataDir)).toEqual(Array.from({ length: 5 }, () => 'RUNNING'));
}, 240_000);

test('bad settings are one sentence each, and nothing is started', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'start-'));
  const one = start(dataDir, 'eighty');
  expect(await one.exit).toBe(1);
  expect(one.output()).toBe('PORT must be a whole number from 0 to 65535 (0: any free port).\n');
  expect(existsSync(join(dataDir, 'temporal.json')) || existsSync(join(dataDir, 'lock.json'))).toBe(false);
});

test('Ctrl-C before it is ready leaves no process either', async () => {
  const one = start(mkdtempSync(join(tmpdir(), 'start-')));
  await until(() => family(one.child.pid ?? 0).length > 2);
  const begun = family(one.child.pid ?? 0);
  process.kill(-(one.child.pid ?? 0), 'SIGINT');
  expect(await one.exit).toBe(0);
  await until(() => isOver(begun), 10_000);
});
