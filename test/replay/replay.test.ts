import { readFile, readdir } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { bundleParts } from '../../temporal/data-converter.ts';
import { workflowBundle } from '../workflows/centre.ts';
import { historyFromText } from './history-file.ts';
import { STORIES } from './stories.ts';

const HISTORIES = new URL('histories/', import.meta.url);
const files = (await readdir(HISTORIES, { recursive: true })).filter((file) => file.endsWith('.json')).toSorted();

async function replay(file: string, change: (text: string) => string = (text) => text): Promise<void> {
  const text = change(await readFile(new URL(file, HISTORIES), 'utf8'));
  const options = { workflowBundle: await workflowBundle(), dataConverter: { failureConverterPath: bundleParts.failureConverterPath } };
  await Worker.runReplayHistory(options, historyFromText(text), 'replayed');
}

test('every release has a history of every story', async () => {
  const releases = new Set(files.map((file) => file.split('/')[0]));
  expect(releases.size).toBeGreaterThan(0);
  for (const name of Object.keys(STORIES)) expect(files.some((file) => file.endsWith(`/${name}.json`))).toBe(true);
});

test.each(files)('today’s workflow code takes the same turns as %s', async (file) => {
  await replay(file);
});

test('control: code that took another turn would be noticed', async () => {
  const [file] = files.filter((name) => name.endsWith('/failed.json'));
  await expect(replay(file ?? '', (text) => text.replaceAll('"placeLeg"', '"placeAnotherLeg"'))).rejects.toThrow(/[Nn]ondeterminism/);
});
