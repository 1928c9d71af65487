import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('sdk-download.mjs', import.meta.url));
const checkEveryMs = 1000;
const stalledAfterMs = 30_000;

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then((file) => file.size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Calls `stalled` once nothing has arrived in the folder for 30 s; returns a function that stops watching. */
function watchArrival(folder: string, stalled: () => void): () => void {
  let arrived = 0;
  let arrivedAt = Date.now();
  const check = async () => {
    const bytes = await bytesIn(folder);
    if (bytes !== arrived) [arrived, arrivedAt] = [bytes, Date.now()];
    if (Date.now() - arrivedAt > stalledAfterMs) stalled();
  };
  const timer = setInterval(() => void check().catch(stalled), checkEveryMs);
  return () => clearInterval(timer);
}

/**
 * Has Temporal's SDK download one of its servers into an empty folder.
 *
 * @param env may name a proxy (`HTTPS_PROXY`)
 * @returns the executable's path
 * @throws {Error} where the download is refused, or when nothing has arrived for 30 s (a firewall may drop packets in silence)
 */
export async function downloadServer(
  which: 'dev-server' | 'test-server',
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const child = spawn(process.execPath, [script, which, folder], { env, stdio: 'ignore' });
  const stopWatching = watchArrival(folder, () => child.kill('SIGKILL'));
  const [code] = await once(child, 'exit').finally(stopWatching);
  const [file] = await readdir(folder);
  if (code !== 0 || file === undefined) throw new Error('The SDK could not download the server.');
  return join(folder, file);
}
