import { patched } from '@temporalio/workflow';
import { alsoHeld } from '../domain/call/call.ts';
import { legLabel } from '../domain/leg.ts';
import type { Actor, AttemptOutcome } from '../domain/words.ts';
import { endAttempt, planWrapUp } from './activities.ts';
import type { Case } from './case.ts';
import { now } from './case.ts';
import { endsWithTheCall } from './guests.ts';
import {
  agentDidNotAnswer,
  agentIsNotFree,
  cancel,
  connect,
  countTowardsMaximum,
  turnToTheCustomer,
  wrapUp,
} from './steps.ts';
import type { Rung } from './ring.ts';
import { ring, unlessItFails } from './ring.ts';

/** One attempt: the agent's telephone first, then the customer's, in one conference. */
export async function dial(c: Case): Promise<void> {
  await c.write();
  if (c.isUnheld) return letGo(c);
  const agent = await ringAgent(c);
  if (c.isUnheld) return letGo(c);
  if (agent.answered) await ringCustomer(c);
  else if (c.endWish) await leave(c, 'cancelled');
  else if (agent.outcome === 'no_answer' || agent.outcome === 'busy') agentDidNotAnswer(c);
  else await leave(c, 'failed', 'agent_not_reached');
}

/** An agent who has hung up by the time we know that they answered is not there any more. */
async function ringAgent(c: Case): Promise<Rung> {
  const label = legLabel('agent', c.state.attempt, 1);
  const rung = await ring(c, label, () => c.endWish !== null || c.isUnheld);
  const hasLeft = c.endWish !== null || c.leg(label).progress === 'ended';
  if (!rung.answered || !hasLeft) return rung;
  if (c.state.agentId) c.endWish ??= { type: 'user', id: c.state.agentId };
  return { answered: false, rang: true, outcome: 'cancelled' };
}

async function ringCustomer(c: Case): Promise<void> {
  const customer = await ring(c, turnToTheCustomer(c), () => c.endWish !== null);
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

/** Somebody wants the attempt to end: its legs are ended at once, beside whatever is being waited for. */
export function endCall(c: Case, actor: Actor): void {
  c.endWish ??= actor;
  void hangUp(c);
}

/** Ends every leg of the attempt, once. What the network does not hear of now, the sweep ends later. */
export function hangUp(c: Case): Promise<void> {
  c.hangingUp ??= endLegs(c);
  return c.hangingUp;
}

async function endLegs(c: Case): Promise<void> {
  if (c.isTravelling) await c.writeWhatTravels();
  const ended = await unlessItFails(() => endAttempt({ callbackId: c.id, attempt: c.state.attempt }));
  for (const label of ended?.voided ?? []) c.learn(label, { progress: 'ended', end: 'cancelled' });
}

/** Why a conversation is over whose agent did not come back. The customer was told that they will be called again, and will be. */
export const AGENT_LOST = 'agent_lost';

/** The attempt is over: the case stays with its agent for the route's time, after a conversation until Mark Done where it has none. */
export async function leave(c: Case, outcome: AttemptOutcome, reason: string | null = null): Promise<void> {
  await c.hangingUp;
  const endsAt = await endOfWrapUp(c, reason === AGENT_LOST ? 'failed' : outcome);
  endsWithTheCall(c);
  for (const release of c.call === null ? [] : alsoHeld(c.call)) c.apply({ release });
  wrapUp(c, outcome, endsAt, reason);
  if (c.cancelWish) cancel(c, c.cancelWish);
}

/** Callbacks that had their conversation in a release without a limit after calls go on without one. */
async function endOfWrapUp(c: Case, outcome: AttemptOutcome): Promise<string | null> {
  if (c.cancelWish !== null || (outcome === 'answered' && !patched('after-call-limit'))) return null;
  const { endsAt } = await planWrapUp({ callbackId: c.id, now: now(), outcome });
  return endsAt;
}
