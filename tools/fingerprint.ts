import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { isThere } from './ways.ts';

async function filesUnder(path: string): Promise<string[]> {
  const about = await stat(path).catch(() => undefined);
  if (!about) return [];
  if (about.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/**
 * A hash over the names and contents of files; folders stand for every file under them, and what is not there for nothing.
 *
 * @param root the checkout
 * @param inputs paths in it
 */
export async function fingerprint(root: string, inputs: string[]): Promise<string> {
  const files = (await Promise.all(inputs.map((input) => filesUnder(join(root, input))))).flat().toSorted();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Makes an output anew when its inputs have changed since it was last made, or it is gone.
 *
 * @param output its path; a hidden file in dist/ keeps the fingerprint of what it was made from
 * @returns whether it was made
 */
export async function whenChanged(root: string, inputs: string[], output: string, make: () => Promise<void>): Promise<boolean> {
  const stamp = join(root, 'dist', `.made-from.${basename(output)}`);
  const now = await fingerprint(root, inputs);
  const before = await readFile(stamp, 'utf8').catch(() => undefined);
  if (before === now && (await isThere(output))) return false;
  await rm(stamp, { force: true });
  await mkdir(dirname(stamp), { recursive: true });
  await make();
  await writeFile(stamp, now);
  return true;
}
