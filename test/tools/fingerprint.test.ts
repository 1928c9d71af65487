import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint, whenChanged } from '../../tools/fingerprint.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ringback-fingerprint-'));
  mkdirSync(join(root, 'code', 'deep'), { recursive: true });
  writeFileSync(join(root, 'code', 'deep', 'a.ts'), 'a');
  writeFileSync(join(root, 'lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const inputs = ['code', 'lock.json', 'not-there'];

test.each([
  ['content', () => writeFileSync(join(root, 'code', 'deep', 'a.ts'), 'b')],
  ['name', () => writeFileSync(join(root, 'code', 'b.ts'), '')],
  ['single file', () => writeFileSync(join(root, 'lock.json'), '{ }')],
])('a fingerprint changes with any %s', async (_what, change) => {
  const before = await fingerprint(root, inputs);
  await expect(fingerprint(root, inputs)).resolves.toBe(before);
  change();
  await expect(fingerprint(root, inputs)).resolves.not.toBe(before);
});

test('an output is made once, and again when its inputs change or it is gone', async () => {
  const output = join(root, 'dist', 'out.js');
  const make = () => whenChanged(root, inputs, output, async () => writeFileSync(output, 'out'));
  await expect(make()).resolves.toBe(true);
  await expect(make()).resolves.toBe(false);
  writeFileSync(join(root, 'code', 'deep', 'a.ts'), 'b');
  await expect(make()).resolves.toBe(true);
  rmSync(output);
  await expect(make()).resolves.toBe(true);
});

test('an output whose making failed is made again', async () => {
  const output = join(root, 'dist', 'out.js');
  const fail = async () => {
    writeFileSync(output, 'half');
    throw new Error('no');
  };
  await expect(whenChanged(root, inputs, output, fail)).rejects.toThrow('no');
  await expect(whenChanged(root, inputs, output, async () => {})).resolves.toBe(true);
});
