import { patched } from '@temporalio/workflow';
import type { Call, Heir } from '../domain/call/call.ts';
import { heirOf, memberLabel } from '../domain/call/call.ts';
import { agentLost, coachesHeard, companyKept, inherited, isLeftToTheGuest, isWithOthers, leftTo, leftToTheGuest, memberLost } from '../domain/call/moves.ts';
import type { Actor } from '../domain/words.ts';
import { SYSTEM } from '../domain/words.ts';
import type { Case } from './case.ts';
import { isBeingEnded } from './case.ts';
import type { Rejoining } from './messages.ts';
import { telephoneOf } from './steps.ts';

/*
 * A conversation whose agent is not on the line any more, or leaves it.
 */

/**
 * The agent's telephone has gone without their hanging up: it is rung anew, and a customer with whom nobody else talks waits with music.
 * Up to release 0.2.0 so it was also while the legs of a call were being ended, and the new one was left over.
 */
export function loseAgent(c: Case): void {
  const { call } = c;
  if (call?.wanted[call.agent] === undefined) return;
  if (isBeingEnded(c, call) && patched('nobody-is-rung-for-a-call-that-ends')) return;
  ringAnew(c, call);
}

/**
 * The same of an agent who had joined in: they are waited for, and the others talk on. False: nobody had, with this label. Up to release
 * 0.2.0 they had to be asked in again.
 */
export function loseMember(c: Case, label: string): boolean {
  const { call } = c;
  const member = call?.members[label];
  if (!call || !member || call.wanted[label] === undefined || isBeingEnded(c, call) || !patched('who-joined-in-is-rung-anew')) return false;
  const { agentId } = member;
  const anew = telephoneOf(c, call, { role: 'target', agentId });
  c.decide({ call: memberLost(anew.call, label, anew.label) }, { type: 'agent_lost', actor: SYSTEM, data: { agentId } }, { intent: anew.intent });
  return true;
}

/** An agent's browser has come back without the telephone that it had, and can be rung. */
export function rejoin(c: Case, { agentId }: Rejoining): void {
  c.timesRejoined += 1;
  if (c.state.agentId === agentId) return loseAgent(c);
  const label = c.call && memberLabel(c.call, agentId);
  if (label !== null) loseMember(c, label);
}

/** Whoever the call was left to does not come: a member who has come back meanwhile has it, or the agent who had hung up is rung for the customer. */
export function ringWhoHadLeft(c: Case): void {
  const { call } = c;
  if (call === null || call.guest !== null || !isLeftToTheGuest(call)) return;
  const heir = heirOf(call);
  if (heir === null) ringAnew(c, call);
  else pass(c, heir, inherited(call, heir.label), SYSTEM);
}

function ringAnew(c: Case, before: Call): void {
  const { label, call, intent } = telephoneOf(c, before, { role: 'agent', agentId: c.state.agentId });
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

/** Up to release 0.2.0 a customer heard music beside others in the call while its agent was rung anew. */
export function inCompany(call: Call): Call {
  const kept = companyKept(call);
  return kept !== call && patched('company-is-kept') ? kept : call;
}

/** Who coaches goes on with whoever has the call. Up to release 0.2.0 they were heard by nobody where the agent before had been lost. */
export function heardByCoached(call: Call): Call {
  const heard = coachesHeard(call);
  return heard !== call && patched('coaches-are-heard-again') ? heard : call;
}
