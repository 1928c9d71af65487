import type { NativeConnection } from '@temporalio/worker';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { readConfig } from '../../config/config.ts';
import type { Store } from '../../store/open.ts';
import type { Telephony } from '../../telephony/port.ts';
import { createCallbackClient } from '../../temporal/callbacks.ts';
import { connectTemporal, createClient } from '../../temporal/connection.ts';
import { connectWorker, type RunningWorker, startWorker } from '../../worker/worker.ts';
import { CALLBACK_WORKFLOW, RECONCILIATION_WORKFLOW, TASK_QUEUE, workflowIdOf } from '../../workflows/messages.ts';
import { type DevServer, startDevServer } from '../../tools/start/dev-server.ts';
import { until } from '../start/until.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Connection } from '@temporalio/client';
import { openStore } from '../database.ts';

const lines: Record<string, unknown>[] = [];
const log = pino({ level: 'info' }, new Writable({
  write(line: Buffer, _encoding, done) {
    lines.push(JSON.parse(line.toString()));
    done();
  },
}));

/** These tests dial nobody. */
const telephony: Telephony = {
  placeLeg: async () => ({ result: 'not_sent', reason: 'no network' }),
  endCall: async () => undefined,
  endConference: async () => undefined,
  fetchLeg: async () => null,
  findLeg: async () => null,
  changeParty: async () => 'gone',
  removeParty: async () => 'gone',
  playTones: async () => 'gone',
  record: async () => ({ answered: 'gone', seen: null }),
  apologise: async () => 'gone',
  partiesOf: async () => null,
  fetchConference: async () => null,
  fetchRecording: async () => null,
  hearRecording: async () => null,
  sendMessage: async () => ({ result: 'not_sent', why: 'no network' }),
  fetchMessage: async () => null,
  findMessage: async () => null,
};

let server: DevServer;
let store: Store;
let connection: Connection;
let native: NativeConnection;

const env = { AUTH_SECRET: 's'.repeat(32), PAYLOAD_KEYS: `test:${Buffer.alloc(32, 3).toString('base64')}` };
const configOf = (more: NodeJS.ProcessEnv = {}) => readConfig({ ...env, TEMPORAL_ADDRESS: server.address, ...more });

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'worker-'));
  server = await startDevServer({ cliPath: process.env['TEMPORAL_CLI_PATH'] ?? 'temporal', dataDir, log });
  store = await openStore();
  connection = await connectTemporal(configOf());
  native = await connectWorker(configOf(), log);
});

afterAll(async () => {
  await native?.close();
  await connection?.close();
  await store?.close();
  await server?.stop();
});

async function start(): Promise<RunningWorker> {
  const callbacks = createCallbackClient(createClient(connection, configOf()));
  return startWorker({ config: configOf(), connection: native, store, telephony, callbacks, log });
}

async function sweepsDone(): Promise<number> {
  const { history } = await connection.workflowService.getWorkflowExecutionHistory({
    namespace: 'default',
    execution: { workflowId: RECONCILIATION_WORKFLOW },
  });
  return history?.events?.filter((event) => event.activityTaskCompletedEventAttributes).length ?? 0;
}

test('a worker sweeps when it starts, and so does the next one', async () => {
  const first = await start();
  await until(async () => (await sweepsDone()) === 1);
  await first.stop();
  await expect(first.done).resolves.toBeUndefined();

  const second = await start();
  await until(async () => (await sweepsDone()) >= 2);
  await second.stop();
});

test('what a workflow logs is found by its callback’s id, and a start in the clear is refused', async () => {
  const worker = await start();
  const plain = new Client({ connection });
  const options = { taskQueue: TASK_QUEUE, workflowId: workflowIdOf('in-the-clear'), args: [{ callbackId: 'in-the-clear', generation: 1 }] };
  await expect(plain.workflow.execute(CALLBACK_WORKFLOW, options)).rejects.toThrow();
  await until(() => lines.some((line) => line['callbackId'] === 'in-the-clear' && String(line['msg']).startsWith('Refused')));
  await worker.stop();
});

test('a worker without the key of callbacks that run does not start', async () => {
  const callbacks = createCallbackClient(createClient(connection, configOf()));
  await callbacks.start({ callbackId: 'encrypted', generation: 1 });
  const config = configOf({ PAYLOAD_KEYS: `other:${Buffer.alloc(32, 4).toString('base64')}` });
  const attempt = async () => {
    const running = await startWorker({ config, connection: native, store, telephony, callbacks, log });
    await running.stop();
  };
  // The server lists a new workflow a moment after it has started.
  await until(() => attempt().then(() => false, () => true));
  await expect(attempt()).rejects.toThrow(/PAYLOAD_KEYS lacks the key test/);
});
