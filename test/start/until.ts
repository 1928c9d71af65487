import { setTimeout as delay } from 'node:timers/promises';

/** Waits for a fact, asking every 50 ms if nothing else is said. */
export async function until(isSo: () => Promise<boolean> | boolean, withinMs = 30_000, everyMs = 50): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`It did not become so within ${withinMs} ms.`);
    await delay(everyMs);
  }
}
