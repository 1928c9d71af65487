import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 100;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Puts aside a lock whose holder died; should a new holder have come between, its lock is put back. */
function removeStale(path, deadPid) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) !== deadPid) linkSync(aside, path);
    rmSync(aside, { force: true });
  } catch {
    // Another process put it aside first.
  }
}

/**
 * Takes a lock file that names its holder's process id, or says who holds it. A lock left by a dead process is taken over.
 * The file appears with its content in one step (a hard link), so that nobody ever reads an empty one.
 *
 * @param {string} path
 * @returns {{ release: () => void } | { holderPid: number }}
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    for (;;) {
      try {
        linkSync(mine, path);
        return { release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holderPid = holderOf(path);
      if (holderPid !== undefined && isAlive(holderPid)) return { holderPid };
      if (holderPid !== undefined) removeStale(path, holderPid);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Runs `work` while holding the lock file, after whoever holds it now has finished.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {(holderPid: number) => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait = () => {}) {
  let lock = tryLock(path);
  if ('holderPid' in lock) onWait(lock.holderPid);
  while ('holderPid' in lock) {
    await delay(pollMs);
    lock = tryLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
