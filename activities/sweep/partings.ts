import type { Leaving } from '../../domain/call/first-to-leave.ts';
import { firstToHangUp } from '../../domain/call/first-to-leave.ts';
import type { RequestedStep } from '../../store/call/call-tables.ts';
import type { LiveConference } from '../../store/call/leg-seats.ts';
import { emptyConference } from '../../store/call/leg-seats.ts';
import { learnLeg, legsOf } from '../../store/call/legs.ts';
import { markAsked, partingsToAsk, stepsOf } from '../../store/call/partings.ts';
import type { LegRow } from '../../store/tables.ts';
import type { ConferenceSeen } from '../../telephony/port.ts';
import { HUNG_UP, leftByItself } from '../../telephony/twilio/index.ts';
import type { ActivityDependencies } from '../index.ts';
import { each } from './each.ts';

const BATCH = 200;

/**
 * Asks how conversations ended of which nobody has told us, once each, and writes who had put their telephone down first, as far as
 * that is certain.
 */
export async function settlePartings(dependencies: ActivityDependencies): Promise<void> {
  const { store } = dependencies;
  await each(dependencies, await partingsToAsk(store.db, BATCH), (conference) => settle(dependencies, conference));
}

async function settle({ store: { db }, telephony }: ActivityDependencies, key: LiveConference): Promise<void> {
  const { callbackId, attempt, conferenceSid } = key;
  const legs = (await legsOf(db, callbackId, attempt)).filter(wasInCall);
  if (legs.some(({ left_reason }) => leftByItself(left_reason) === true)) return markAsked(db, key);
  const seen = await telephony.fetchConference(conferenceSid, legs.map(({ call_sid }) => call_sid));
  // It will say so in a later round.
  if (seen?.end === null) return;
  const first = seen && firstOf(seen, legs, await stepsOf(db, key));
  // As the webhook does: why somebody left is written once, whoever says it first.
  if (first) await learnLeg(db, { callbackId, label: first.leg.label, facts: {}, party: { event: 'left', reason: HUNG_UP }, at: first.endedAt });
  await emptyConference(db, key, conferenceSid);
  await markAsked(db, key);
}

type InCall = LegRow & { readonly role: Leaving['role']; readonly call_sid: string };

function wasInCall(leg: LegRow): leg is InCall {
  return (leg.role === 'agent' || leg.role === 'customer') && leg.call_end === 'completed' && leg.call_sid !== null;
}

/** Nobody, where a call's end is not known: it may have been the first. */
function firstOf({ end, endedBy, endedAt }: ConferenceSeen, legs: readonly InCall[], steps: readonly RequestedStep[]): { leg: InCall; endedAt: Date } | null {
  const leavings = legs.flatMap((leg): Leaving[] => {
    const at = endedAt.get(leg.call_sid);
    return at ? [{ callSid: leg.call_sid, role: leg.role, endedAt: at, isOurDoing: isOurDoing(leg, steps) }] : [];
  });
  const first = end !== null && leavings.length === legs.length ? firstToHangUp(end, endedBy, leavings) : null;
  const leg = legs.find(({ call_sid }) => call_sid === first?.callSid);
  return first && leg ? { leg, endedAt: first.endedAt } : null;
}

/** We wanted it to end, or go on without us; or we took it out of the conference. A customer who hears that we are sorry outlasts it, and all in it. */
function isOurDoing({ label, end_wanted, let_go }: LegRow, steps: readonly RequestedStep[]): boolean {
  const wasTakenOut = steps.some((step) => step.type === 'apology' || (step.type === 'remove' && step.label === label));
  return end_wanted || let_go || wasTakenOut;
}
