import pg from 'pg';
import { migrate } from '../../../store/migrate.ts';
import type { Store } from '../../../store/open.ts';
import { open } from '../../../store/open.ts';
import { startPostgres } from '../../../tools/postgres.ts';
import { pace } from '../../../tools/seed/pace.ts';
import { seedCallbacks } from '../../../tools/seed/seed.ts';

export const TIME_ZONE = 'Asia/Tokyo';
/** Of a hundred callbacks, one is open: what a desk has before it. */
const OPEN_SHARE = 0.01;

/** A PostgreSQL of its own, with a database for each size. */
export interface Server {
  urlOf(callbacks: number): string;
  stop(): Promise<void>;
}

/** @param folder keeps the data for the next time; null: they go at the end */
export async function startServer(folder: string | null): Promise<Server> {
  const { url, stop } = await startPostgres(folder === null ? {} : { dataDir: folder });
  const urlOf = (callbacks: number): string => {
    const named = new URL(url);
    named.pathname = `/seeded_${callbacks}`;
    return named.href;
  };
  return { urlOf, stop };
}

/** The store of that size, seeded by the command's code unless it is there from the time before; without timelines, which no list reads. */
export async function openSeeded(server: Server, callbacks: number, say: (doing: string) => void): Promise<Store> {
  await makeDatabase(server, callbacks);
  const store = await open({ url: server.urlOf(callbacks) });
  await migrate(store);
  const { there } = await store.db.selectFrom('callback').select(({ fn }) => fn.countAll<number>().as('there')).executeTakeFirstOrThrow();
  if (there === callbacks) return store;
  if (there > 0) throw new Error(`A seeding of ${callbacks} callbacks was cut short: remove the folder with the data.`);
  const options = { open: Math.ceil(callbacks * OPEN_SHARE), randomSeed: 1, nowMs: Date.now(), numberHashKey: Buffer.alloc(32, 1), timeZone: TIME_ZONE, add: false, timeline: false };
  await seedCallbacks(store, { ...options, callbacks, onProgress: pace(callbacks, say) });
  return store;
}

async function makeDatabase(server: Server, callbacks: number): Promise<void> {
  const url = new URL(server.urlOf(callbacks));
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
