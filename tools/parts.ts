import { buildApiTypes, buildConsole } from './console-build.ts';
import { findChromium } from './chromium.ts';
import { installFont } from './fonts.ts';
import { findPostgres } from './postgres-binaries.ts';
import type { Step } from './progress.mjs';
import { findTemporalCli } from './temporal-cli.ts';
import { findTestServer } from './temporal-test-server.ts';

/**
 * `start`: what `npm start` needs. `test`: also what the complete test run needs. `one-test`: the same without building the
 * console and the workflow bundle, so that half-written code elsewhere is no hindrance; a test of the whole builds them itself.
 */
export type Purpose = 'start' | 'test' | 'one-test';

/** Paths of the executables found or made; those that only tests need are missing for `start`. */
export type Parts = { temporalCli: string; testServer?: string; postgresBin?: string; chromium?: string };

/** Where a set-up works, what it reads its settings from, and how it shows its steps. */
export type SetUp = { root: string; env: NodeJS.ProcessEnv; step: Step };

/** The bundler is loaded only here: it brings code of the product along, which may be half-written while one test is run. */
async function build({ root, env, step }: SetUp): Promise<void> {
  await step('generating the API’s types', (say) => buildApiTypes(root, env, say));
  await step('building the console', (say) => buildConsole(root, say));
  const { bundleWorkflows } = await import('./workflow-bundle.ts');
  await step('bundling the workflows', (say) => bundleWorkflows(root, say));
}

/**
 * Finds, downloads, installs or builds what the purpose needs beyond npm's packages, one step after the other.
 *
 * @throws {Problem} naming what to install or which variable to set
 */
export async function prepareParts(purpose: Purpose, setUp: SetUp): Promise<Parts> {
  const { env, step } = setUp;
  const temporalCli = await step('looking for Temporal’s dev server', (say) => findTemporalCli(env, say));
  if (purpose !== 'one-test') await build(setUp);
  if (purpose === 'start') return { temporalCli };
  const testServer = await step('looking for Temporal’s test server', (say) => findTestServer(env, say));
  const postgresBin = await step('looking for PostgreSQL', (say) => findPostgres(env, say));
  const chromium = await step('looking for Chromium', (say) => findChromium(env, say));
  await step('looking for a Japanese font', (say) => installFont(say));
  return { temporalCli, testServer, postgresBin, chromium };
}
