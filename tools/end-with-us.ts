import { spawn } from 'node:child_process';

/** Waits for the end of its input, which comes when this process ends in whatever way; then ends process $1 and removes folder $2. */
const script = `cat >/dev/null
kill -INT "$1" 2>/dev/null
while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
[ -z "$2" ] || rm -rf "$2"`;

/**
 * Sees to it that another process gets SIGINT when this one ends, even by `kill -9`, and that a folder is removed after it.
 *
 * @returns a function that calls this off, for when the process has been ended in the ordinary way
 */
export function endWithUs(pid: number, folder = ''): () => void {
  const guard = spawn('sh', ['-c', script, 'sh', String(pid), folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  return () => guard.kill('SIGKILL');
}
