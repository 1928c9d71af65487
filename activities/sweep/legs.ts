import type { LegRow } from '../../store/tables.ts';
import { enqueue } from '../../store/outbox.ts';
import { legsToLookAt, markLooked } from '../../store/sweep.ts';
import type { LegNews } from '../../workflows/messages.ts';
import type { ActivityDependencies } from '../index.ts';
import { lookUpLeg } from '../look-up-leg.ts';
import { each } from './each.ts';

/** A leg asked for this long ago and not over is looked at, whatever we have been told of it. */
const OLDER_THAN_MS = 30_000;
const BATCH = 200;

/**
 * Asks the network about every leg that is not known to be over: after an outage the truth is there. What it says is written, and
 * told to the callback's workflow when it is news. A leg whose attempt is over has nobody on its line, and is ended. Answers how
 * many had changed.
 */
export async function reconcileLegs(dependencies: ActivityDependencies): Promise<number> {
  const { store, telephony } = dependencies;
  let changed = 0;
  await each(dependencies, await legsToLookAt(store.db, OLDER_THAN_MS, BATCH), async (leg) => {
    await markLooked(store.db, leg);
    const { facts, settled } = await lookUpLeg({ store, telephony }, { callbackId: leg.callback_id, label: leg.label });
    if (!settled && leg.attempt_is_over && leg.call_sid !== null) await telephony.endCall(leg.call_sid);
    if (!settled && facts.progress === leg.progress) return;
    await tell(dependencies, leg, facts);
    changed += 1;
  });
  return changed;
}

async function tell({ store }: ActivityDependencies, { callback_id, label, attempt }: LegRow, facts: LegNews['facts']): Promise<void> {
  await enqueue(store.db, { callbackId: callback_id, message: 'leg', payload: { label, attempt, facts } satisfies LegNews });
}
