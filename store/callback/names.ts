import { sql } from 'kysely';
import type { Db } from '../tables.ts';

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

/** Whoever can have distributed a callback: administrators, and the machines that do what they do, by name. */
export async function readDistributors(db: Db): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, name from auth_user where 'administrator' = any(string_to_array(role, ','))
    union all
    select id, name from auth_api_key
    order by name, id`.execute(db);
  return rows.map(({ id, name }) => ({ id, name: name ?? id }));
}
