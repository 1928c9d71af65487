import { sql } from 'kysely';
import type { Db } from '../store/tables.ts';

/** Any number that no other advisory lock of Ringback uses. */
const MATCHING_LOCK = 7_301;

/** Until the surrounding transaction ends, no other process pairs or distributes. */
export async function oneAtATime(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MATCHING_LOCK})`.execute(db);
}
