import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, recordOf } from '../../tools/start/process-identity.ts';
import { takeStateFolder } from '../../tools/start/state-folder.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'state-'));
const lockOf = (folder: string) => join(folder, 'lock.json');

async function deadProcess() {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  const record = recordOf(child.pid ?? 0);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return record;
}

test('a process has one identity, and none once it has ended', async () => {
  expect(identityOf(process.pid)).toBe(identityOf(process.pid));
  expect(identityOf((await deadProcess()).pid)).toBeNull();
});

test('a folder is taken once until it is given back', () => {
  const folder = newFolder();
  const giveBack = takeStateFolder(folder);
  expect(() => takeStateFolder(folder)).toThrow(`Ringback is already running on ${folder}, as process ${process.pid}.`);
  giveBack();
  takeStateFolder(folder)();
});

test('a folder that is not there is made', () => {
  const folder = join(newFolder(), 'a', 'b');
  const giveBack = takeStateFolder(folder);
  expect(JSON.parse(readFileSync(lockOf(folder), 'utf8'))).toEqual(recordOf(process.pid));
  giveBack();
});

test('the lock of a process that was killed is taken over', async () => {
  const folder = newFolder();
  writeFileSync(lockOf(folder), JSON.stringify(await deadProcess()));
  takeStateFolder(folder)();
});

test('the lock of an earlier process whose id another one has now is taken over', () => {
  const folder = newFolder();
  writeFileSync(lockOf(folder), JSON.stringify({ pid: process.pid, identity: 'an earlier boot' }));
  takeStateFolder(folder)();
});

test('a lock that was cut short by a power failure is taken over', () => {
  const folder = newFolder();
  writeFileSync(lockOf(folder), '{"pid": 1');
  takeStateFolder(folder)();
});
