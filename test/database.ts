import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../store/migrate.ts';
import type { Store } from '../store/open.ts';
import { open } from '../store/open.ts';
import { whenChanged } from '../tools/fingerprint.ts';
import { root } from '../tools/set-up.mjs';
import { building } from './built-console.ts';

const IMAGE = join(root, 'dist', 'test-database.tar');

let image: Promise<string> | undefined;

/** A tar of PGlite's folder with every migration applied, made once for each state of the migrations, and looked at once for each file of tests. */
function imageFile(): Promise<string> {
  image ??= currentImage();
  return image;
}

async function currentImage(): Promise<string> {
  await building(async () => void (await whenChanged(root, ['store/migrations', 'package-lock.json'], IMAGE, makeImage)));
  return IMAGE;
}

async function makeImage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-image-'));
  const store = await open({ dataDir: folder });
  await migrate(store);
  await store.close();
  execFileSync('tar', ['-cf', IMAGE, '-C', folder, '.']);
  rmSync(folder, { recursive: true });
}

/** A migrated database of its own that keeps nothing. */
export async function openStore(): Promise<Store> {
  return open({ dataDir: 'memory://', imageFile: await imageFile() });
}

/** Lays a migrated database into a folder, for whoever opens it there. */
export async function layDatabase(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xf', await imageFile(), '-C', folder]);
}
