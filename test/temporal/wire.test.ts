import { temporal } from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createClient } from '../../temporal/connection.ts';
import { TASK_QUEUE } from '../../workflows/messages.ts';
import { createDevServer, KEYS, runWorker } from './environment.ts';

const SECRET = '+81312345678';
const TEMPORAL = { namespace: 'default', address: null, apiKey: null, tls: null };

let environment: TestWorkflowEnvironment;
let stopWorker: () => Promise<void>;

beforeAll(async () => {
  environment = await createDevServer();
  stopWorker = await runWorker(environment);
});

afterAll(async () => {
  await stopWorker?.();
  await environment?.teardown();
});

async function rawHistoryOf(workflowId: string): Promise<Buffer> {
  const { history } = await environment.connection.workflowService.getWorkflowExecutionHistory({
    namespace: 'default',
    execution: { workflowId },
  });
  return Buffer.from(temporal.api.history.v1.History.encode(history ?? {}).finish());
}

async function failTelling(client: ReturnType<typeof createClient>, workflowId: string): Promise<unknown> {
  const start = { taskQueue: TASK_QUEUE, workflowId, args: [SECRET] };
  return client.workflow.execute('tellSecret', start).catch((error: Error) => error.cause);
}

test('what Temporal stores of arguments, failures and their stacks holds no plaintext', async () => {
  const client = createClient(environment.connection, { temporal: TEMPORAL, payloadKeys: KEYS });
  const failure = await failTelling(client, 'encrypted');
  expect(failure).toMatchObject({ message: `It failed, and the secret is ${SECRET}.` });
  const stored = await rawHistoryOf('encrypted');
  expect(stored.includes('ACTIVITY') || stored.includes('failTelling')).toBe(true);
  expect(stored.includes(SECRET)).toBe(false);
  expect(stored.includes('workflows.ts')).toBe(false);
});

test('control: the same search finds what a client without keys sends', async () => {
  await environment.client.workflow.execute('tellSecret', { taskQueue: TASK_QUEUE, workflowId: 'plain', args: [SECRET] }).catch(() => {});
  expect((await rawHistoryOf('plain')).includes(SECRET)).toBe(true);
});
