import { sql } from 'kysely';
import { OPEN_STATUSES } from '../../domain/status.ts';
import type { Store } from '../../store/open.ts';
import { within } from '../../store/transaction.ts';
import type { KnownContact } from './customers.ts';
import { STATEMENT_TIMEOUT_MS } from './rows.ts';

/*
 * What stands in a store before it is seeded, and what is left to do with it after.
 */

/** How many callbacks there are. */
export async function countCallbacks({ db }: Store): Promise<number> {
  const { callbacks } = await db.selectFrom('callback').select(({ fn }) => fn.countAll<number>().as('callbacks')).executeTakeFirstOrThrow();
  return callbacks;
}

/** One callback per route and number is open: these are taken. */
export async function openKeys({ db }: Store): Promise<Set<string>> {
  const rows = await db.selectFrom('callback').select(['route_id', 'number']).where('status', 'in', OPEN_STATUSES).execute();
  return new Set(rows.map(({ route_id, number }) => `${route_id} ${number}`));
}

/** By number: a number is one contact's only. */
export async function knownContacts({ db }: Store): Promise<Map<string, KnownContact>> {
  const rows = await db
    .selectFrom('contact_number')
    .innerJoin('contact', 'contact.id', 'contact_number.contact_id')
    .select(['contact_number.number', 'contact.id', 'contact.name', 'contact.time_zone as timeZone'])
    .execute();
  return new Map(rows.map(({ number, ...contact }) => [number, contact]));
}

/** What had been asked for at the numbers of contacts before these were made. */
export async function attachEarlier({ db }: Store): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await within(tx, STATEMENT_TIMEOUT_MS);
    await sql`
      update callback set contact_id = contact_number.contact_id from contact_number
      where contact_number.number_hash = callback.number_hash and callback.contact_id is null`.execute(tx);
  });
}

/** Each has one callback in hand at most. */
export async function busyAgents({ db }: Store): Promise<Set<string>> {
  const rows = await db.selectFrom('reservation').select('agent_id').where('released_at', 'is', null).execute();
  return new Set(rows.map(({ agent_id }) => agent_id));
}

/** The database learns what its tables hold now, as it would by itself in time. */
export async function takeStock({ db }: Store): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select set_config('statement_timeout', '0', false)`.execute(connection);
    for (const table of ['callback', 'callback_event', 'case_event', 'case_note', 'reservation', 'attempt', 'contact', 'contact_number', 'contact_address']) {
      await sql`vacuum analyze ${sql.table(table)}`.execute(connection);
    }
    await sql`reset statement_timeout`.execute(connection);
  });
}
