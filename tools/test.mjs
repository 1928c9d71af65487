/**
 * `npm test` runs every test, those of the rules in domain/ with coverage; `npm run jest -- FILE…` those named, with any of jest's options. Both set the machine
 * up first and tell the tests where things are by environment variables; one PostgreSQL serves the whole run. The last line on
 * standard output is `Tests: N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, countsVariable, exitCode, readCounts, sumOf, withWhatElseFailed } from './closing-line.mjs';
import { exitWith } from './problem.mjs';
import { root, setUp } from './set-up.mjs';

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const nodeOptions = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/** Only the rules are held to coverage, and counting it in the other tests' processes would slow them for nothing. */
const EVERYTHING = [
  ['--coverage', 'test/domain/'],
  ['--testPathIgnorePatterns', '/node_modules/', '<rootDir>/test/domain/'],
];

/** Runs jest on this terminal; it is told of SIGTERM, and of Ctrl-C by the terminal, and then ends by itself. */
async function runJest(args, env) {
  const child = spawn(process.execPath, [...nodeOptions, jest, ...args], { cwd: root, env, stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'exit');
  return code;
}

/** Runs the tests and answers the closing line; the process will end with the code that goes with it. */
async function runTests(args) {
  const parts = await setUp(args.length === 0 ? 'test' : 'one-test');
  const { startPostgres } = await import('./postgres.ts');
  const postgres = await startPostgres({ bin: parts.postgresBin });
  const folder = mkdtempSync(join(tmpdir(), 'ringback-test-'));
  const countsFile = join(folder, 'counts.json');
  const env = {
    ...process.env,
    TEMPORAL_CLI_PATH: parts.temporalCli,
    TEMPORAL_TEST_SERVER_PATH: parts.testServer,
    RINGBACK_TEST_POSTGRES_URL: postgres.url,
    RINGBACK_TEST_CHROMIUM: parts.chromium,
    [countsVariable]: countsFile,
  };
  try {
    const runs = [];
    for (const jestArgs of args.length === 0 ? EVERYTHING : [args]) {
      rmSync(countsFile, { force: true });
      const jestCode = await runJest(jestArgs, env);
      const counts = withWhatElseFailed(readCounts(countsFile), jestCode);
      runs.push({ counts, code: exitCode(counts, jestCode) });
      if (jestCode === null) break;
    }
    process.exitCode = runs.find(({ code }) => code !== 0)?.code ?? 0;
    return closingLine(sumOf(runs.map(({ counts }) => counts)));
  } finally {
    rmSync(folder, { recursive: true });
    await postgres.stop();
  }
}

const lastLine = await runTests(process.argv.slice(2)).catch(exitWith);
process.stdout.write(`\n${lastLine}\n`);
