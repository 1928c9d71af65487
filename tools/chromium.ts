import { chromium as playwright } from 'playwright-core';
import { aptInstall, mayInstallPackages } from './debian.ts';
import { Problem } from './problem.mjs';
import type { Say } from './progress.mjs';
import { run } from './run.mjs';
import { firstThatWorks, isExecutable, onPath, type Way } from './ways.ts';

/** Chromium without its window: half the processor time of the whole browser for the same pages. */
const WINDOWLESS = 'chromium-headless-shell';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Ubuntu has a file named chromium-browser that only says how to install it: only one that tells its version is a browser. */
async function runs(path: string): Promise<boolean> {
  const said = await run(path, ['--version'], { timeout: 10_000 }).catch(() => '');
  return /Chrom(e|ium)\b/.test(said);
}

async function installed(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const path = await onPath(name, env);
  return path && (await runs(path)) ? path : undefined;
}

function waysToChromium(env: NodeJS.ProcessEnv, say: Say): Way[] {
  const playwrights = playwright.executablePath();
  const debian = async (name: string) => {
    if (!(await mayInstallPackages())) return undefined;
    say.now('installing Chromium with apt-get');
    await aptInstall(name);
    return installed(name, env);
  };
  return [
    { name: WINDOWLESS, find: () => installed(WINDOWLESS, env) },
    { name: 'Debian’s package', find: () => debian(WINDOWLESS) },
    ...names.map((name) => ({ name, find: () => installed(name, env) })),
    { name: 'Playwright', find: async () => ((await isExecutable(playwrights)) ? playwrights : undefined) },
    { name: 'Debian’s package', find: () => debian('chromium') },
  ];
}

/**
 * Finds Chromium or Chrome, or installs Debian's package. Only tests need it.
 *
 * @throws {Problem} when there is none and it cannot be installed
 */
export async function findChromium(env: NodeJS.ProcessEnv, say: Say): Promise<string> {
  const found = await firstThatWorks(waysToChromium(env, say));
  if (!found) throw new Problem('The tests need Chromium: install chromium or google-chrome, or run `npx playwright-core install chromium`.');
  say.done(`Chromium from ${found.way}`);
  return found.path;
}

/**
 * What `chromium.launch` of playwright-core needs in a test: the executable that `npm test` found, and arguments that keep the
 * browser quiet and offline. Chromium's sandbox does not work for root, and /dev/shm is small in containers.
 */
export function chromiumLaunchOptions(env: NodeJS.ProcessEnv = process.env): { executablePath: string; args: string[] } {
  const executablePath = env['RINGBACK_TEST_CHROMIUM'];
  if (!executablePath) throw new Problem('RINGBACK_TEST_CHROMIUM is not set: run the tests by `npm test` or `npm run jest -- FILE`.');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...quiet, '--disable-dev-shm-usage', ...asRoot] };
}
