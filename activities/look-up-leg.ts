import { conferenceName } from '../domain/leg.ts';
import type { LegFacts } from '../domain/leg.ts';
import { factsOf } from '../store/call/leg-news.ts';
import type { LegInContext, LegKey } from '../store/call/legs.ts';
import { giveUp, learnLeg, readLeg } from '../store/call/legs.ts';
import type { LegSeen, Telephony } from '../telephony/port.ts';
import type { ActivityDependencies } from './index.ts';

/** Twilio lets a telephone ring this much longer than asked. */
const RING_EXTRA_MS = 5_000;
/** How long a leg may have been queued at Twilio where its answer, which says so, was lost: we keep to the account's rate ourselves. */
const LOST_QUEUE_MS = 60_000;
const MARGIN_MS = 30_000;

/**
 * Asks the network about a leg nobody told us of. What it says counts as if it had called us, and a call that is to be ended is
 * ended now that its sid is known; what it does not know while the call could still ring proves nothing, and after that the leg
 * is given up.
 */
export async function lookUpLeg(
  { store, telephony }: Pick<ActivityDependencies, 'store' | 'telephony'>,
  key: LegKey,
): Promise<{ facts: LegFacts; settled: boolean }> {
  const known = await readLeg(store.db, key);
  if (!known) return { facts: NEVER_RANG, settled: true };
  if (known.leg.settled_at !== null) return { facts: factsOf(known.leg), settled: true };
  const seen = await look(telephony, key, known);
  if (seen) {
    const learnt = await learnLeg(store.db, { ...key, ...saidBy(seen) });
    const leg = learnt?.leg ?? known.leg;
    if (leg.end_wanted && leg.progress !== 'ended') await telephony.endCall(seen.callSid);
    return { facts: factsOf(leg), settled: leg.settled_at !== null };
  }
  const givenUp = await giveUp(store.db, key, windowMs(known));
  return { facts: factsOf(known.leg), settled: givenUp };
}

const NEVER_RANG: LegFacts = { progress: 'ended', end: 'cancelled', answeredBy: null };

async function look(telephony: Telephony, key: LegKey, { leg, policy, to }: LegInContext): Promise<LegSeen | null> {
  if (leg.call_sid !== null) return telephony.fetchLeg(leg.call_sid);
  const conference = conferenceName(key.callbackId, leg.attempt);
  const since = postedAt({ leg }).toISOString();
  return telephony.findLeg({ conference, label: key.label, to: to ?? '', from: policy.callerId, since });
}

function saidBy({ callSid, conferenceSid, progress, end, answeredBy }: LegSeen) {
  return { callSid, conferenceSid: conferenceSid ?? undefined, facts: { progress, end, answeredBy } };
}

/** After this time nothing that was posted can still ring. */
function windowMs({ leg, policy }: LegInContext): number {
  return (leg.queue_time_ms ?? LOST_QUEUE_MS) + policy.ringTimeoutS * 1000 + RING_EXTRA_MS + MARGIN_MS;
}

function postedAt({ leg }: Pick<LegInContext, 'leg'>): Date {
  return leg.posted_at ?? leg.intended_at;
}
