import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** What to call people and machines, by their ids: agents by their name at the desk, others as they sign in. Unknown ids are left out. */
export async function namesOf(db: Db, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, name from auth_api_key where id = any(${wanted}::text[])
    union all
    select id, name from auth_user where id = any(${wanted}::text[])
    union all
    select id, name from agent where id = any(${wanted}::text[])`.execute(db);
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
