import { pino } from 'pino';
import { Writable } from 'node:stream';
import { untilThere } from '../../config/process.ts';

test('what is not there yet is tried again, saying so each time, until it is', async () => {
  const said: { msg: string; retryInMs?: number }[] = [];
  const log = pino(new Writable({ write: (line: Buffer, _encoding, done) => (said.push(JSON.parse(line.toString())), done()) }));
  let tries = 0;
  const reached = await untilThere('PostgreSQL', log, async () => {
    tries += 1;
    if (tries < 3) throw new Error('connection refused');
    return 'connected';
  });
  expect(reached).toBe('connected');
  expect(said.map(({ msg, retryInMs }) => [msg, retryInMs])).toEqual([
    ['PostgreSQL is not there yet; trying again.', 250],
    ['PostgreSQL is not there yet; trying again.', 500],
    ['PostgreSQL is there.', undefined],
  ]);
});
