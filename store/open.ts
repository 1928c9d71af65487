import { mkdir } from 'node:fs/promises';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { startPGlite } from './pglite.ts';
import { Listener, createPool } from './postgres.ts';
import type { Tables } from './tables.ts';

type Heard = (payload: string) => void;

/** The database, whichever it is. */
export interface Store {
  readonly kind: 'postgres' | 'pglite';
  readonly db: Kysely<Tables>;
  /**
   * Calls `heard` with the payload of every notification on the channel. An empty payload says that the connection was lost and
   * is back: anything may have changed. Answers how to stop.
   */
  listen(channel: string, heard: Heard): Promise<() => Promise<void>>;
  /** Ends every connection; queries after it fail. */
  close(): Promise<void>;
}

/**
 * PostgreSQL by its URL, or PGlite on a folder (made when missing; `memory://` keeps nothing). A new folder begins as the image, a tar
 * of another one, where one is given: making an empty database takes PGlite seconds, and reading one a fraction of a second.
 */
export type Place = { readonly url: string } | { readonly dataDir: string; readonly imageFile?: string };

/**
 * Opens the store. PostgreSQL is connected to by the first query; PGlite starts at once, in a worker thread.
 * @throws when PGlite cannot open the folder.
 */
export async function open(place: Place): Promise<Store> {
  return 'url' in place ? openPostgres(place.url) : openPGlite(place.dataDir, place.imageFile);
}

function openPostgres(url: string): Store {
  const pool = createPool(url);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const listener = new Listener(url);
  return {
    kind: 'postgres',
    db,
    listen: sharing((channel, heard) => listener.listen(channel, heard)),
    close: async () => {
      await listener.close();
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

async function openPGlite(dataDir: string, imageFile?: string): Promise<Store> {
  if (!dataDir.includes('://')) await mkdir(dataDir, { recursive: true });
  const pglite = await startPGlite(dataDir, imageFile);
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return {
    kind: 'pglite',
    db,
    listen: sharing((channel, heard) => pglite.listen(channel, heard)),
    close: async () => {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
    },
  };
}

/** Many listeners share a channel's one subscription, which lasts as long as the store. */
function sharing(subscribe: (channel: string, heard: Heard) => Promise<void>): Store['listen'] {
  const channels = new Map<string, { listeners: Set<Heard>; subscribed: Promise<void> }>();
  return async (channel, heard) => {
    const shared = channels.get(channel) ?? openChannel(channel);
    const mine: Heard = (payload) => heard(payload);
    shared.listeners.add(mine);
    await shared.subscribed;
    return async () => void shared.listeners.delete(mine);
  };

  function openChannel(channel: string) {
    const listeners = new Set<Heard>();
    const subscribed = subscribe(channel, (payload) => {
      for (const listener of listeners) listener(payload);
    });
    const made = { listeners, subscribed };
    channels.set(channel, made);
    subscribed.catch(() => channels.delete(channel));
    return made;
  }
}
