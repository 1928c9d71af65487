import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrate } from '../../store/migrate.ts';
import { open } from '../../store/open.ts';
import { conformance } from './conformance.ts';

conformance(async () => {
  const store = await open({ dataDir: 'memory://' });
  return { store, another: async () => store, close: () => store.close() };
});

test('a folder keeps what was written, and a second opening applies nothing again', async () => {
  const dataDir = join(await mkdtemp(join(tmpdir(), 'ringback-pglite-')), 'deep', 'data');
  const first = await open({ dataDir });
  await migrate(first);
  await sql`insert into webhook_seen (key) values ('kept')`.execute(first.db);
  await first.close();
  const second = await open({ dataDir });
  expect(await migrate(second)).toEqual([]);
  expect(await second.db.selectFrom('webhook_seen').select('key').execute()).toEqual([{ key: 'kept' }]);
  await second.close();
  await rm(join(dataDir, '..', '..'), { recursive: true });
});

test('a query that fails says why with PostgreSQL’s code, and the next one works', async () => {
  const store = await open({ dataDir: 'memory://' });
  await expect(sql`select 1 / 0`.execute(store.db)).rejects.toMatchObject({ code: '22012' });
  expect((await sql`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }]);
  await store.close();
});

test('closing lets a transaction that is under way end, and refuses what comes after', async () => {
  const store = await open({ dataDir: 'memory://' });
  let hasBegun = (): void => undefined;
  let goOn = (): void => undefined;
  const begun = new Promise<void>((resolve) => (hasBegun = resolve));
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const working = store.db.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx);
    hasBegun();
    await held;
    return (await sql<{ one: number }>`select 1 as one`.execute(tx)).rows;
  });
  await begun;
  const closing = store.close();
  goOn();
  await closing;
  expect(await working).toEqual([{ one: 1 }]);
  await expect(sql`select 1`.execute(store.db)).rejects.toThrow(/closed|destroyed/);
});
