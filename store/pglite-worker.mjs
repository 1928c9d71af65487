import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';

/*
 * PGlite in a thread of its own, so that a large select does not hold up the main loop. Plain JavaScript, because a worker
 * starts without the main thread's loaders. It answers one message per request, in any order; see pglite.ts for the other side.
 */

const { dataDir, imageFile } = workerData;
const image = imageFile ? { loadDataDir: new Blob([await readFile(imageFile)]) } : {};
const database = await PGlite.create(dataDir, { parsers: { [types.INT8]: Number }, ...image });
const port = parentPort;

/** @type {{ tx: import('@electric-sql/pglite').Transaction, commit: () => void, rollback: (why: Error) => void, ended: Promise<unknown> } | null} */
let open = null;

const ROLLED_BACK = new Error('rolled back');

/** Resolves when PGlite's one session is ours. */
function begin() {
  return new Promise((begun, failed) => {
    const ended = database.transaction(
      (tx) =>
        new Promise((commit, rollback) => {
          open = { tx, commit, rollback, ended };
          queueMicrotask(() => begun(null));
        }),
    );
    ended.catch(failed);
  });
}

async function commit() {
  const { commit: finish, ended } = open;
  open = null;
  finish();
  await ended;
}

async function rollback() {
  const { rollback: finish, ended } = open;
  open = null;
  finish(ROLLED_BACK);
  await ended.catch((error) => {
    if (error !== ROLLED_BACK) throw error;
  });
}

/** Without parameters a text may hold several statements, as with PostgreSQL's simple protocol; the last one's rows count. */
async function query({ sql, parameters, inTransaction }) {
  const handle = inTransaction ? open.tx : database;
  const results = parameters.length > 0 ? await handle.query(sql, parameters) : (await handle.exec(sql)).at(-1);
  return { rows: results?.rows ?? [], affectedRows: results?.affectedRows };
}

async function listen({ channel }) {
  await database.listen(channel, (payload) => port.postMessage({ channel, payload }));
}

async function close() {
  await database.close();
}

const operations = { begin, commit, rollback, query, listen, close };

/** Errors lose their fields when they are cloned: PostgreSQL's are sent as a plain object. */
function plain(error) {
  const { message, code, detail, constraint, table, column, severity } = error;
  return { message, code, detail, constraint, table, column, severity };
}

async function answer({ id, operation, ...args }) {
  try {
    port.postMessage({ id, result: await operations[operation](args) });
  } catch (error) {
    port.postMessage({ id, error: plain(error) });
  }
}

port.on('message', (request) => void answer(request));
port.postMessage({ ready: true });
