import { Client, Connection } from '@temporalio/client';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startDevServer } from '../../tools/start/dev-server.ts';
import { identityOf, isRunning, readRecord, recordOf, type RecordedProcess } from '../../tools/start/process-identity.ts';
import { until } from './until.ts';

const log = pino({ level: 'silent' });
const cliPath = process.env['TEMPORAL_CLI_PATH'] ?? 'temporal';
const newFolder = () => mkdtempSync(join(tmpdir(), 'dev-server-'));
const recorded = (dataDir: string): RecordedProcess | null => readRecord(join(dataDir, 'temporal.json'));

async function workflowIds(address: string): Promise<string[]> {
  const connection = await Connection.connect({ address });
  const found: string[] = [];
  for await (const { workflowId } of new Client({ connection }).workflow.list()) found.push(workflowId);
  await connection.close();
  return found;
}

async function startWorkflow(address: string, workflowId: string): Promise<void> {
  const connection = await Connection.connect({ address });
  await new Client({ connection }).workflow.start('any', { workflowId, taskQueue: 'nobody' });
  await connection.close();
}

test('stopping leaves no process, and the next start has what the last one had', async () => {
  const dataDir = newFolder();
  const server = await startDevServer({ cliPath, dataDir, log });
  await startWorkflow(server.address, 'kept');
  const before = recorded(dataDir);
  await server.stop();
  expect(before && isRunning(before)).toBe(false);

  const again = await startDevServer({ cliPath, dataDir, log });
  await until(async () => (await workflowIds(again.address)).includes('kept'));
  await again.stop();
});

test('a server that dies is started again at the same address, with everything it was told', async () => {
  const dataDir = newFolder();
  const server = await startDevServer({ cliPath, dataDir, log });
  await startWorkflow(server.address, 'survivor');
  const before = recorded(dataDir);
  process.kill(before?.pid ?? 0, 'SIGKILL');
  await until(async () => recorded(dataDir)?.pid !== before?.pid);
  await until(async () => (await workflowIds(server.address).catch((): string[] => [])).includes('survivor'));
  await server.stop();
});

test('a server that a killed start has left behind is ended before the next opens the database', async () => {
  const dataDir = newFolder();
  const left = spawn('sleep', ['600']);
  await once(left, 'spawn');
  writeFileSync(join(dataDir, 'temporal.json'), JSON.stringify(recordOf(left.pid ?? 0)));
  const server = await startDevServer({ cliPath, dataDir, log });
  expect(identityOf(left.pid ?? 0)).toBeNull();
  await server.stop();
});

test('an innocent process that has the id of an earlier server is left alone', async () => {
  const dataDir = newFolder();
  const innocent = spawn('sleep', ['600']);
  await once(innocent, 'spawn');
  writeFileSync(join(dataDir, 'temporal.json'), JSON.stringify({ pid: innocent.pid, identity: 'an earlier boot' }));
  const server = await startDevServer({ cliPath, dataDir, log });
  expect(identityOf(innocent.pid ?? 0)).not.toBeNull();
  innocent.kill();
  await server.stop();
});

test('a program that is no dev server is said not to come up, and where its words are', async () => {
  const dataDir = newFolder();
  await expect(startDevServer({ cliPath: process.execPath, dataDir, log })).rejects.toThrow(/did not come up.*temporal\.log/);
  expect(readFileSync(join(dataDir, 'temporal.log'), 'utf8')).not.toBe('');
});
