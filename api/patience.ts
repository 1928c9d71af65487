import { setTimeout as delay } from 'node:timers/promises';

/** Waits for work, but no longer than this; it goes on by itself. `work` never fails. */
export async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const patience = new AbortController();
  const done = work.finally(() => patience.abort());
  await Promise.race([done, delay(ms, undefined, { signal: patience.signal }).catch(() => undefined)]);
}
