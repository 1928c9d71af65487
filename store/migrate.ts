import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Store } from './open.ts';
import type { Db } from './tables.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Any number, as long as nothing else locks it. */
const LOCK = 7_225_422_225;

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** The database was not made by these migrations: nothing was changed. */
export class SchemaDrift extends Error {
  override readonly name = 'SchemaDrift';
}

/**
 * Brings the database to the newest schema, in one transaction under an advisory lock: of several starters one applies the
 * migrations, and the others find them applied.
 * @param folder where the numbered files lie.
 * @returns the names applied now.
 * @throws {SchemaDrift} when an applied migration was edited since, or is not known here.
 */
export async function migrate(store: Pick<Store, 'db'>, folder: URL = FOLDER): Promise<string[]> {
  const known = await readMigrations(folder);
  return store.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
    await sql`set local statement_timeout = 0`.execute(tx);
    const applied = await readApplied(tx);
    refuseDrift(known, applied);
    const pending = known.filter(({ name }) => !applied.has(name));
    for (const migration of pending) await apply(tx, migration);
    return pending.map(({ name }) => name);
  });
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function readApplied(tx: Db): Promise<Map<string, string>> {
  await sql`create table if not exists schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(tx);
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from schema_migration`.execute(tx);
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuseDrift(known: Migration[], applied: Map<string, string>): void {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    const expected = checksums.get(name);
    if (expected === undefined) throw new SchemaDrift(`The database has the migration ${name}, which this version does not know.`);
    if (expected !== checksum) throw new SchemaDrift(`The migration ${name} was changed after it had been applied to the database.`);
  }
}

async function apply(tx: Db, { name, text, checksum }: Migration): Promise<void> {
  await sql.raw(text).execute(tx);
  await sql`insert into schema_migration (name, checksum) values (${name}, ${checksum})`.execute(tx);
}
