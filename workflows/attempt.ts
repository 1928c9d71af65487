import { ActivityFailure, condition, isCancellation } from '@temporalio/workflow';
import type { PlacedLeg } from '../activities/contract.ts';
import { legLabel } from '../domain/leg.ts';
import type { LegEnd } from '../domain/leg.ts';
import type { Actor, AttemptOutcome } from '../domain/words.ts';
import { endAttempt, lookUpLeg, placeLeg, planWrapUp } from './activities.ts';
import type { Case } from './case.ts';
import { now } from './case.ts';
import {
  agentDidNotAnswer,
  agentIsNotFree,
  cancel,
  connect,
  countPlaced,
  countTowardsMaximum,
  turnToTheCustomer,
  wrapUp,
} from './steps.ts';

/** After a look at the network that settled nothing, how long until the next. */
const LOOK_AGAIN_MS = 10_000;

/** How ringing one telephone ended. `rang` is false where the network was never asked, or refused. */
type Rung = { readonly answered: true } | { readonly answered: false; readonly rang: boolean; readonly outcome: AttemptOutcome };

/** One attempt: the agent's telephone first, then the customer's, in one conference. */
export async function dial(c: Case): Promise<void> {
  await c.write();
  if (c.isUnheld) return letGo(c);
  const agent = await ringAgent(c);
  if (agent.answered) await ringCustomer(c);
  else if (c.endWish) await leave(c, 'cancelled');
  else if (agent.outcome === 'no_answer' || agent.outcome === 'busy') agentDidNotAnswer(c);
  else await leave(c, 'failed', 'agent_not_reached');
}

/** An agent who has hung up by the time we know that they answered is not there any more. */
async function ringAgent(c: Case): Promise<Rung> {
  const label = legLabel('agent', c.state.attempt, 1);
  const rung = await ring(c, label);
  const hasLeft = c.endWish !== null || c.leg(label).progress === 'ended';
  if (!rung.answered || !hasLeft) return rung;
  if (c.state.agentId) c.endWish ??= { type: 'user', id: c.state.agentId };
  return { answered: false, rang: true, outcome: 'cancelled' };
}

async function ringCustomer(c: Case): Promise<void> {
  const customer = await ring(c, turnToTheCustomer(c));
  if (customer.answered) return connect(c);
  if (!customer.rang && customer.outcome !== 'cancelled') countTowardsMaximum(c);
  await hangUp(c);
  await leave(c, customer.outcome);
}

/** The reservation had lapsed before it could be confirmed: the agent may be in another call, and is not rung. */
async function letGo(c: Case): Promise<void> {
  await hangUp(c);
  agentIsNotFree(c);
}

/** The conversation, until either side hangs up, somebody ends it, or it turns out to be with a machine. */
export async function talk(c: Case): Promise<void> {
  await c.write();
  const customer = legLabel('customer', c.state.attempt, 1);
  const agent = legLabel('agent', c.state.attempt, 1);
  const isOver = (label: string): boolean => c.leg(label).progress === 'ended';
  const isMachine = (): boolean => c.leg(customer).answeredBy === 'machine';
  await condition(() => isOver(customer) || isOver(agent) || isMachine() || c.endWish !== null);
  if (!isOver(customer)) await hangUp(c);
  await leave(c, isMachine() ? 'machine' : 'answered');
}

/** Asks for a leg until it is placed or settled, then waits for its answer. */
async function ring(c: Case, label: string): Promise<Rung> {
  await c.write();
  for (let asked = 0; c.endWish === null; asked += 1) {
    const placed = await place(c, label, asked);
    if (placed.result === 'not_placed') return { answered: false, rang: false, outcome: outcomeUnrung(c, placed) };
    if (placed.result !== 'not_yet') return hear(c, label, placed.settlesWithinMs);
    await condition(() => c.endWish !== null, placed.retryAfterMs);
  }
  return { answered: false, rang: false, outcome: 'cancelled' };
}

/** A leg that was voided because somebody wants the attempt to end did not fail. */
function outcomeUnrung(c: Case, { blocked }: { blocked: boolean }): AttemptOutcome {
  if (c.endWish !== null) return 'cancelled';
  return blocked ? 'blocked' : 'failed';
}

/**
 * Asks once for a leg. When the asking itself is lost (its worker died), it is safe to ask again: the compare-and-set on the
 * leg's row decides whether it was posted, and a leg that was is never posted again.
 */
async function place(c: Case, label: string, asked: number): Promise<PlacedLeg> {
  const placed = await unlessItFails(() => placeLeg({ callbackId: c.id, label }));
  return placed ?? { result: 'not_yet', retryAfterMs: Math.min(1_000 * 2 ** asked, LOOK_AGAIN_MS), reason: 'lost' };
}

/** Waits until the telephone is answered or the call is over; asks the network when nobody tells us in time. */
async function hear(c: Case, label: string, settlesWithinMs: number): Promise<Rung> {
  if (label.startsWith('customer')) count(c);
  const isSettled = (): boolean => ['answered', 'ended'].includes(c.leg(label).progress);
  let waitMs = settlesWithinMs;
  while (!(await condition(isSettled, waitMs))) {
    // What is heard while we ask is heard all the same.
    const seen = await Promise.race([unlessItFails(() => lookUpLeg({ callbackId: c.id, label })), condition(isSettled)]);
    if (seen) c.learn(label, seen.facts);
    if (seen?.settled && !isSettled()) return { answered: false, rang: true, outcome: 'unknown' };
    waitMs = LOOK_AGAIN_MS;
  }
  const { end } = c.leg(label);
  return end === null || end === 'completed' ? { answered: true } : { answered: false, rang: true, outcome: OUTCOME_OF[end] };
}

function count(c: Case): void {
  countPlaced(c);
  countTowardsMaximum(c);
}

/** What an activity answers; null when it could not be had: the network or the database cannot be reached. */
async function unlessItFails<T>(ask: () => Promise<T>): Promise<T | null> {
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

/** Somebody wants the attempt to end: its legs are ended at once, beside whatever is being waited for. */
export function endCall(c: Case, actor: Actor): void {
  c.endWish ??= actor;
  void hangUp(c);
}

/** Ends every leg of the attempt, once. What the network does not hear of now, the sweep ends later. */
function hangUp(c: Case): Promise<void> {
  c.hangingUp ??= endLegs(c);
  return c.hangingUp;
}

async function endLegs(c: Case): Promise<void> {
  const ended = await unlessItFails(() => endAttempt({ callbackId: c.id, attempt: c.state.attempt }));
  for (const label of ended?.voided ?? []) c.learn(label, { progress: 'ended', end: 'cancelled' });
}

/** The attempt is over: the case stays with its agent, for the route's time when nobody was reached. */
async function leave(c: Case, outcome: AttemptOutcome, reason: string | null = null): Promise<void> {
  await c.hangingUp;
  const isOver = outcome === 'answered' || c.cancelWish !== null;
  const endsAt = isOver ? null : (await planWrapUp({ callbackId: c.id, now: now(), outcome })).endsAt;
  wrapUp(c, outcome, endsAt, reason);
  if (c.cancelWish) cancel(c, c.cancelWish);
}
