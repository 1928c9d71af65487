import { conferenceName } from '../domain/leg.ts';
import type { LegFacts } from '../domain/leg.ts';
import { factsOf } from '../store/leg-news.ts';
import type { LegInContext, LegKey } from '../store/legs.ts';
import { learnLeg, readLeg, settle } from '../store/legs.ts';
import type { LegSeen, Telephony } from '../telephony/port.ts';
import type { ActivityDependencies } from './index.ts';

/** After this time nothing that was posted can still ring: Twilio's queue, the ring time-out, its 5 s and a margin. */
const WINDOW_MS = 120_000;

/**
 * Asks the network about a leg nobody told us of. What it says counts as if it had called us; what it does not know while the
 * call could still ring proves nothing, and after that the leg is given up.
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
    return { facts: factsOf(leg), settled: leg.settled_at !== null };
  }
  const mayStillRing = Date.now() - postedAt(known).getTime() < WINDOW_MS;
  if (!mayStillRing) await settle(store.db, key);
  return { facts: factsOf(known.leg), settled: !mayStillRing };
}

const NEVER_RANG: LegFacts = { progress: 'ended', end: 'cancelled', answeredBy: null };

async function look(telephony: Telephony, key: LegKey, { leg, route, to }: LegInContext): Promise<LegSeen | null> {
  if (leg.call_sid !== null) return telephony.fetchLeg(leg.call_sid);
  const conference = conferenceName(key.callbackId, leg.attempt);
  const since = postedAt({ leg }).toISOString();
  return telephony.findLeg({ conference, label: key.label, to: to ?? '', from: route.policy.callerId, since });
}

function saidBy({ callSid, conferenceSid, progress, end, answeredBy }: LegSeen) {
  return { callSid, conferenceSid: conferenceSid ?? undefined, facts: { progress, end, answeredBy } };
}

function postedAt({ leg }: Pick<LegInContext, 'leg'>): Date {
  return leg.posted_at ?? leg.intended_at;
}
