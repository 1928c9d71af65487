import { isLost } from '../domain/leg.ts';
import { enqueue } from '../store/outbox.ts';
import type { LegInContext, LegKey } from '../store/call/legs.ts';
import { factsOf, readLeg } from '../store/call/legs.ts';
import type { Db, LegRow } from '../store/tables.ts';
import { leftByItself } from '../telephony/twilio/index.ts';
import type { LegNews } from '../workflows/messages.ts';

/**
 * The others' legs end by themselves when the customer hangs up, and Twilio tells all ends in any order. Told the agent's first, the
 * workflow would hang up on a customer who has gone, or ring an agent for nobody; told a moment later, it has no need of it any more.
 */
const GOODBYE_MS = 500;

/** Writes for the callback's workflow what is known of a leg, all of it. */
export async function tellOfLeg(db: Db, key: LegKey): Promise<void> {
  const known = await readLeg(db, key);
  if (!known) return;
  const { leg } = known;
  const payload: LegNews = { label: leg.label, attempt: leg.attempt, facts: factsOf(leg), ...(wasLost(known) && { isLost: true }) };
  await enqueue(db, { callbackId: leg.callback_id, message: 'leg', payload, delayMs: isGoodbye(leg) ? GOODBYE_MS : 0 });
}

function isGoodbye({ role, progress, answered_at }: LegRow): boolean {
  return role !== 'customer' && progress === 'ended' && answered_at !== null;
}

/** Somebody outside who is not there any more is nobody's to ring again. */
function wasLost({ leg, to }: LegInContext): boolean {
  const { agent_id, call_end: end, answered_at, left_reason } = leg;
  return agent_id !== null && isLost({ end, wasAnswered: answered_at !== null, endpoint: to, leftByItself: leftByItself(left_reason) });
}
