import { run } from './run.mjs';
import { isThere } from './ways.ts';

const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const apt = (...args: string[]) => run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { env: environment });

let listsUpdated: Promise<unknown> | undefined;

/** Whether this set-up may install the distribution's packages: it is Debian or one of its kind, and we are root. */
export async function mayInstallPackages(): Promise<boolean> {
  return process.getuid?.() === 0 && (await isThere('/etc/debian_version'));
}

/**
 * Installs packages of the distribution by apt-get, with its lists brought up to date once per process.
 *
 * @throws {Error} where apt-get fails
 */
export async function aptInstall(...packages: string[]): Promise<void> {
  listsUpdated ??= apt('update');
  await listsUpdated;
  await apt('install', '--yes', '--no-install-recommends', ...packages);
}
