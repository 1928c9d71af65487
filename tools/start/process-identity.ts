import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from every other, also from a later one with the same id: when it was started, by the kernel's own account.
 *
 * @returns null when no such process runs
 */
export function identityOf(pid: number): string | null {
  return process.platform === 'linux' ? identityByProc(pid) : identityByPs(pid);
}

/** Field 22 of /proc/PID/stat, in ticks since the boot that boot_id names (proc(5)); the name in field 2 may hold anything. */
function identityByProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    if (state === 'Z' || state === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return null;
  }
}

function identityByPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}

/** A process as a file remembers it. */
export interface RecordedProcess {
  readonly pid: number;
  readonly identity: string;
}

/** @throws when no such process runs */
export function recordOf(pid: number): RecordedProcess {
  const identity = identityOf(pid);
  if (identity === null) throw new Error(`There is no process ${pid}.`);
  return { pid, identity };
}

/** Reads a record; null when there is none, or none that can be read. */
export function readRecord(path: string): RecordedProcess | null {
  try {
    const { pid, identity } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : null;
  } catch {
    return null;
  }
}

/** Whether the recorded process still runs: the same one, not another with its id. */
export function isRunning({ pid, identity }: RecordedProcess): boolean {
  return identityOf(pid) === identity;
}
