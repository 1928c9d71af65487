import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { SchemaDrift, migrate } from '../../../store/migrate.ts';
import { HINTS, hint, readHint } from '../../../store/notify.ts';
import type { Opened } from '../world.ts';

async function withFolder(files: Record<string, string>, work: (folder: URL) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-migrations-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await work(pathToFileURL(`${folder}/`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function schemaFacts(fresh: () => Promise<Opened>): void {
  let opened: Opened;
  beforeEach(async () => (opened = await fresh()));
  afterEach(() => opened.close());

  test('of several starters at once one applies each migration and the others find them applied', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => opened.another()));
    const applied = await Promise.all(stores.map((store) => migrate(store)));
    expect(applied.flat().length).toBe(new Set(applied.flat()).size);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(opened.store)).toEqual([]);
  });

  test('a migration edited after it was applied is refused, and nothing changes', async () => {
    const files = { '0001_a.sql': 'create table a (id integer)', '0002_b.sql': 'create table b (id integer)' };
    await withFolder({ '0001_a.sql': files['0001_a.sql'] }, async (folder) => void (await migrate(opened.store, folder)));
    await withFolder({ ...files, '0001_a.sql': 'create table a (id bigint)' }, async (folder) => {
      await expect(migrate(opened.store, folder)).rejects.toThrow(SchemaDrift);
    });
    const { rows } = await sql<{ there: boolean }>`select to_regclass('b') is not null as there`.execute(opened.store.db);
    expect(rows).toEqual([{ there: false }]);
  });

  test('a database with a migration this version does not know is refused', async () => {
    await withFolder({ '0001_a.sql': 'select 1', '0002_b.sql': 'select 2' }, async (folder) => void (await migrate(opened.store, folder)));
    await withFolder({ '0001_a.sql': 'select 1' }, async (folder) => {
      await expect(migrate(opened.store, folder)).rejects.toThrow('0002_b.sql');
    });
  });

  test('a migration that fails leaves nothing behind', async () => {
    await withFolder({ '0001_a.sql': 'create table a (id integer); select nonsense' }, async (folder) => {
      await expect(migrate(opened.store, folder)).rejects.toThrow();
    });
    const { rows } = await sql<{ there: boolean }>`select to_regclass('a') is not null as there`.execute(opened.store.db);
    expect(rows).toEqual([{ there: false }]);
  });

  test('a hint is heard once its transaction has committed, and not when it is rolled back', async () => {
    const heard: unknown[] = [];
    const listening = await opened.another();
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const stop = await listening.listen(HINTS, (payload) => {
      heard.push(readHint(payload));
      if (payload.includes('committed')) arrive();
    });
    const rolledBack = opened.store.db.transaction().execute(async (tx) => {
      await hint(tx, { callbackId: 'rolled back' });
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await opened.store.db.transaction().execute((tx) => hint(tx, { agentId: 'committed' }));
    await arrived;
    await stop();
    expect(heard).toEqual([{ agentId: 'committed' }]);
  });

  test('bigint is a number, an instant a Date, and JSON a value', async () => {
    const { rows } = await sql`select 5::bigint as n, '2026-11-24T01:00:00.123Z'::timestamptz as at, '{"a":[1]}'::jsonb as j`.execute(opened.store.db);
    expect(rows).toEqual([{ n: 5, at: new Date('2026-11-24T01:00:00.123Z'), j: { a: [1] } }]);
  });

  test('queries outside wait for a transaction and see what it committed', async () => {
    await sql`create table a (id integer)`.execute(opened.store.db);
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const inside = opened.store.db.transaction().execute(async (tx) => {
      await sql`lock table a`.execute(tx);
      begin();
      await sql`insert into a values (1)`.execute(tx);
      await sql`insert into a values (2)`.execute(tx);
    });
    await begun;
    const { rows } = await sql<{ n: number }>`select count(*) as n from a`.execute(opened.store.db);
    await inside;
    expect(rows[0]?.n).toBe(2);
  });
}
