import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Which callbacks, agents, routes and contacts have changed: JSON of `Hint`. A hint only; readers read again. */
export const HINTS = 'ringback_hints';
/** Matching or the outbox has something to do. */
export const KICKS = 'ringback_kicks';

/** What has changed. */
export interface Hint {
  readonly callbackId?: string;
  readonly agentId?: string;
  readonly routeId?: string;
  readonly contactId?: string;
}

/** Tells the consoles, once the surrounding transaction has committed, that something is to be read again. */
export async function hint(db: Db, changed: Hint | 'everything'): Promise<void> {
  await sql`select pg_notify(${HINTS}, ${changed === 'everything' ? '' : JSON.stringify(changed)})`.execute(db);
}

/** The same of much at once, in one statement. */
export async function hintAll(db: Db, changed: readonly Hint[]): Promise<void> {
  if (changed.length > 0) await saying(changed).execute(db);
}

/** What says it, as part of a statement that does more. */
export function saying(changed: readonly Hint[]): RawBuilder<unknown> {
  const payloads = changed.map((hint) => JSON.stringify(hint));
  return sql`select pg_notify(${HINTS}, payload) from unnest(${payloads}::text[]) as changed (payload)`;
}

/** Wakes matching and the outbox once the surrounding transaction has committed. Kicks within one transaction are one. */
export async function kick(db: Db): Promise<void> {
  await sql`select pg_notify(${KICKS}, '')`.execute(db);
}

/** Reads a hint's payload. An empty one, after a lost connection, is a hint of everything: null. */
export function readHint(payload: string): Hint | null {
  return payload === '' ? null : (JSON.parse(payload) as Hint);
}
