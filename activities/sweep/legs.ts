import { enqueue } from '../../store/outbox.ts';
import { unsettledLegs } from '../../store/legs.ts';
import type { LegNews } from '../../workflows/messages.ts';
import type { ActivityDependencies } from '../index.ts';
import { lookUpLeg } from '../look-up-leg.ts';

/** A leg asked for this long ago and not over is looked at, whatever we have been told of it. */
const OLDER_THAN_MS = 30_000;
const BATCH = 100;

/**
 * Asks the network about every leg that is not known to be over: after an outage the truth is there. What it says is written, and
 * told to the callback's workflow when it is news. Answers how many had changed.
 */
export async function reconcileLegs({ store, telephony }: ActivityDependencies): Promise<number> {
  let changed = 0;
  for (const leg of await unsettledLegs(store.db, OLDER_THAN_MS, BATCH)) {
    const { facts, settled } = await lookUpLeg({ store, telephony }, { callbackId: leg.callback_id, label: leg.label });
    if (!settled && facts.progress === leg.progress) continue;
    const payload: LegNews = { label: leg.label, attempt: leg.attempt, facts };
    await enqueue(store.db, { callbackId: leg.callback_id, message: 'leg', payload });
    changed += 1;
  }
  return changed;
}
