import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { nameToPrepare } from './prepared.ts';

/** Statements of lists and reports may take this long; writes of the projection have less, see `within`. */
const STATEMENT_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** `bigint` as a number: ours are counters that stay far below 2^53. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/** Prepares what asks for it (prepared.ts). */
class Client extends pg.Client {
  override query = ((asked: unknown, ...rest: unknown[]) => {
    const name = typeof asked === 'string' ? nameToPrepare(asked) : undefined;
    const [values] = rest;
    return name === undefined ? this.#ask(asked, ...rest) : this.#ask({ name, text: asked, values });
  }) as pg.Client['query'];

  #ask(...asked: unknown[]): unknown {
    return (super.query as (...asked: unknown[]) => unknown)(...asked);
  }
}

/** A pool of connections. An idle connection that breaks is replaced; queries on it fail by themselves. */
export function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client,
    max: 20,
    types,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  return pool;
}

/**
 * The one connection that listens, made anew whenever it breaks. What was said meanwhile is lost, so that after a break every
 * channel hears an empty payload: anything may have changed.
 */
export class Listener {
  readonly #url: string;
  readonly #channels = new Map<string, (payload: string) => void>();
  #client: pg.Client | null = null;
  #connecting: Promise<void> | null = null;
  readonly #stopped = new AbortController();

  constructor(url: string) {
    this.#url = url;
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<void> {
    this.#channels.set(channel, heard);
    this.#connecting ??= this.#connect();
    await this.#connecting;
    await this.#client?.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  async close(): Promise<void> {
    this.#stopped.abort();
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    client.on('notification', ({ channel, payload }) => this.#channels.get(channel)?.(payload ?? ''));
    client.once('end', () => this.#reconnect(client));
    client.on('error', () => void client.end().catch(() => undefined));
    await client.connect();
    for (const channel of this.#channels.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    this.#client = client;
  }

  #reconnect(broken: pg.Client): void {
    if (this.#client !== broken) return;
    this.#client = null;
    this.#connecting = this.#tryUntilConnected();
  }

  async #tryUntilConnected(): Promise<void> {
    for (let waitMs = 100; !this.#stopped.signal.aborted; waitMs = Math.min(waitMs * 2, 5_000)) {
      await delay(waitMs, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
      if (this.#stopped.signal.aborted) return;
      try {
        await this.#connect();
        for (const heard of this.#channels.values()) heard('');
        return;
      } catch {
        // Still unreachable: wait longer.
      }
    }
  }
}
