import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { whenChanged } from './fingerprint.ts';
import { npmCommand } from './packages.mjs';
import { Problem } from './problem.mjs';
import type { Say } from './progress.mjs';
import { run } from './run.mjs';
import { isThere } from './ways.ts';

/** Where the built console of a checkout lies. */
export const consolePath = (root: string) => join(root, 'dist', 'console');

/** Builds beside the old one and then takes its place, so that a server never serves half a console. Under another NODE_ENV, Vite builds it with React's development half. */
async function viteBuild(root: string, output: string): Promise<void> {
  const made = `${output}.new`;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', 'console', '--config', 'console/vite.config.ts', '--outDir', made, '--emptyOutDir'];
  await run(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } }).catch((error: Error) => {
    throw new Problem(`The console could not be built: ${error.message}`);
  });
  await rm(output, { recursive: true, force: true });
  await rename(made, output);
}

/**
 * Builds the console with Vite, once for each state of console/ and domain/; in silence when there is none yet.
 *
 * @param root the checkout
 * @throws {Problem} with what Vite says
 */
export async function buildConsole(root: string, say: Say): Promise<void> {
  if (!(await isThere(join(root, 'console', 'vite.config.ts')))) return;
  const output = consolePath(root);
  const made = await whenChanged(root, ['console', 'domain', 'package-lock.json'], output, () => viteBuild(root, output));
  say.done(made ? 'console built' : 'console is up to date');
}

/**
 * Generates the console's types from the API's own description with the script `generate`, once for each state of what the
 * description is made from; in silence when there is no such script.
 *
 * @param root the checkout
 * @throws {Problem} with what the script says
 */
export async function buildApiTypes(root: string, env: NodeJS.ProcessEnv, say: Say): Promise<void> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  if (scripts.generate === undefined) return;
  const output = join(root, 'console', 'api', 'schema.gen.ts');
  const generate = async () => {
    await run(...npmCommand(env, ['run', '--silent', 'generate']), { cwd: root }).catch((error: Error) => {
      throw new Problem(`The API’s types could not be generated: ${error.message}`);
    });
  };
  const made = await whenChanged(root, ['api', 'domain', 'package-lock.json'], output, generate);
  say.done(made ? 'API types generated' : 'API types are up to date');
}
