import { join } from 'node:path';
import { cacheFolder, installInto, whileInstalling } from './cache.ts';
import { Problem } from './problem.mjs';
import type { Say } from './progress.mjs';
import { run } from './run.mjs';
import { downloadServer } from './sdk-server.ts';
import { firstThatWorks, givenBy, isExecutable, onPath, type Way } from './ways.ts';

/** The newest version that `go install` takes: later ones have a `replace` line in their go.mod. */
const goPackage = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';

/** What the program says of its version, or nothing when it is not Temporal's command line or does not run here. */
async function versionOf(path: string): Promise<string | undefined> {
  const said = await run(path, ['--version'], { timeout: 10_000 }).catch(() => '');
  return /^temporal version (.+)/m.exec(said)?.[1];
}

const runs = async (path: string) => (await versionOf(path)) !== undefined;

/** Builds the dev server from its source; without cgo, so that no C compiler is needed. */
async function goInstall(env: NodeJS.ProcessEnv, folder: string): Promise<string> {
  await run('go', ['install', goPackage], { env: { ...env, GOBIN: folder, CGO_ENABLED: '0' } });
  return join(folder, 'temporal');
}

/** The ways to Temporal's dev server, in their order; those after the cache put it there. */
export function temporalCliWays(env: NodeJS.ProcessEnv, say: Say): Way[] {
  const place = join(cacheFolder(env), 'bin', 'temporal');
  const ifItRuns = async (path?: string) => (path && (await runs(path)) ? path : undefined);
  const cached = async () => ifItRuns((await isExecutable(place)) ? place : undefined);
  const make = (doing: string, how: (folder: string) => Promise<string>) => async () => {
    say.now(doing);
    return whileInstalling(env, async () => (await cached()) ?? ifItRuns(await installInto(place, how)));
  };
  return [
    givenBy('TEMPORAL_CLI_PATH', env, runs),
    { name: 'PATH', find: async () => ifItRuns(await onPath('temporal', env)) },
    { name: 'the cache', find: cached },
    {
      name: 'the SDK’s download',
      find: make('downloading Temporal’s dev server', (folder) => downloadServer('dev-server', folder, env)),
    },
    {
      name: 'go install',
      find: make('building Temporal’s dev server with Go (some minutes, once)', (folder) => goInstall(env, folder)),
    },
  ];
}

/**
 * Finds Temporal's dev server, or downloads or builds it into the cache. Quick once it has been found or made.
 *
 * @returns the path of an executable that answered `--version`
 * @throws {Problem} when there is no way to it
 */
export async function findTemporalCli(env: NodeJS.ProcessEnv, say: Say): Promise<string> {
  const found = await firstThatWorks(temporalCliWays(env, say));
  if (!found) {
    throw new Problem(
      'Temporal’s dev server is not here and could be neither downloaded nor built: install the Temporal CLI ' +
        '(https://docs.temporal.io/cli) or Go (https://go.dev), or set TEMPORAL_CLI_PATH to its executable.',
    );
  }
  say.done(`Temporal’s dev server: ${await versionOf(found.path)}, from ${found.way}`);
  return found.path;
}
