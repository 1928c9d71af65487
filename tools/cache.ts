import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { withLock } from './lock.mjs';

/**
 * The folder outside the checkout that keeps what is costly to get: `$XDG_CACHE_HOME/ringback`, else `~/.cache/ringback`.
 * Source: the XDG base directory specification.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'ringback');
}

/**
 * Makes a file or folder in an empty folder beside it and moves it to its place in one step, so that what is in the cache is
 * always whole; what is already in its place is replaced.
 *
 * @param make gets the empty folder and answers the path of what it made there
 */
export async function installInto(place: string, make: (folder: string) => Promise<string>): Promise<string> {
  await mkdir(dirname(place), { recursive: true });
  const folder = await mkdtemp(`${place}.making-`);
  try {
    const made = await make(folder);
    await rm(place, { recursive: true, force: true });
    await rename(made, place);
    return place;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `work` while nobody else installs into the cache; who comes second finds what the first has made. */
export function whileInstalling<T>(env: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
  return withLock(join(cacheFolder(env), '.lock'), work);
}
