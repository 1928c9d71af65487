import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 100;

/**
 * A process id with the time its process started (field 22 of proc(5)'s stat), because ids come again, in a restarted container even
 * the same ones. Where there is no /proc the id has to do.
 */
function identityOf(pid) {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return `${pid} ${afterName.split(' ')[19]}`;
  } catch {
    return String(pid);
  }
}

function isAlive(holder) {
  const pid = parseInt(holder, 10);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return identityOf(pid) === holder;
}

function holderOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Puts aside a lock whose holder died; should a new holder have come between, its lock is put back. */
function removeStale(path, dead) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) !== dead) linkSync(aside, path);
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
  writeFileSync(mine, identityOf(process.pid));
  try {
    for (;;) {
      try {
        linkSync(mine, path);
        return { release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = holderOf(path);
      if (holder !== undefined && isAlive(holder)) return { holderPid: parseInt(holder, 10) };
      if (holder !== undefined) removeStale(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Takes the lock file, after whoever holds it now has given it back or died.
 *
 * @param {string} path
 * @returns {Promise<{ release: () => void }>}
 */
export async function waitForLock(path) {
  for (;;) {
    const lock = tryLock(path);
    if ('release' in lock) return lock;
    await delay(pollMs);
  }
}

/**
 * Runs `work` while holding the lock file, after whoever holds it now has finished.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  const lock = await waitForLock(path);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
