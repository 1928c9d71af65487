import { setTimeout as sleep } from 'node:timers/promises';
import { conferenceName } from '../domain/leg.ts';
import type { Leave } from '../store/call/leg-post.ts';
import type { LegInContext, LegKey } from '../store/call/legs.ts';
import { readLeg, recordNotSent, recordPlaced, recordRejected, recordUnknown, takeSlotAndPost, writeAndTakeSlot } from '../store/call/legs.ts';
import type { LegRequest, PlaceResult } from '../telephony/port.ts';
import type { PlacedLeg, TelephonyActivities } from './contract.ts';
import type { ActivityDependencies } from './index.ts';

/** How long an activity may wait for a slot itself; a longer wait goes back to the workflow as "not yet". */
const PATIENCE_MS = 5_000;
/** Between the compare-and-set and the request: longer, and this process has been asleep. */
const POST_WITHIN_MS = 2_000;
/** Twilio adds 5 s to every ring time-out; the rest is for its callback to reach us. */
const SETTLING_MS = 10_000;
/** The longest a call may last, so that no leg outlives us for ever. */
const TIME_LIMIT_S = 4 * 3600;
const NOT_SENT_RETRY_MS = 2_000;

/** The leg that is asked for, and whether whoever answers has the call then. */
type Asked = LegKey & { readonly takesTheCall?: boolean };

/** A leave, and when it was asked for: a commit that hangs counts against the time there is to post. */
type Given = Leave & { readonly givenAt: number };

/**
 * Posts an intended leg, at most once in its life: the compare-and-set to `posting` takes its slot and happens immediately before
 * the request. Asking again for a leg that was posted answers what is known of it. A step that intends the leg is written first;
 * where it does not hold, nothing is posted.
 */
export async function placeLeg(
  dependencies: ActivityDependencies,
  { step, ...key }: Parameters<TelephonyActivities['placeLeg']>[0],
): ReturnType<TelephonyActivities['placeLeg']> {
  if (!step) return post(dependencies, key, await takeSlotPatiently(dependencies, key, await ask(dependencies, key)));
  const givenAt = performance.now();
  const { projected, leave } = await writeAndTakeSlot(dependencies.store.db, step, key);
  if (leave === null) return { result: 'not_yet', retryAfterMs: 0, reason: 'not_held', projected };
  return { ...(await post(dependencies, key, await takeSlotPatiently(dependencies, key, { ...leave, givenAt }))), projected };
}

async function post(dependencies: ActivityDependencies, key: Asked, leave: Given): Promise<PlacedLeg> {
  const { store, telephony } = dependencies;
  if (leave.result === 'not_yet') return leave;
  if (leave.result === 'no') return whatBecameOf(dependencies, key);
  if (performance.now() - leave.givenAt > POST_WITHIN_MS) {
    await recordNotSent(store.db, key);
    return { result: 'not_yet', retryAfterMs: 0, reason: 'late' };
  }
  const request = requestFor(leave, key);
  const placed = await record(dependencies, key, request, await telephony.placeLeg(request));
  return placed.result === 'placed' ? { ...placed, recording: leave.policy.recording } : placed;
}

/** Waits a little for the account's next slot, rather than spend the workflow's history on it. */
async function takeSlotPatiently(dependencies: ActivityDependencies, key: LegKey, first: Given): Promise<Given> {
  const giveUpAt = first.givenAt + PATIENCE_MS;
  let leave = first;
  while (leave.result === 'not_yet' && leave.reason !== 'number_in_use' && leave.givenAt + leave.retryAfterMs <= giveUpAt) {
    await sleep(leave.retryAfterMs);
    leave = await ask(dependencies, key);
  }
  return leave;
}

async function ask({ store }: ActivityDependencies, key: LegKey): Promise<Given> {
  const givenAt = performance.now();
  return { ...(await takeSlotAndPost(store.db, key)), givenAt };
}

function requestFor(leave: Extract<Leave, { result: 'post' }>, asked: Asked): LegRequest {
  const { leg, language, policy, conferenceSid, to } = leave;
  const { callerId, ringTimeoutS, languages } = policy;
  return {
    callbackId: leg.callback_id,
    attempt: leg.attempt,
    label: leg.label,
    role: leg.role,
    to,
    from: callerId,
    conference: conferenceSid ?? conferenceName(leg.callback_id, leg.attempt),
    ringTimeoutS,
    timeLimitS: TIME_LIMIT_S,
    machineDetection: looksForMachine(leave, asked),
    language: language ?? languages[0] ?? 'en',
  };
}

/** Looking costs money for each call: whom an agent talks to first, in a consultation or a conference, they hear for themselves. */
function looksForMachine({ leg, policy }: Pick<LegInContext, 'leg' | 'policy'>, { takesTheCall = false }: Asked): boolean {
  return policy.machineDetection && (leg.role === 'customer' || takesTheCall);
}

async function record(
  { store, telephony }: ActivityDependencies,
  key: LegKey,
  request: LegRequest,
  answer: PlaceResult,
): Promise<PlacedLeg> {
  const settlesWithinMs = request.ringTimeoutS * 1000 + SETTLING_MS;
  const saysWhoAnswers = request.machineDetection;
  switch (answer.result) {
    case 'placed': {
      const recorded = await recordPlaced(store.db, { ...key, ...answer });
      if (!recorded || recorded.endWanted || recorded.wasSettled) await telephony.endCall(answer.callSid);
      return { result: 'placed', settlesWithinMs: settlesWithinMs + answer.queueTimeMs, saysWhoAnswers };
    }
    case 'not_sent':
      await recordNotSent(store.db, key);
      return { result: 'not_yet', retryAfterMs: NOT_SENT_RETRY_MS, reason: answer.reason };
    case 'rejected':
      await recordRejected(store.db, { ...key, errorCode: answer.code });
      return { result: 'not_placed', reason: answer.reason, blocked: answer.blocked, isOver: answer.isOver };
    case 'unknown':
      await recordUnknown(store.db, key);
      return { result: 'unknown', settlesWithinMs, saysWhoAnswers };
  }
}

/** The leg is not ours to post: it was posted before (by a worker that died, say), or must not be. */
async function whatBecameOf({ store }: ActivityDependencies, key: Asked): Promise<PlacedLeg> {
  const known = await readLeg(store.db, key);
  const state = known?.leg.state ?? 'void';
  const saysWhoAnswers = known !== null && looksForMachine(known, key);
  switch (state) {
    case 'placed':
      return { result: 'placed', settlesWithinMs: SETTLING_MS, saysWhoAnswers };
    case 'posting':
    case 'unknown':
      return { result: 'unknown', settlesWithinMs: SETTLING_MS, saysWhoAnswers };
    case 'intended':
      return { result: 'not_yet', retryAfterMs: NOT_SENT_RETRY_MS, reason: state };
    case 'rejected':
    case 'void':
      return { result: 'not_placed', reason: state, blocked: false };
  }
}
