import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTemporalCli } from '../../tools/temporal-cli.ts';
import { fakeMachine, listener } from './fake-machine.ts';

const version = (name: string) => `echo "temporal version ${name} (Server 1.29.1)"`;

/** A `go` that "installs" a dev server which tells that it was built. */
const go = `printf '#!/bin/sh\\n${version('built')}\\n' > "$GOBIN/temporal"; /bin/chmod +x "$GOBIN/temporal"; echo "$@" > "$HOME/go-args"`;

let machine: ReturnType<typeof fakeMachine>;
beforeEach(() => (machine = fakeMachine()));
afterEach(() => machine.remove());

const find = async () => {
  const say = listener();
  return { path: await findTemporalCli(machine.env, say), said: say.outcomes.join() };
};

test('the path given by the environment comes first', async () => {
  machine.program('temporal', version('path'));
  machine.env['TEMPORAL_CLI_PATH'] = machine.elsewhere('my-temporal', version('mine'));
  await expect(find()).resolves.toEqual({
    path: machine.env['TEMPORAL_CLI_PATH'],
    said: 'Temporal’s dev server: mine (Server 1.29.1), from TEMPORAL_CLI_PATH',
  });
});

test('a given path that does not run is said, not passed over', async () => {
  machine.program('temporal', version('path'));
  machine.env['TEMPORAL_CLI_PATH'] = '/nowhere/temporal';
  await expect(find()).rejects.toThrow('TEMPORAL_CLI_PATH is /nowhere/temporal, which does not run');
});

test('PATH comes before the cache', async () => {
  const onPath = machine.program('temporal', version('path'));
  machine.cached('temporal', version('cached'));
  await expect(find()).resolves.toHaveProperty('path', onPath);
});

test.each([
  ['is another program of the same name', 'echo "temporal, a calendar"'],
  ['does not run here', 'exit 126'],
])('what is on PATH is passed over when it %s', async (_why, lines) => {
  machine.program('temporal', lines);
  const cached = machine.cached('temporal', version('cached'));
  await expect(find()).resolves.toHaveProperty('path', cached);
});

test('where the download is refused, Go builds the pinned version into the cache, once', async () => {
  machine.program('go', go);
  const built = join(machine.folder, 'cache', 'ringback', 'bin', 'temporal');
  await expect(find()).resolves.toEqual({
    path: built,
    said: 'Temporal’s dev server: built (Server 1.29.1), from go install',
  });
  await expect(find()).resolves.toHaveProperty('said', 'Temporal’s dev server: built (Server 1.29.1), from the cache');
  expect(readdirSync(join(built, '..'))).toEqual(['temporal']);
  expect(readFileSync(join(machine.folder, 'go-args'), 'utf8')).toBe('install github.com/temporalio/cli/cmd/temporal@v1.5.1\n');
});

test('two set-ups at once build it once', async () => {
  machine.program('go', `echo built >> "$HOME/builds"; ${go}`);
  const [one, two] = await Promise.all([find(), find()]);
  expect(one.path).toBe(two.path);
  expect(readFileSync(join(machine.folder, 'builds'), 'utf8')).toBe('built\n');
});

test('without Go and without a download there is one sentence on what to install or set, and nothing is left', async () => {
  await expect(find()).rejects.toThrow(/^Temporal’s dev server is not here .* install the Temporal CLI .* or set TEMPORAL_CLI_PATH to its executable\.$/);
  expect(existsSync(join(machine.folder, 'cache', 'ringback', 'bin', 'temporal'))).toBe(false);
});
