import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { DEMO_PASSWORD } from '../../api/auth/demo-password.ts';
import { readConfig } from '../../config/config.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { migrate } from '../../store/migrate.ts';
import { open } from '../../store/open.ts';
import { type DevServer, startDevServer } from '../../tools/start/dev-server.ts';
import { freePort } from '../../tools/start/free-port.ts';
import { seed } from '../../tools/start/seed.ts';
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

test('the password that everybody knows opens no API with real telephones, and whoever starts it is told what does, once', async () => {
  const env: NodeJS.ProcessEnv = { ...(await environment()), PORT: String(await freePort()) };
  const log = pino({ level: 'silent' });
  const store = await open({ url: env['DATABASE_URL'] ?? '' });
  const config = readConfig(env);
  await migrate(store);
  const sandbox: Sandbox = { url: 'http://127.0.0.1:1', accountSid: 'AC', authToken: 't', addNumber: () => undefined, stop: async () => undefined };
  const [administrator] = await seed({ config, store, log, sandbox }, { now: () => undefined, done: () => undefined });
  await store.close();

  const signIn = async (password: string) => {
    const body = JSON.stringify({ email: administrator?.email, password });
    return (await fetch(`http://127.0.0.1:${env['PORT']}/auth/sign-in/email`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status;
  };
  const first = run('api/main.ts', env);
  await until(() => /is ready\./.test(first.output()), 60_000);
  expect(await signIn(DEMO_PASSWORD)).toBe(401);
  const told = /admin@example\.com {2}(\S+)/.exec(first.output())?.[1] ?? '';
  expect(await signIn(told)).toBe(200);
  first.child.kill('SIGTERM');
  await first.exit;

  const second = run('api/main.ts', env);
  await until(() => /is ready\./.test(second.output()), 60_000);
  expect(second.output()).not.toContain('admin@example.com');
  expect(await signIn(told)).toBe(200);
}, 120_000);

test('without its settings, each says what it lacks and ends with 1', async () => {
  for (const file of ['api/main.ts', 'worker/main.ts']) {
    const { output, exit } = run(file, { PATH: process.env['PATH'] });
    expect(await exit).toBe(1);
    expect(output().trim().split('\n')).toHaveLength(6);
    expect(output()).toContain('TEMPORAL_ADDRESS is missing: a process that runs alone needs it.');
  }
});
