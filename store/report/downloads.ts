import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../tables.ts';

/** How far a download has come. */
export interface Progress {
  readonly rows: number;
  /** Null while they are still being counted. */
  readonly total: number | null;
}

/** A download under way: whoever asked for it can see how far it has come, from whichever process. */
export interface Download {
  readonly id: string;
  readonly ownerId: string;
}

/** Notes that a download has begun. What others left behind, broken off with their process, goes after a day. */
export async function beginDownload(db: Db, { id = randomUUID(), ownerId }: { id?: string | undefined; ownerId: string }): Promise<Download> {
  await db.deleteFrom('download').where('begun_at', '<', sql<Date>`now() - interval '1 day'`).execute();
  await db
    .insertInto('download')
    .values({ id, owner_id: ownerId })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return { id, ownerId };
}

export async function noteProgress(db: Db, { id, ownerId }: Download, progress: Partial<Progress>): Promise<void> {
  await db.updateTable('download').set(progress).where('id', '=', id).where('owner_id', '=', ownerId).execute();
}

/** Null: there is no such download under way, or it is another's. */
export async function readProgress(db: Db, { id, ownerId }: Download): Promise<Progress | null> {
  const row = await db.selectFrom('download').select(['rows', 'total']).where('id', '=', id).where('owner_id', '=', ownerId).executeTakeFirst();
  return row ?? null;
}

export async function endDownload(db: Db, { id, ownerId }: Download): Promise<void> {
  await db.deleteFrom('download').where('id', '=', id).where('owner_id', '=', ownerId).execute();
}
