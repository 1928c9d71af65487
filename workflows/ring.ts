import { ActivityFailure, condition, isCancellation, patched } from '@temporalio/workflow';
import type { PlacedLeg } from '../activities/contract.ts';
import type { LegEnd } from '../domain/leg.ts';
import type { AttemptOutcome } from '../domain/words.ts';
import { endLeg, lookUpLeg, placeLeg } from './activities.ts';
import type { Case } from './case.ts';
import { countPlaced, countTowardsMaximum } from './steps.ts';

/** After a look at the network that settled nothing, how long until the next. */
const LOOK_AGAIN_MS = 10_000;

/**
 * How ringing one telephone ended. `rang` is false where the network was never asked, or refused; `hasLeft`: it was answered, and they are
 * gone. `saysWhoAnswers`: see PlacedLeg.
 */
export type Rung =
  | { readonly answered: true; readonly saysWhoAnswers: boolean }
  | { readonly answered: false; readonly rang: boolean; readonly outcome: AttemptOutcome; readonly hasLeft?: true };

/** Rings somebody for a conversation as long as it goes on. Null: nobody wants it any more, or the conversation is over; its leg is ended. */
export async function rungWhileWanted(c: Case, label: string, isUnwanted: () => boolean): Promise<Rung | null> {
  const isOver = (): boolean => isUnwanted() || c.status !== 'connected' || c.endWish !== null;
  const rung = await Promise.race([ring(c, label, isOver), condition(isOver).then(() => null)]);
  if (rung !== null && !isOver()) return hasGoneAgain(c, label, rung) ? GONE_AGAIN : rung;
  await unlessItFails(() => endLeg({ callbackId: c.id, label }));
  return null;
}

const GONE_AGAIN: Rung = { answered: false, rang: true, outcome: 'no_answer', hasLeft: true };

/** Who has hung up by the time we hear that they answered has not come. Up to release 0.2.0 they were in the call all the same. */
function hasGoneAgain(c: Case, label: string, { answered }: Rung): boolean {
  return answered && c.leg(label).progress === 'ended' && patched('who-has-gone-again-has-not-come');
}

/** Asks for a leg until it is placed or settled, or unwanted by then; then waits for its answer. */
export async function ring(c: Case, label: string, isUnwanted: () => boolean): Promise<Rung> {
  await c.write();
  for (let asked = 0; !isUnwanted(); asked += 1) {
    const placed = await place(c, label, asked);
    if (placed.result === 'not_placed') return { answered: false, rang: false, outcome: outcomeUnrung(placed, isUnwanted()) };
    if (placed.result !== 'not_yet') return hear(c, label, placed);
    await condition(isUnwanted, placed.retryAfterMs);
  }
  return { answered: false, rang: false, outcome: 'cancelled' };
}

/** A leg that was voided because nobody wants it any more did not fail; nor did one whose agent has hung up, whether or not we know it yet. */
function outcomeUnrung({ blocked, isOver = false }: { blocked: boolean; isOver?: boolean }, isUnwanted: boolean): AttemptOutcome {
  if (isUnwanted || isOver) return 'cancelled';
  return blocked ? 'blocked' : 'failed';
}

/**
 * Asks once for a leg. When the asking itself is lost (its worker died), it is safe to ask again: the compare-and-set on the
 * leg's row decides whether it was posted, and a leg that was is never posted again.
 */
async function place(c: Case, label: string, timesAsked: number): Promise<PlacedLeg> {
  const step = c.takeAlong();
  const asked = { callbackId: c.id, label, ...(takesTheCall(c, label) && { takesTheCall: true }), ...(step && { step }) };
  const placed = await unlessItFails(() => placeLeg(asked));
  if (step) await c.hasArrived(step, placed?.projected ?? null);
  return placed ?? { result: 'not_yet', retryAfterMs: Math.min(1_000 * 2 ** timesAsked, LOOK_AGAIN_MS), reason: 'lost' };
}

/** Somebody outside is rung who is to have the call as soon as they answer. */
function takesTheCall({ call }: Case, label: string): boolean {
  const guest = call?.guest;
  return guest?.label === label && guest.purpose === 'transfer' && guest.agentId === null;
}

type Asked = Extract<PlacedLeg, { result: 'placed' | 'unknown' }>;

/** Waits until the telephone is answered or the call is over; asks the network when nobody tells us in time. */
async function hear(c: Case, label: string, placed: Asked): Promise<Rung> {
  if (label.startsWith('customer')) dialled(c, placed);
  const isSettled = (): boolean => ['answered', 'ended'].includes(c.leg(label).progress);
  let waitMs = placed.settlesWithinMs;
  while (!(await condition(isSettled, waitMs))) {
    // What is heard while we ask is heard all the same.
    const seen = await Promise.race([unlessItFails(() => lookUpLeg({ callbackId: c.id, label })), condition(isSettled)]);
    if (seen) c.learn(label, seen.facts);
    if (seen?.settled && !isSettled()) return { answered: false, rang: true, outcome: 'unknown' };
    waitMs = LOOK_AGAIN_MS;
  }
  const { end } = c.leg(label);
  const { saysWhoAnswers = false } = placed;
  return end === null || end === 'completed' ? { answered: true, saysWhoAnswers } : { answered: false, rang: true, outcome: OUTCOME_OF[end] };
}

/** The customer's telephone was dialled, or may have been. */
function dialled(c: Case, placed: Asked): void {
  countPlaced(c);
  countTowardsMaximum(c);
  if (placed.result === 'placed') c.recording = placed.recording ?? 'off';
}

/** What the network says of somebody, if it can be asked. */
export async function lookFor(c: Case, label: string): Promise<void> {
  const seen = await unlessItFails(() => lookUpLeg({ callbackId: c.id, label }));
  if (seen) c.learn(label, seen.facts);
}

/** What an activity answers; null when it could not be had: the network or the database cannot be reached. */
export async function unlessItFails<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    return null;
  }
}

const OUTCOME_OF: Readonly<Record<Exclude<LegEnd, 'completed'>, AttemptOutcome>> = {
  busy: 'busy',
  no_answer: 'no_answer',
  failed: 'failed',
  cancelled: 'cancelled',
};
