import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/**
 * Whether what is installed is what the lockfile asks for. npm keeps a record of what it installed in
 * `node_modules/.package-lock.json`, written at the end of an installation, whoever ran it. Optional packages of other platforms
 * are rightly missing from it.
 *
 * @param {Record<string, { version?: string, optional?: boolean, integrity?: string }>} wanted `packages` of package-lock.json
 * @param {Record<string, { version?: string, integrity?: string }>} installed `packages` of npm's record
 */
export function packagesMatch(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * How to run npm: the one that runs us where there is one, else the one on PATH.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npmCommand(env, args) {
  const npm = env.npm_execpath;
  return npm && basename(npm).startsWith('npm-cli.') ? [process.execPath, [npm, ...args]] : ['npm', args];
}

async function areInstalled(root) {
  const lockfile = await readJson(join(root, 'package-lock.json'));
  try {
    const record = await readJson(join(root, 'node_modules', '.package-lock.json'));
    return packagesMatch(lockfile.packages, record.packages);
  } catch {
    return false;
  }
}

/**
 * Installs the packages of package-lock.json unless they are there already. Development packages are part of the set-up (the
 * console is built here), whatever `NODE_ENV` says.
 *
 * @param {string} root the checkout
 * @param {import('./progress.mjs').Say} say
 * @throws {Problem} when npm fails
 */
export async function installPackages(root, say) {
  if (await areInstalled(root)) return say.done('packages are up to date');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  try {
    await run(...npmCommand(process.env, args), { cwd: root });
  } catch (error) {
    throw new Problem(`The packages could not be installed: ${error.message}`);
  }
  return say.done('packages installed');
}
