import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock, withLock } from '../../tools/lock.mjs';

const module = new URL('../../tools/lock.mjs', import.meta.url).href;
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-lock-'));
  path = join(folder, 'nested', 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another process that takes the lock and keeps it until its input ends. */
async function otherHolder() {
  const script = `const { tryLock } = await import('${module}'); tryLock('${path}'); console.log('held'); process.stdin.resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

test('a lock names who holds it, and is free again when it is released', () => {
  const lock = tryLock(path);
  expect(tryLock(path)).toEqual({ holderPid: process.pid });
  if ('release' in lock) lock.release();
  expect(tryLock(path)).toHaveProperty('release');
});

test('a lock held by a live process is not given; killed, its lock is taken over', async () => {
  const other = await otherHolder();
  expect(tryLock(path)).toEqual({ holderPid: other.pid });
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(tryLock(path)).toHaveProperty('release');
  expect(parseInt(readFileSync(path, 'utf8'), 10)).toBe(process.pid);
});

const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('a lock of an earlier process with the id of a live one is taken over', () => {
  const first = tryLock(path);
  expect(first).toHaveProperty('release');
  writeFileSync(path, `${process.pid} 1`);
  expect(tryLock(path)).toHaveProperty('release');
});

test('work under one lock runs one after the other, and a failure frees the lock', async () => {
  const order: string[] = [];
  const work = (name: string) =>
    withLock(path, async () => {
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
    });
  await Promise.all([work('a'), work('b')]);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(tryLock(path)).toHaveProperty('release');
});
