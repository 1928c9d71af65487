import { chmod, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config/config.ts';
import { withKeptSecrets } from '../../config/secrets.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'secrets-'));

test('secrets made for an empty environment are fit to start with', async () => {
  const env = await withKeptSecrets({}, await newFolder());
  expect(readConfig(env).payloadKeys[0]?.key).toHaveLength(32);
});

test('secrets are made once: the second start has the same ones', async () => {
  const folder = await newFolder();
  expect(await withKeptSecrets({}, folder)).toEqual(await withKeptSecrets({}, folder));
});

test('only their owner can read the file', async () => {
  const folder = await newFolder();
  await withKeptSecrets({}, folder);
  const { mode } = await stat(join(folder, 'secrets.json'));
  expect(mode & 0o777).toBe(0o600);
});

test('a left-over of an interrupted start does not loosen the mode', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'secrets.json.new'), 'half');
  await chmod(join(folder, 'secrets.json.new'), 0o644);
  await withKeptSecrets({}, folder);
  const { mode } = await stat(join(folder, 'secrets.json'));
  expect(mode & 0o777).toBe(0o600);
});

test('what the environment sets wins, and no file is made when it sets both', async () => {
  const folder = await newFolder();
  const env = { AUTH_SECRET: 'mine', PAYLOAD_KEYS: 'mine:too' };
  expect(await withKeptSecrets(env, folder)).toEqual(env);
  await expect(stat(join(folder, 'secrets.json'))).rejects.toThrow('ENOENT');
});

test('a damaged file is said to be damaged and is left as it is', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'secrets.json'), '{"AUTH_SECRET":');
  await expect(withKeptSecrets({}, folder)).rejects.toThrow(/is damaged/);
  expect(await readFile(join(folder, 'secrets.json'), 'utf8')).toBe('{"AUTH_SECRET":');
});
