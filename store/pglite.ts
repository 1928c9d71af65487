import { Worker } from 'node:worker_threads';
import type { PGliteDialectConfig } from 'kysely';

type PGlite = Exclude<PGliteDialectConfig['pglite'], (...args: never[]) => unknown>;
type Results = { rows: unknown[]; affectedRows?: number };

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { message: string; code?: string; constraint?: string };
  readonly ready?: boolean;
  readonly channel?: string;
  readonly payload?: string;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** PGlite as kysely's dialect wants it, living in a worker thread; and what `open` needs beside it. */
export interface RemotePGlite extends PGlite {
  listen(channel: string, heard: (payload: string) => void): Promise<void>;
}

/**
 * Starts PGlite on a folder (or `memory://`) in a worker thread. It has one session: kysely's dialect lets one transaction or
 * query in at a time, and the others wait.
 * @param imageFile a tar of such a folder, which a new database begins as
 * @throws when the folder cannot be opened as a database.
 */
export async function startPGlite(dataDir: string, imageFile?: string): Promise<RemotePGlite> {
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: { dataDir, imageFile }, execArgv: [] });
  const thread = new Thread(worker);
  await thread.ready;
  return {
    get ready() {
      return true;
    },
    waitReady: Promise.resolve(),
    get closed() {
      return thread.closed;
    },
    query: (sql, parameters) => thread.query(sql, parameters, false),
    transaction: (work) => thread.transaction(work),
    listen: (channel, heard) => thread.listen(channel, heard),
    close: () => thread.close(),
  } as RemotePGlite;
}

type Work<T> = (tx: { query: PGlite['query']; rollback(): Promise<void> }) => Promise<T>;

const noMatter = (): void => undefined;

class Thread {
  readonly ready: Promise<void>;
  closed = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, (payload: string) => void>();
  readonly #transactions = new Set<Promise<unknown>>();
  #lastId = 0;
  #hasStopped = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (answer: Answer) => (answer.ready ? resolve() : this.#hear(answer)));
      worker.on('error', (error) => this.#fail(error, reject));
      worker.on('exit', () => this.#fail(new Error('The database has stopped.'), reject));
    });
  }

  async query(sql: string, parameters: unknown[] = [], inTransaction: boolean): Promise<Results> {
    if (!inTransaction) this.#refuseWhenClosed();
    return (await this.#ask('query', { sql, parameters, inTransaction })) as Results;
  }

  async transaction<T>(work: Work<T>): Promise<T> {
    this.#refuseWhenClosed();
    const running = this.#run(work);
    const ended = running.then(noMatter, noMatter);
    this.#transactions.add(ended);
    void ended.then(() => this.#transactions.delete(ended));
    return running;
  }

  async #run<T>(work: Work<T>): Promise<T> {
    await this.#ask('begin');
    const query = ((sql: string, parameters?: unknown[]) => this.query(sql, parameters, true)) as PGlite['query'];
    try {
      const result = await work({ query, rollback: () => Promise.reject(new Error('Throw to roll back.')) });
      await this.#ask('commit');
      return result;
    } catch (error) {
      await this.#ask('rollback').catch(() => undefined);
      throw error;
    }
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<void> {
    this.#refuseWhenClosed();
    this.#listeners.set(channel, heard);
    await this.#ask('listen', { channel });
  }

  /** Takes nothing new; what is in a transaction ends first, as PGlite waits for it. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.#transactions);
    await this.#ask('close');
    await this.#worker.terminate();
  }

  #refuseWhenClosed(): void {
    if (this.closed) throw new Error('The database is closed.');
  }

  #ask(operation: string, args: object = {}): Promise<unknown> {
    if (this.#hasStopped) return Promise.reject(new Error('The database has stopped.'));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, operation, ...args });
    });
  }

  #hear({ id, result, error, channel, payload }: Answer): void {
    if (channel !== undefined) return this.#listeners.get(channel)?.(payload ?? '');
    const waiting = this.#waiting.get(id ?? 0);
    this.#waiting.delete(id ?? 0);
    if (error) waiting?.reject(Object.assign(new Error(error.message), error));
    else waiting?.resolve(result);
  }

  #fail(error: Error, reject: (error: Error) => void): void {
    this.closed = true;
    this.#hasStopped = true;
    reject(error);
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
