import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createCallbackClient } from '../../temporal/callbacks.ts';
import { createClient } from '../../temporal/connection.ts';
import { requireOwnKeys } from '../../temporal/own-keys.ts';
import { createDevServer, KEYS } from './environment.ts';
import { until } from '../start/until.ts';

const TEMPORAL = { namespace: 'default', address: null, apiKey: null, tls: null };
const OTHER = [{ id: 'other', key: Buffer.alloc(32, 2) }];

let environment: TestWorkflowEnvironment;

beforeAll(async () => {
  environment = await createDevServer();
});

afterAll(() => environment?.teardown());

test('a worker is refused keys that do not open the callbacks that run, and told which one is missing', async () => {
  const client = createClient(environment.connection, { temporal: TEMPORAL, payloadKeys: KEYS });
  await requireOwnKeys(client, OTHER);

  await createCallbackClient(client).start({ callbackId: 'a', generation: 1 });
  await until(() => requireOwnKeys(client, OTHER).then(() => false, () => true));

  await expect(requireOwnKeys(client, OTHER)).rejects.toThrow(/lacks the key test/);
  await requireOwnKeys(client, [...OTHER, ...KEYS]);
});
