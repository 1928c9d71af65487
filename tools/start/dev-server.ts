import { Connection } from '@temporalio/client';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../config/log.ts';
import { endWithUs } from '../end-with-us.ts';
import { Problem } from '../problem.mjs';
import { freePort } from './free-port.ts';
import { isRunning, readRecord, recordOf } from './process-identity.ts';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 5000;
const POLL_MS = 50;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const NAMESPACE = 'default';

export interface DevServer {
  /** `host:port`; it stays the same when the server is started again. */
  readonly address: string;
  stop(): Promise<void>;
}

export interface DevServerOptions {
  /** The executable of Temporal's command line. */
  readonly cliPath: string;
  /** Keeps the server's database, its log, and a note of its process. */
  readonly dataDir: string;
  readonly log: Log;
}

/**
 * Runs Temporal's dev server on free ports and waits until it answers. Should it die, it is started again; should we die, it is
 * ended; and one that an earlier start has left behind is ended first, since two must never open the same database.
 *
 * @throws {Problem} when it does not come up
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const record = join(options.dataDir, 'temporal.json');
  await endLeftOver(record);
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const stopping = new AbortController();
  const first = spawnServer(options, port, record);
  await untilReady(address, first, options.dataDir);
  const watching = keepRunning(first, () => spawnServer(options, port, record), options.log, stopping.signal);
  return {
    address,
    async stop() {
      stopping.abort();
      await watching;
      rmSync(record, { force: true });
    },
  };
}

/** The server of a start that was killed may still run, or be about to end. It is killed: its database survives that. */
async function endLeftOver(record: string): Promise<void> {
  const left = readRecord(record);
  if (!left) return;
  while (isRunning(left)) {
    try {
      process.kill(left.pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
    await delay(POLL_MS);
  }
}

/** The server's process, from its start on. */
export interface Running {
  readonly child: ChildProcess;
  readonly exit: Promise<unknown>;
}

/**
 * Starts the server's process and notes it in the file `record`. It is in a process group of its own, so that a Ctrl-C in the
 * terminal reaches us alone and we end it last.
 */
export function spawnServer({ cliPath, dataDir }: DevServerOptions, port: number, record: string): Running {
  const output = openSync(join(dataDir, 'temporal.log'), 'a');
  const child = spawn(cliPath, serverArguments(dataDir, port), { stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  const exit = once(child, 'exit').catch((error: unknown) => error);
  if (child.pid !== undefined) {
    writeFileSync(record, JSON.stringify(recordOf(child.pid)));
    const callOff = endWithUs(child.pid);
    void exit.then(callOff);
  }
  return { child, exit };
}

/**
 * The pragmas double the throughput and still survive a kill. One partition: whoever polls it is found at once. With eager execution a
 * worker that completes a workflow task is handed the activities it asks for in the same answer: a telephone rings sooner.
 */
function serverArguments(dataDir: string, port: number): string[] {
  const settings: [flag: string, value: string][] = [
    ['--log-level', 'error'],
    ['--ip', '127.0.0.1'],
    ['--port', String(port)],
    ['--db-filename', join(dataDir, 'temporal.db')],
    ['--sqlite-pragma', 'journal_mode=wal'],
    ['--sqlite-pragma', 'synchronous=normal'],
    ['--dynamic-config-value', 'matching.numTaskqueueReadPartitions=1'],
    ['--dynamic-config-value', 'matching.numTaskqueueWritePartitions=1'],
    ['--dynamic-config-value', 'system.enableActivityEagerExecution=true'],
  ];
  return ['server', 'start-dev', '--headless', ...settings.flat()];
}

/** Waits until the server answers. @throws {Problem} when it ends before, or does not come up in time. */
export async function untilReady(address: string, { child, exit }: Running, dataDir: string): Promise<void> {
  const ended = exit.then(() => true);
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await answers(address))) {
    const over = await Promise.race([ended, delay(POLL_MS, false)]);
    if (!over && Date.now() < giveUpAt) continue;
    child.kill('SIGKILL');
    throw new Problem(`Temporal’s dev server did not come up: its last words are in ${join(dataDir, 'temporal.log')}.`);
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 500 });
    try {
      await connection.withDeadline(Date.now() + 1000, () => connection.workflowService.describeNamespace({ namespace: NAMESPACE }));
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}

/** Starts the server again whenever it ends, after a pause that doubles while it keeps ending; stops it on the signal. */
async function keepRunning(first: Running, again: () => Running, log: Log, stop: AbortSignal): Promise<void> {
  let running = first;
  let pauseMs = FIRST_PAUSE_MS;
  for (;;) {
    const startedAt = Date.now();
    await endOn(stop, running);
    if (stop.aborted) return;
    if (Date.now() - startedAt > LONGEST_PAUSE_MS) pauseMs = FIRST_PAUSE_MS;
    log.error({ retryInMs: pauseMs }, 'Temporal’s dev server has ended; it is started again.');
    await delay(pauseMs, undefined, { signal: stop }).catch(() => undefined);
    if (stop.aborted) return;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    running = again();
  }
}

/** Waits for the server's end; once the signal comes, asks for it, and after a while sees to it. */
async function endOn(stop: AbortSignal, { child, exit }: Running): Promise<void> {
  const end = () => {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    void exit.then(() => clearTimeout(force));
  };
  if (stop.aborted) end();
  stop.addEventListener('abort', end, { once: true });
  await exit;
  stop.removeEventListener('abort', end);
}
