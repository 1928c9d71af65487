import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgres } from '../../tools/postgres.ts';

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const socketFolder = (url: string) => String(new URL(url).searchParams.get('host'));

test('a PostgreSQL of its own answers, holds more databases, and leaves nothing when it stops', async () => {
  const { url, stop } = await startPostgres();
  await query(url, 'CREATE DATABASE another');
  const another = new URL(url);
  another.pathname = '/another';
  await expect(query(another.href, 'SELECT current_database() AS name')).resolves.toEqual([{ name: 'another' }]);
  await stop();
  expect(existsSync(socketFolder(url))).toBe(false);
  await expect(query(url, 'SELECT 1')).rejects.toThrow('ENOENT');
});

test('a given folder keeps the data from one start to the next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-data-'));
  const first = await startPostgres({ dataDir: folder });
  await query(first.url, 'CREATE TABLE kept (n int)');
  await first.stop();
  const second = await startPostgres({ dataDir: folder });
  await expect(query(second.url, 'SELECT count(*)::int AS n FROM kept')).resolves.toEqual([{ n: 0 }]);
  await second.stop();
  rmSync(folder, { recursive: true });
});

test('it ends with the process that started it, even by kill -9', async () => {
  const script = `import('${new URL('../../tools/postgres.ts', import.meta.url).href}')
    .then(({ startPostgres }) => startPostgres()).then(({ url }) => console.log(url));`;
  const owner = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(owner.stdout, 'data');
  const url = String(said).trim();
  await expect(query(url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  owner.kill('SIGKILL');
  while (existsSync(socketFolder(url))) await delay(20);
  await expect(query(url, 'SELECT 1')).rejects.toThrow('ENOENT');
});
