import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { takeSlotAndPost } from '../../store/call/legs.ts';
import { migrate } from '../../store/migrate.ts';
import { HINTS, hint } from '../../store/notify.ts';
import type { Store } from '../../store/open.ts';
import { open } from '../../store/open.ts';
import { enqueue, takeDue } from '../../store/outbox.ts';
import { startPostgres } from '../../tools/postgres.ts';
import { conformance } from './conformance.ts';
import type { Opened } from './world.ts';
import { makeCallback } from './world.ts';

let server: { url: string; stop: () => Promise<void> };

beforeAll(async () => {
  const url = process.env['RINGBACK_TEST_POSTGRES_URL'];
  server = url ? { url, stop: async () => undefined } : await startPostgres();
});
afterAll(() => server.stop());

async function run(statement: string): Promise<void> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function fresh(): Promise<Opened> {
  const name = `ringback_${randomUUID().replaceAll('-', '')}`;
  await run(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const stores: Store[] = [];
  const another = async (): Promise<Store> => {
    const store = await open({ url: url.href });
    stores.push(store);
    return store;
  };
  const close = async (): Promise<void> => {
    await Promise.all(stores.map((store) => store.close()));
    await run(`drop database ${name} with (force)`);
  };
  return { store: await another(), another, close };
}

conformance(fresh);

test('a listener whose connection was lost hears that anything may have changed, and then hints again', async () => {
  const opened = await fresh();
  const { db } = opened.store;
  const heard: string[] = [];
  const until = async (payload: string) => {
    while (!heard.includes(payload)) await nextHeard();
  };
  let wake = (): void => undefined;
  const nextHeard = () => new Promise<void>((resolve) => (wake = resolve));
  await opened.store.listen(HINTS, (payload) => {
    heard.push(payload);
    wake();
  });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and pid <> pg_backend_pid()`.execute(db);
  await until('');
  await hint(db, { agentId: 'a' });
  await until('{"agentId":"a"}');
  await opened.close();
});

test('another transaction that holds a message does not hold up the others', async () => {
  const opened = await fresh();
  const { db } = opened.store;
  await migrate(opened.store);
  for (const n of [1, 2]) await enqueue(db, { callbackId: randomUUID(), message: 'leg', payload: { n } });
  await db.transaction().execute(async (tx) => {
    await sql`select id from outbox order by id limit 1 for update`.execute(tx);
    expect((await takeDue(db, 10)).map(({ payload }) => payload)).toEqual([{ n: 2 }]);
  });
  await opened.close();
});

test('a statement that was prepared goes on while a migration adds a column', async () => {
  const opened = await fresh();
  const { db } = opened.store;
  await migrate(opened.store);
  const leg = { callbackId: await makeCallback(opened.store), label: 'agent-1-1' };
  await db.connection().execute(async (connection) => {
    await takeSlotAndPost(connection, leg);
    await sql`alter table leg add column added text`.execute(connection);
    expect(await takeSlotAndPost(connection, leg)).toEqual({ result: 'no', reason: 'not_intended' });
    const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements`.execute(connection);
    expect(rows).toEqual([{ name: 'judge-and-post' }]);
  });
  await opened.close();
});
