import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { aptInstall, mayInstallPackages } from './debian.ts';
import { Problem } from './problem.mjs';
import type { Say } from './progress.mjs';
import { run } from './run.mjs';
import { firstThatWorks, isExecutable, onPath, type Way } from './ways.ts';

/** The oldest whose SQL the store is written for. */
const oldestMajor = 15;
const debianFolder = '/usr/lib/postgresql';

async function isNewEnough(bin: string): Promise<boolean> {
  if (!(await isExecutable(join(bin, 'initdb')))) return false;
  const said = await run(join(bin, 'postgres'), ['--version']);
  return Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1]) >= oldestMajor;
}

/** Debian's folders are named by their major version; the newest first. */
async function newestOfDebian(): Promise<string | undefined> {
  const majors = (await readdir(debianFolder)).map(Number).toSorted((a, b) => b - a);
  const bin = join(debianFolder, String(majors[0]), 'bin');
  return (await isNewEnough(bin)) ? bin : undefined;
}

async function ofPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const initdb = await onPath('initdb', env);
  return initdb && (await isNewEnough(dirname(initdb))) ? dirname(initdb) : undefined;
}

/** Installs Debian's package with the setting that keeps it from making and starting a cluster of the system's own. */
async function installDebians(): Promise<string | undefined> {
  const settings = '/etc/postgresql-common/createcluster.d';
  await mkdir(settings, { recursive: true });
  await writeFile(join(settings, 'ringback.conf'), 'create_main_cluster = false\n');
  await aptInstall('postgresql');
  return newestOfDebian();
}

function waysToPostgres(env: NodeJS.ProcessEnv, say: Say): Way[] {
  return [
    { name: debianFolder, find: newestOfDebian },
    { name: 'PATH', find: () => ofPath(env) },
    {
      name: 'Debian’s package',
      find: async () => {
        if (!(await mayInstallPackages())) return undefined;
        say.now('installing PostgreSQL with apt-get');
        return installDebians();
      },
    },
  ];
}

/**
 * Finds the folder with PostgreSQL's programs (`initdb`, `postgres`), or installs Debian's package. Only tests need it.
 *
 * @throws {Problem} when there is none and it cannot be installed
 */
export async function findPostgres(env: NodeJS.ProcessEnv, say: Say): Promise<string> {
  const found = await firstThatWorks(waysToPostgres(env, say));
  if (!found) throw new Problem(`The tests need PostgreSQL ${oldestMajor} or newer: install it, with initdb on PATH.`);
  say.done(`PostgreSQL from ${found.way}`);
  return found.path;
}
