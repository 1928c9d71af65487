import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { Writable } from 'node:stream';
import { untilThere } from '../../config/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

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

describe('signals', () => {
  const script = `
    import { stopOnSignals } from './config/process.ts';
    stopOnSignals(() => process.argv[1] === 'stuck' ? new Promise(() => {}) : Promise.resolve(), () => {});
    setInterval(() => {}, 1000);
    process.stdout.write('ready');`;

  async function running(mode: string): Promise<{ child: ChildProcess; exit: Promise<unknown> }> {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, mode], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const exit = once(child, 'exit').then(([code]) => code);
    await once(child.stdout, 'data');
    return { child, exit };
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops in good order', async (signal) => {
    const { child, exit } = await running('quick');
    child.kill(signal);
    expect(await exit).toBe(0);
  });

  test('a Ctrl-C that npm repeats at once is the same one; a later one forces', async () => {
    const { child, exit } = await running('stuck');
    const since = Date.now();
    child.kill('SIGINT');
    const again = setInterval(() => child.kill('SIGINT'), 50);
    expect(await exit).toBe(130);
    clearInterval(again);
    expect(Date.now() - since).toBeGreaterThan(900);
  });
});
