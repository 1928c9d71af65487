import { patched } from '@temporalio/workflow';
import type { Call, Heir } from '../domain/call/call.ts';
import { heirOf } from '../domain/call/call.ts';
import { agentLost, coachesHeard, inherited, isLeftToTheGuest, isWithOthers, leftTo, leftToTheGuest, withNewLeg } from '../domain/call/moves.ts';
import type { Actor } from '../domain/words.ts';
import { SYSTEM } from '../domain/words.ts';
import type { Case } from './case.ts';
import { DIAL_WITHIN_MS } from './steps.ts';

/*
 * A conversation whose agent is not on the line any more, or leaves it.
 */

/** The agent's telephone has gone without their hanging up: it is rung anew, and a customer with whom nobody else talks waits with music. */
export function loseAgent(c: Case): void {
  const { call } = c;
  if (call?.wanted[call.agent] !== undefined) ringAnew(c, call);
}

/** Whoever the call was left to does not come: the agent who had hung up is rung for the customer who waits. */
export function ringWhoHadLeft(c: Case): void {
  const { call } = c;
  if (call !== null && call.guest === null && isLeftToTheGuest(call)) ringAnew(c, call);
}

function ringAnew(c: Case, before: Call): void {
  const { attempt, agentId } = c.state;
  const { label, call } = withNewLeg(before, 'agent', attempt);
  const intent = { label, attempt, role: 'agent', agentId, deadlineMs: DIAL_WITHIN_MS } as const;
  // Up to release 0.2.0 the customer waited with music, whoever was with them; later, only agents who had joined in talked on.
  const talksOn = isWithOthers(before) && patched(heirOf(before) === null ? 'whoever-is-left-talks-on' : 'who-is-left-talks-on');
  c.decide({ call: agentLost(call, label, { talksOn }) }, { type: 'agent_lost', actor: SYSTEM }, { intent });
}

/**
 * The agent has hung up. A member of their conference has the case from now on; whoever it is being transferred to is waited for without
 * them. False: nobody would be with the customer. Up to release 0.2.0 that ended the call for everybody.
 */
export function goesOnWithoutAgent(c: Case, call: Call): boolean {
  const { agentId } = c.state;
  const actor: Actor = agentId === null ? SYSTEM : { type: 'user', id: agentId };
  const heir = heirOf(call);
  const isTransfer = call.guest?.purpose === 'transfer';
  if ((heir === null && !isTransfer) || !patched('an-agent-may-leave')) return false;
  if (heir !== null) pass(c, heir, inherited(call, heir.label), actor);
  else c.decide({ call: leftToTheGuest(call) }, { type: 'party_left', actor, data: { label: call.agent, reason: 'hung_up' } });
  return true;
}

/**
 * The agent leaves their conference, which goes on. No patch guards it: up to release 0.2.0 it was refused on arrival (and a run that was
 * not open by then has no conversation), so that no history holds one.
 */
export function leaveConference(c: Case, call: Call, actor: Actor): void {
  const heir = heirOf(call);
  if (heir !== null) pass(c, heir, leftTo(call, heir.label), actor);
}

/** A member has the case from now on, and who had it is free. */
function pass(c: Case, { agentId, reservationId }: Heir, call: Call, actor: Actor): void {
  c.decide({ agentId, reservationId, call: heardByCoached(call) }, { type: 'transferred', actor, data: { agentId } }, { release: c.state.reservationId });
}

/** Who coaches goes on with whoever has the call. Up to release 0.2.0 they were heard by nobody where the agent before had been lost. */
export function heardByCoached(call: Call): Call {
  const heard = coachesHeard(call);
  return heard !== call && patched('coaches-are-heard-again') ? heard : call;
}
