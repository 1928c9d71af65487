import { setTimeout as delay } from 'node:timers/promises';
import type { Status } from '../../domain/status.ts';
import type { Centre } from './centre.ts';

/** What takes longer is stuck. */
const STUCK_AFTER_MS = 60_000;
const POLL_MS = 10;
/** By then everybody has been told of what happened before, and has read it: hints are gathered for 10 ms, and by consoles for another 20. */
const QUIET_MS = 150;

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

/** Waits until a callback has come so far, and nobody is still to hear of it. */
export async function untilQuiet(centre: Centre, callbackId: string, status: Status): Promise<void> {
  await waitFor(centre, callbackId, untilStatus(centre, callbackId, status));
  await delay(QUIET_MS);
}

async function untilStatus({ machine }: Centre, callbackId: string, wanted: Status): Promise<void> {
  for (;;) {
    const { status } = await machine.ask<{ status: string }>('GET', `/v1/callbacks/${callbackId}`);
    if (status === wanted) return;
    await delay(POLL_MS);
  }
}

async function explain({ machine }: Centre, callbackId: string): Promise<never> {
  const { status, timeline } = await machine.ask<{ status: string; timeline: { type: string }[] }>('GET', `/v1/callbacks/${callbackId}`);
  throw new Error(`A callback is stuck: ${status} after ${timeline.map(({ type }) => type).join(', ')}.`);
}
