import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeVersionProblem } from '../../tools/node-version.mjs';
import { npmCommand, packagesMatch } from '../../tools/packages.mjs';
import { fakeMachine } from './fake-machine.ts';

const prepare = fileURLToPath(new URL('../../tools/prepare.mjs', import.meta.url));

/** Runs the set-up's command as npm does, and answers how it ended and what it said. */
function runPrepare(purpose: string, { nodeOptions = [] as string[], env = process.env } = {}) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [...nodeOptions, prepare, purpose], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

test.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0'])('Node.js %s will do', (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

test.each(['v20.18.3', 'v18.20.4', 'v16.0.0'])('Node.js %s is too old', (version) => {
  expect(nodeVersionProblem(version)).toContain(`this is ${version}`);
});

test('a wrong Node.js is one sentence and exit 1', async () => {
  const older = `data:text/javascript,Object.defineProperty(process, 'version', { value: 'v18.20.4' })`;
  const ended = await runPrepare('start', { nodeOptions: ['--import', older] });
  expect(ended).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^Ringback needs Node\.js 20\.19 or newer[^\n]*\n$/) });
});

test('no Go and no download is one sentence and exit 1', async () => {
  const machine = fakeMachine();
  const { code, stderr } = await runPrepare('start', { env: machine.env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Temporal’s dev server is not here [^\n]*\n$/);
  machine.remove();
});

test('an unknown purpose is one sentence and exit 1', async () => {
  await expect(runPrepare('lunch')).resolves.toEqual({ code: 1, stdout: '', stderr: 'Say what to prepare for: start or test.\n' });
});

describe('packages match the lockfile', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-darwin': { version: '1.0.0', integrity: 'sha512-d', optional: true },
  };
  const a = { version: '1.0.0', integrity: 'sha512-a' };

  test('when each is installed as locked; those of other platforms may be missing', () => {
    expect(packagesMatch(wanted, { 'node_modules/a': a })).toBe(true);
  });

  test.each([
    ['is missing', {}],
    ['has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
    ['has other content', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
  ])('but not when one %s', (_how, installed) => {
    expect(packagesMatch(wanted, installed)).toBe(false);
  });
});

test('npm is the one that runs us, else the one on PATH', () => {
  expect(npmCommand({ npm_execpath: '/opt/npm/bin/npm-cli.js' }, ['ci'])).toEqual([process.execPath, ['/opt/npm/bin/npm-cli.js', 'ci']]);
  expect(npmCommand({ npm_execpath: '/opt/pnpm/pnpm.cjs' }, ['ci'])).toEqual(['npm', ['ci']]);
  expect(npmCommand({}, ['ci'])).toEqual(['npm', ['ci']]);
});
