import { tellOfLeg } from '../../matching/tell-of-leg.ts';
import type { LegRow } from '../../store/tables.ts';
import { legsToLookAt, markLooked, voidForgotten } from '../../store/sweep.ts';
import type { ActivityDependencies } from '../index.ts';
import { lookUpLeg } from '../look-up-leg.ts';
import { each } from './each.ts';

/** A leg asked for this long ago and not over is looked at, whatever we have been told of it. */
const OLDER_THAN_MS = 30_000;
const BATCH = 200;

/**
 * Asks the network about every leg that is not known to be over: after an outage the truth is there. A leg whose attempt is over has
 * nobody on its line, and is ended, unless it goes on without us. Answers how many had changed.
 */
export async function reconcileLegs(dependencies: ActivityDependencies): Promise<number> {
  const { store, telephony } = dependencies;
  let changed = await voidForgotten(store.db);
  await each(dependencies, await legsToLookAt(store.db, OLDER_THAN_MS, BATCH), async (leg) => {
    await markLooked(store.db, leg);
    const { settled, hasNews } = await lookAt(dependencies, leg);
    if (!settled && leg.attempt_is_over && !leg.let_go && leg.call_sid !== null) await telephony.endCall(leg.call_sid);
    if (hasNews) changed += 1;
  });
  return changed;
}

/** Asks the network about a leg. What it says is written, and told to the callback's workflow when it is news. */
export async function lookAt({ store, telephony }: ActivityDependencies, leg: LegRow): Promise<{ settled: boolean; hasNews: boolean }> {
  const key = { callbackId: leg.callback_id, label: leg.label };
  const { facts, settled } = await lookUpLeg({ store, telephony }, key);
  const hasNews = settled || facts.progress !== leg.progress;
  if (hasNews) await tellOfLeg(store.db, key);
  return { settled, hasNews };
}
