import { setTimeout as delay } from 'node:timers/promises';
import type { Centre } from './centre.ts';

/** What takes longer is stuck. */
const STUCK_AFTER_MS = 60_000;

/**
 * Waits for something that is to become of a callback.
 *
 * @throws what went wrong at a desk; or, after a minute, where the callback is stuck
 */
export async function waitFor<T>(centre: Centre, callbackId: string, outcome: Promise<T>): Promise<T> {
  const patience = new AbortController();
  const stuck = delay(STUCK_AFTER_MS, undefined, { signal: patience.signal }).then(() => explain(centre, callbackId));
  try {
    return await Promise.race([outcome, centre.trouble, stuck]);
  } finally {
    patience.abort();
  }
}

async function explain({ machine }: Centre, callbackId: string): Promise<never> {
  const { status, timeline } = await machine.ask<{ status: string; timeline: { type: string }[] }>('GET', `/v1/callbacks/${callbackId}`);
  throw new Error(`A callback is stuck: ${status} after ${timeline.map(({ type }) => type).join(', ')}.`);
}
