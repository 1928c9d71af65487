import type { Log } from '../config/log.ts';
import { markStarted } from '../store/callback/intake.ts';
import type { Store } from '../store/open.ts';
import type { CallbackClient } from '../temporal/callbacks.ts';
import type { CallbackStart } from '../workflows/messages.ts';
import { atMost } from './patience.ts';

/** How long an answer waits for Temporal: the request is kept already, and the sweep starts what was not started. */
const START_PATIENCE_MS = 1000;

export interface StartDeps {
  readonly store: Pick<Store, 'db'>;
  readonly callbacks: Pick<CallbackClient, 'start'>;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Starts the workflow of a callback that was taken in, and waits for it no longer than a second: whoever asked is answered whether
 * or not Temporal is there. It never fails.
 */
export function startSoon(deps: StartDeps, callback: CallbackStart): Promise<void> {
  return atMostASecond(start(deps, callback, () => markStarted(deps.store.db, callback.callbackId)));
}

/**
 * The same for a callback that was re-opened. The workflow of its earlier life may not be closed yet, and would be taken for the new
 * one: so it counts as started only when the new one has claimed the row, and is the sweep's to start until then.
 */
export function startAnew(deps: StartDeps, callback: CallbackStart): Promise<void> {
  return atMostASecond(start(deps, callback, async () => undefined));
}

/** Waits for a start, but no longer than a second; it goes on by itself. `starting` never fails. */
export function atMostASecond(starting: Promise<void>): Promise<void> {
  return atMost(START_PATIENCE_MS, starting);
}

async function start({ callbacks, log }: StartDeps, callback: CallbackStart, mark: () => Promise<void>): Promise<void> {
  try {
    await callbacks.start(callback);
    await mark();
  } catch (error) {
    log.warn({ err: error, callbackId: callback.callbackId }, 'the sweep will start this callback');
  }
}
