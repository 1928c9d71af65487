import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A machine of its own for a look-up: a PATH and a cache that hold only what a test puts there, and a network that refuses all. */
export function fakeMachine() {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-machine-'));
  const path = join(folder, 'path');
  mkdirSync(path);
  const env: NodeJS.ProcessEnv = { PATH: path, XDG_CACHE_HOME: join(folder, 'cache'), HTTPS_PROXY: 'http://127.0.0.1:9', HOME: folder };
  const script = (file: string, lines: string) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${lines}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  return {
    env,
    folder,
    /** Puts a shell script on the PATH. */
    program: (name: string, lines: string) => script(join(path, name), lines),
    /** Puts a shell script into the cache. */
    cached: (name: string, lines: string) => script(join(folder, 'cache', 'ringback', 'bin', name), lines),
    /** Puts a shell script somewhere else. */
    elsewhere: (name: string, lines: string) => script(join(folder, 'elsewhere', name), lines),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Keeps what a step tells of itself. */
export function listener() {
  const doing: string[] = [];
  const outcomes: string[] = [];
  return { doing, outcomes, now: (text: string) => void doing.push(text), done: (text: string) => void outcomes.push(text) };
}
