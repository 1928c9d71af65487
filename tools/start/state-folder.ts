import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { isRunning, readRecord, recordOf, type RecordedProcess } from './process-identity.ts';

/**
 * Takes the folder that keeps a system's state for this process alone; it is made if it is not there. A lock whose process has
 * died, in whatever way, is taken over. The lock appears whole, in one step (a hard link), so that nobody reads half of it.
 *
 * @returns a function that gives the folder back
 * @throws {Problem} when a running process has it
 */
export function takeStateFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'lock.json');
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(recordOf(process.pid)));
  try {
    while (!tryLink(mine, path)) {
      const holder = readRecord(path);
      if (holder && isRunning(holder)) throw new Problem(`Ringback is already running on ${dataDir}, as process ${holder.pid}.`);
      putAside(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(path, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead process's lock; one that another starter has put in its place meanwhile goes back. */
function putAside(path: string, dead: RecordedProcess | null): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    const moved = readRecord(aside);
    if (moved && (moved.pid !== dead?.pid || moved.identity !== dead.identity)) linkSync(aside, path);
  } catch {
    // Another starter was first.
  }
  rmSync(aside, { force: true });
}
