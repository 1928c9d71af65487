import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForLock } from './lock.mjs';
import { nodeVersionProblem } from './node-version.mjs';
import { installPackages } from './packages.mjs';
import { Problem } from './problem.mjs';
import { createProgress } from './progress.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Makes a fresh machine ready, one line of progress per step, and quickly finds that nothing is missing the next time. Only
 * Node's own modules are imported before the packages are installed. Two set-ups of one checkout follow one another.
 *
 * @param {import('./parts.ts').Purpose} purpose
 * @returns {Promise<import('./parts.ts').Parts>} where the things are that were found or made
 * @throws {Problem} with one sentence on what to install or set, when something cannot be had
 */
export async function setUp(purpose) {
  const problem = nodeVersionProblem(process.version);
  if (problem) throw new Problem(problem);
  const step = createProgress();
  const lockFile = join(root, 'dist', '.set-up.lock');
  const lock = await step('waiting for another set-up of this checkout', () => waitForLock(lockFile));
  try {
    await step('installing packages', (say) => installPackages(root, say));
    const tsx = await import('tsx/esm/api');
    tsx.register();
    const { prepareParts } = await import('./parts.ts');
    return await prepareParts(purpose, { root, env: process.env, step });
  } finally {
    lock.release();
  }
}
