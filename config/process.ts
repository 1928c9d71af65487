import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from './log.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Tries until it works, and says so: a process that starts before what it depends on waits for it. Pauses double from a quarter
 * of a second to ten seconds.
 *
 * @param what for people: `Temporal`, `PostgreSQL`
 */
export async function untilThere<T>(what: string, log: Log, reach: () => Promise<T>): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      const reached = await reach();
      log.info(`${what} is there.`);
      return reached;
    } catch (error) {
      log.warn({ err: error, retryInMs: pauseMs }, `${what} is not there yet; trying again.`);
      await delay(pauseMs);
    }
  }
}

/** npm passes on a signal that the terminal has already sent to us: within this time it is the same Ctrl-C. */
const SAME_SIGNAL_MS = 1000;

/**
 * Stops the process in good order at the first SIGINT, SIGTERM or SIGHUP, and at once at the next one.
 *
 * @param stop ends everything the process began; then it exits with 0, or with 1 if `stop` fails
 * @param onFailure told what `stop` threw
 */
export function stopOnSignals(stop: () => Promise<void>, onFailure: (error: unknown) => void): void {
  let stoppingSince: number | null = null;
  const onSignal = () => {
    const now = Date.now();
    if (stoppingSince !== null) {
      if (now - stoppingSince > SAME_SIGNAL_MS) process.exit(130);
      return;
    }
    stoppingSince = now;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        onFailure(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
