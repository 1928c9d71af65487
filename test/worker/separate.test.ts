import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { type DevServer, startDevServer } from '../../tools/start/dev-server.ts';
import { freePort } from '../../tools/start/free-port.ts';
import { until } from '../start/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const postgres = process.env['RINGBACK_TEST_POSTGRES_URL'] ?? '';

let server: DevServer;
const children: ChildProcess[] = [];

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'separate-'));
  const log = pino({ level: 'silent' });
  server = await startDevServer({ cliPath: process.env['TEMPORAL_CLI_PATH'] ?? 'temporal', dataDir, log });
});

afterAll(() => server?.stop());

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function newDatabase(): Promise<string> {
  const name = `separate_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(postgres);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(postgres);
  url.pathname = `/${name}`;
  return url.href;
}

async function environment(): Promise<NodeJS.ProcessEnv> {
  return {
    ...process.env,
    NODE_OPTIONS: '',
    AUTH_SECRET: 's'.repeat(32),
    PAYLOAD_KEYS: `test:${Buffer.alloc(32, 5).toString('base64')}`,
    TEMPORAL_ADDRESS: server.address,
    DATABASE_URL: await newDatabase(),
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'token',
    TWILIO_API_BASE_URL: 'http://127.0.0.1:1',
  };
}

function run(file: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['--import', 'tsx', file], { cwd: root, env });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output, exit: once(child, 'exit').then(([code]) => code as number | null) };
}

test('workers and APIs, two of each, start on one empty database and stop in good order on SIGTERM', async () => {
  const env = await environment();
  const ports = [await freePort(), await freePort()];
  const apis = ports.map((port) => run('api/main.ts', { ...env, PORT: String(port) }));
  const workers = ports.map(() => run('worker/main.ts', env));
  await until(() => [...apis, ...workers].every(({ output }) => /is ready\./.test(output())), 60_000);
  for (const port of ports) expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);

  for (const { child } of [...apis, ...workers]) child.kill('SIGTERM');
  expect(await Promise.all([...apis, ...workers].map(({ exit }) => exit))).toEqual([0, 0, 0, 0]);
}, 120_000);

test('without its settings, each says what it lacks and ends with 1', async () => {
  for (const file of ['api/main.ts', 'worker/main.ts']) {
    const { output, exit } = run(file, { PATH: process.env['PATH'] });
    expect(await exit).toBe(1);
    expect(output().trim().split('\n')).toHaveLength(6);
    expect(output()).toContain('TEMPORAL_ADDRESS is missing: a process that runs alone needs it.');
  }
});
