import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createLog, type Log } from '../../config/log.ts';
import { open } from '../../store/open.ts';

/** What is written when `say` logs. */
function written(say: (log: Log) => void): string {
  const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'ringback.log');
  say(createLog('info', file));
  return readFileSync(file, 'utf8');
}

/** An error as PostgreSQL's driver throws it, by a real database. */
async function refusedRow(): Promise<unknown> {
  const store = await open({ dataDir: 'memory://' });
  try {
    await sql`create table customer (number text constraint short check (length(number) < 5))`.execute(store.db);
    return await sql`insert into customer values (${'+819012345678'})`.execute(store.db).catch((error: unknown) => error);
  } finally {
    await store.close();
  }
}

test('of a database’s error, the row that failed is not logged; its code, constraint and stack are', async () => {
  const error = await refusedRow();
  expect(JSON.stringify(error)).toContain('819012345678');
  const text = written((log) => log.error({ err: error }, 'failed'));
  expect(text).not.toContain('9012345678');
  expect(text).not.toContain('Failing row');
  expect(JSON.parse(text).err).toMatchObject({ code: '23514', constraint: 'short', message: expect.stringContaining('violates'), stack: expect.any(String) });
});

test('parameters, queries and contexts that hang on an error or its cause are not logged', () => {
  const cause = Object.assign(new Error('connection lost'), { code: 'ECONNRESET', parameters: ['secret'], query: 'secret', where: 'secret', hint: 'secret' });
  const text = written((log) => log.error({ err: Object.assign(new Error('failed', { cause }), { details: 'secret' }) }, 'failed'));
  expect(text).not.toContain('secret');
  expect(JSON.parse(text).err.cause).toMatchObject({ type: 'Error', message: 'connection lost', code: 'ECONNRESET' });
});

test('what looks like a telephone number is written nowhere: in messages, stacks, texts and fields', () => {
  const numbers = ['+1234567', '+819012345678', '+123456789012345'];
  const text = written((log) => {
    for (const number of numbers) {
      log.error(new Error(`cannot call ${number}`));
      log.info({ to: number, url: `/Calls?To=${encodeURIComponent(number)}` }, `calling ${number}`);
    }
  });
  expect(numbers.filter((number) => text.includes(number.slice(1)))).toEqual([]);
  expect(text).toContain('cannot call +…');
});

test('times, counts and ids stay as they are', () => {
  const text = written((log) => log.info({ callbackId: '0b1e12c4-1234567-89', at: '2026-11-21T06:58:44.123+09:00', count: 1234567890 }, 'done'));
  expect(JSON.parse(text)).toMatchObject({ callbackId: '0b1e12c4-1234567-89', at: '2026-11-21T06:58:44.123+09:00', count: 1234567890, msg: 'done' });
});

test('errors that cause each other, and what is no error at all, are logged all the same', () => {
  const circle = new Error('round');
  circle.cause = circle;
  const text = written((log) => {
    log.error({ err: circle }, 'failed');
    log.error({ err: { number: 'secret' } }, 'failed');
    log.error({ err: 'away' }, 'failed');
  });
  const [first, second, third] = text.trim().split('\n').map((line) => JSON.parse(line));
  expect([first.err.cause.message, second.err, third.err]).toEqual(['round', 'something that is no error was thrown', 'away']);
});
