import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder, installInto, whileInstalling } from './cache.ts';
import { installTestServer } from './maven.ts';
import { Problem } from './problem.mjs';
import type { Say } from './progress.mjs';
import { downloadServer } from './sdk-server.ts';
import { firstThatWorks, givenBy, isExecutable, onPath, type Way } from './ways.ts';

const startsWithinMs = 20_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Whether the server starts here: it is run on a free port until it accepts a connection, and stopped. */
export async function testServerStarts(path: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const port = await freePort();
  const child = spawn(path, [String(port)], { env, stdio: 'ignore' });
  child.on('error', () => {});
  const until = Date.now() + startsWithinMs;
  try {
    while (child.pid !== undefined && child.exitCode === null && Date.now() < until) {
      if (await accepts(port)) return true;
      await delay(50);
    }
    return false;
  } finally {
    child.kill('SIGKILL');
  }
}

/** Throws away a server that was installed and does not start, so that the next way is tried and the cache holds none that is broken. */
async function ifItStarts(path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (await testServerStarts(path, env)) return path;
  await rm(path, { force: true });
  return undefined;
}

/**
 * The ways to Temporal's time-skipping test server, in their order; those after the cache put it there. What is found is trusted to
 * run, because starting it takes a second each time; what is installed is started once.
 */
export function testServerWays(env: NodeJS.ProcessEnv, say: Say): Way[] {
  const cache = cacheFolder(env);
  const place = join(cache, 'bin', 'temporal-test-server');
  const cached = async () => ((await isExecutable(place)) ? place : undefined);
  const make = (doing: string, install: () => Promise<string>) => async () => {
    say.now(doing);
    return whileInstalling(env, async () => (await cached()) ?? ifItStarts(await install(), env));
  };
  const download = () => installInto(place, (folder) => downloadServer('test-server', folder, env));
  return [
    givenBy('TEMPORAL_TEST_SERVER_PATH', env, isExecutable),
    { name: 'PATH', find: () => onPath('temporal-test-server', env) },
    { name: 'the cache', find: cached },
    { name: 'the SDK’s download', find: make('downloading Temporal’s test server', download) },
    { name: 'Maven', find: make('fetching Temporal’s test server with Maven', () => installTestServer(cache, place, env)) },
  ];
}

/**
 * Finds Temporal's time-skipping test server, or downloads it or has Maven fetch it into the cache. Only tests need it.
 *
 * @returns the path of an executable that takes a port, as `TestWorkflowEnvironment.createTimeSkipping` wants it
 * @throws {Problem} when there is no way to it
 */
export async function findTestServer(env: NodeJS.ProcessEnv, say: Say): Promise<string> {
  const found = await firstThatWorks(testServerWays(env, say));
  if (!found) {
    throw new Problem(
      'Temporal’s time-skipping test server is not here and could not be fetched: install Maven and Java 17 or newer, or set ' +
        'TEMPORAL_TEST_SERVER_PATH to its executable.',
    );
  }
  say.done(`Temporal’s test server from ${found.way}`);
  return found.path;
}
