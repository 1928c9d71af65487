import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { formatPayloadKeys } from './payload-keys.ts';

const KEPT = z.object({ AUTH_SECRET: z.string().min(32), PAYLOAD_KEYS: z.string().min(1) });
type Kept = z.infer<typeof KEPT>;

/**
 * Completes an environment that has no secrets with ones that are made once and kept in `<dataDir>/secrets.json`, readable by
 * their owner only (0600). Secrets that the environment sets win.
 *
 * @throws when the file is there and is not what was written: to make new secrets would lock everyone out of what the old ones
 *   protect
 */
export async function withKeptSecrets(env: NodeJS.ProcessEnv, dataDir: string): Promise<NodeJS.ProcessEnv> {
  if (env['AUTH_SECRET'] && env['PAYLOAD_KEYS']) return env;
  const path = join(dataDir, 'secrets.json');
  const kept = (await readKept(path)) ?? (await makeSecrets(dataDir, path));
  return { ...env, AUTH_SECRET: env['AUTH_SECRET'] || kept.AUTH_SECRET, PAYLOAD_KEYS: env['PAYLOAD_KEYS'] || kept.PAYLOAD_KEYS };
}

async function readKept(path: string): Promise<Kept | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return KEPT.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} is damaged: put the saved copy back, or remove the whole folder to begin anew.`, { cause });
  }
}

/** Written beside its place, flushed and moved there in one step: a power cut leaves either no secrets or whole ones. */
async function makeSecrets(dataDir: string, path: string): Promise<Kept> {
  const kept = {
    AUTH_SECRET: randomBytes(32).toString('base64'),
    PAYLOAD_KEYS: formatPayloadKeys([{ id: `key-${randomBytes(4).toString('hex')}`, key: randomBytes(32) }]),
  };
  await mkdir(dataDir, { recursive: true });
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${JSON.stringify(kept, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return kept;
}
