import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { endWithUs } from './end-with-us.ts';
import { findPostgres } from './postgres-binaries.ts';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { isThere } from './ways.ts';

type Account = { uid?: number; gid?: number };
type Options = { dataDir?: string; bin?: string };

const silent = { now: () => {}, done: () => {} };
const readyWithinMs = 30_000;

/** Tests throw their data away, so nothing is made safe on disk; the socket lies in the data's folder, so no port is taken. */
const settings = (dataDir: string) =>
  Object.entries({
    listen_addresses: '',
    unix_socket_directories: dataDir,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    shared_buffers: '128MB',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** PostgreSQL refuses to run as root: then it runs as the first of these accounts that there is. */
async function accountToRunAs(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!account) throw new Problem('PostgreSQL does not run as root: make a user named postgres.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Makes the cluster unless the folder has one; the encoding and the order of text are the same on every machine. */
async function makeCluster(bin: string, dataDir: string, account: Account): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  if (account.uid !== undefined && account.gid !== undefined) await chown(dataDir, account.uid, account.gid);
  await chmod(dataDir, 0o700);
  if (await isThere(join(dataDir, 'PG_VERSION'))) return;
  const args = ['-D', dataDir, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  await run(join(bin, 'initdb'), args, { ...account, cwd: dataDir });
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let log = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-4000)));
  const until = Date.now() + readyWithinMs;
  while (!(await answers(url))) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`PostgreSQL did not start:\n${log}`);
    await delay(20);
  }
}

/**
 * Starts a PostgreSQL of its own, reached by a socket in its folder, in which the superuser `postgres` needs no password.
 *
 * @param options `dataDir` keeps the data there (it is made when missing); otherwise they are in a temporary folder that is removed
 *   at the end. `bin`, the folder of PostgreSQL's programs, is found when not given.
 * @returns the URL of its database `postgres`, for `pg` (another database: set the URL's `pathname`), and `stop`, which ends every
 *   connection. It also stops when this process ends, however that happens.
 */
export async function startPostgres(options: Options = {}): Promise<{ url: string; stop: () => Promise<void> }> {
  const bin = options.bin ?? (await findPostgres(process.env, silent));
  const account = await accountToRunAs();
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'ringback-postgres-')));
  const removed = options.dataDir === undefined ? dataDir : '';
  await makeCluster(bin, dataDir, account);
  const server = spawn(join(bin, 'postgres'), ['-D', dataDir, ...settings(dataDir)], {
    ...account,
    cwd: dataDir,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const exited = once(server, 'exit');
  const callOff = endWithUs(Number(server.pid), removed);
  const stop = async () => {
    server.kill('SIGINT');
    await exited;
    callOff();
    if (removed) await rm(removed, { recursive: true, force: true });
  };
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(dataDir)}`;
  await untilReady(server, url).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}
