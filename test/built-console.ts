import { join } from 'node:path';
import { buildConsole, consolePath } from '../tools/console-build.ts';
import { waitForLock } from '../tools/lock.mjs';
import { root } from '../tools/set-up.mjs';

export const silent = { now: () => undefined, done: () => undefined };

/** Builds what lies in dist/, one test file after the other. */
export async function building(build: () => Promise<void>): Promise<void> {
  const lock = await waitForLock(join(root, 'dist', '.set-up.lock'));
  try {
    await build();
  } finally {
    lock.release();
  }
}

/** The folder of the console as `npm start` builds it, built anew only where its source has changed. */
export async function builtConsole(): Promise<string> {
  await building(() => buildConsole(root, silent));
  return consolePath(root);
}
