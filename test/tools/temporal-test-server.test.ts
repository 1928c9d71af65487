import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { findTestServer } from '../../tools/temporal-test-server.ts';
import { fakeMachine, listener } from './fake-machine.ts';

describe('the look-up', () => {
  let machine: ReturnType<typeof fakeMachine>;
  beforeEach(() => (machine = fakeMachine()));
  afterEach(() => machine.remove());
  const find = () => findTestServer(machine.env, listener());

  test('goes by the environment, PATH and the cache, in this order', async () => {
    const cached = machine.cached('temporal-test-server', 'exit 0');
    await expect(find()).resolves.toBe(cached);
    const onPath = machine.program('temporal-test-server', 'exit 0');
    await expect(find()).resolves.toBe(onPath);
    const given = machine.elsewhere('mine', 'exit 0');
    machine.env['TEMPORAL_TEST_SERVER_PATH'] = given;
    await expect(find()).resolves.toBe(given);
  });

  const fetchesJars = `for arg; do case "$arg" in -DoutputDirectory=*) /bin/mkdir "\${arg#*=}";; esac; done`;
  const listens = `exec '${process.execPath}' -e 'require("net").createServer().listen(process.argv.at(-1), "127.0.0.1")' -- "$@"`;

  test('has Maven fetch it last, into the cache, and starts it once', async () => {
    machine.program('mvn', fetchesJars);
    machine.program('java', listens);
    await expect(find()).resolves.toBe(join(machine.folder, 'cache', 'ringback', 'bin', 'temporal-test-server'));
  });

  test.each([
    ['without Maven', '', listens],
    ['when what was fetched does not start', fetchesJars, 'exit 1'],
  ])('%s, ends in one sentence on what to install or set', async (_when, mvn, java) => {
    if (mvn) machine.program('mvn', mvn);
    machine.program('java', java);
    const sentence = /^Temporal’s time-skipping test server .* install Maven and Java 17 .* or set TEMPORAL_TEST_SERVER_PATH to its executable\.$/;
    await expect(find()).rejects.toThrow(sentence);
    await expect(find()).rejects.toThrow(sentence);
  });
});

test('the server that was found runs a workflow of three days in a moment', async () => {
  Runtime.install({ logger: new DefaultLogger('WARN', () => {}) });
  const path = String(process.env['TEMPORAL_TEST_SERVER_PATH']);
  const environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
  try {
    const workflowsPath = new URL('./three-days.workflow.ts', import.meta.url).pathname;
    const worker = await Worker.create({ connection: environment.nativeConnection, taskQueue: 'trivial', workflowsPath });
    const startedAt = await environment.currentTimeMs();
    const options = { taskQueue: 'trivial', workflowId: 'three-days' };
    const slept = await worker.runUntil(environment.client.workflow.execute('threeDays', options));
    expect(slept).toBe('slept');
    expect((await environment.currentTimeMs()) - startedAt).toBeGreaterThanOrEqual(3 * 24 * 3600 * 1000);
  } finally {
    await environment.teardown();
  }
});
