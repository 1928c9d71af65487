/**
 * `npm run seed -- --callbacks 100000`: believable callbacks of the last 13 months, and contacts, in the database that the environment names, or in
 * that of the one-process system while it is stopped. `--open N` leaves N of them open (otherwise one in a hundred), `--random-seed N`
 * makes others, `--add` puts them beside what is there.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config/config.ts';
import { withKeptSecrets } from '../config/secrets.ts';
import { migrate } from '../store/migrate.ts';
import { open } from '../store/open.ts';
import { exitWith, Problem } from './problem.mjs';
import { createProgress } from './progress.mjs';
import { pace } from './seed/pace.ts';
import { seedCallbacks } from './seed/seed.ts';
import { takeStateFolder } from './start/state-folder.ts';

const MOST = 10_000_000;
const COUNT = new Intl.NumberFormat('en');

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) throw new Problem(`--${name} is a whole number up to ${COUNT.format(most)}.`);
  return number;
}

function readOptions(args: string[]) {
  const options = { callbacks: { type: 'string' }, open: { type: 'string' }, 'random-seed': { type: 'string', default: '1' }, add: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args, options });
  if (values.callbacks === undefined) throw new Problem('Say how many: npm run seed -- --callbacks 100000');
  const callbacks = wholeNumber('callbacks', values.callbacks, MOST);
  const stillOpen = values.open === undefined ? Math.ceil(callbacks / 100) : wholeNumber('open', values.open, callbacks);
  return { callbacks, open: stillOpen, randomSeed: wholeNumber('random-seed', values['random-seed'], 2 ** 32 - 1), add: values.add };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const dataDir = resolve(process.env['DATA_DIR'] || '.ringback');
  // The system that runs there keeps PGlite, and the secret that numbers are hashed with, to itself.
  const giveBack = process.env['DATABASE_URL'] ? null : takeStateFolder(dataDir);
  try {
    const { databaseUrl, numberHashKey, centreTimeZone: timeZone } = readConfig(await withKeptSecrets({ ...process.env, DATA_DIR: dataDir }, dataDir));
    const store = await open(databaseUrl ? { url: databaseUrl } : { dataDir: join(dataDir, 'database') });
    try {
      await migrate(store);
      await createProgress()('making callbacks', async (say) => {
        const onProgress = pace(options.callbacks, say.now);
        const made = await seedCallbacks(store, { ...options, nowMs: Date.now(), numberHashKey, timeZone, onProgress });
        say.done(`made ${COUNT.format(made.callbacks)} callbacks and ${COUNT.format(made.contacts)} contacts, ${COUNT.format(made.rows)} rows in all; ${COUNT.format(made.open)} are open, and the sweep starts their workflows`);
      });
    } finally {
      await store.close();
    }
  } finally {
    giveBack?.();
  }
}

await main().catch((error: unknown) => exitWith(error instanceof ConfigError || isOfParsing(error) ? new Problem((error as Error).message) : (error as Error)));

function isOfParsing(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
