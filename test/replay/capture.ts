import { mkdir, writeFile } from 'node:fs/promises';
import packageJson from '../../package.json' with { type: 'json' };
import { workflowIdOf } from '../../workflows/messages.ts';
import { findTestServer } from '../../tools/temporal-test-server.ts';
import { openCentre } from '../workflows/centre.ts';
import { historyToText } from './history-file.ts';
import { STORIES } from './stories.ts';

/*
 * Captures one history per story, in the clear, for this release: `npm run capture-histories`. Run it before a release, and never
 * to make a replay that fails pass: callbacks that are waiting have the old history.
 */
const folder = new URL(`histories/${packageJson.version}/`, import.meta.url);
await mkdir(folder, { recursive: true });
process.env['TEMPORAL_TEST_SERVER_PATH'] = await findTestServer(process.env, { now: () => undefined, done: () => undefined });
const centre = await openCentre({}, []);
for (const [name, live] of Object.entries(STORIES)) {
  const id = await live(centre);
  const history = await centre.client.workflow.getHandle(workflowIdOf(id)).fetchHistory();
  await writeFile(new URL(`${name}.json`, folder), historyToText(history));
  process.stdout.write(`${name}: ${history.events?.length} events\n`);
}
await centre.close();
