import { patched } from '@temporalio/workflow';
import type { Call } from '../domain/call/call.ts';
import { agentLost, inherited, isLeftToTheGuest, leftToTheGuest, withNewLeg } from '../domain/call/moves.ts';
import type { Actor } from '../domain/words.ts';
import { SYSTEM } from '../domain/words.ts';
import type { Case } from './case.ts';
import { DIAL_WITHIN_MS } from './steps.ts';

/*
 * A conversation whose agent is not on the line any more.
 */

/** The agent's telephone has gone without their hanging up: the customer waits with music, and it is rung anew. */
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
  c.decide({ call: agentLost(call, label) }, { type: 'agent_lost', actor: SYSTEM }, { intent });
}

/**
 * The agent has hung up. A member of their conference has the case from now on; whoever it is being transferred to is waited for without
 * them. False: nobody would be with the customer. Up to release 0.2.0 that ended the call for everybody.
 */
export function goesOnWithoutAgent(c: Case, call: Call): boolean {
  const { agentId, reservationId: release } = c.state;
  const actor: Actor = agentId === null ? SYSTEM : { type: 'user', id: agentId };
  const [heir] = Object.keys(call.members);
  const member = heir === undefined ? undefined : call.members[heir];
  const isTransfer = call.guest?.purpose === 'transfer';
  if ((!member && !isTransfer) || !patched('an-agent-may-leave')) return false;
  if (heir !== undefined && member) {
    c.decide({ ...member, call: inherited(call, heir) }, { type: 'transferred', actor, data: { agentId: member.agentId } }, { release });
  } else {
    c.decide({ call: leftToTheGuest(call) }, { type: 'party_left', actor, data: { label: call.agent, reason: 'hung_up' } });
  }
  return true;
}
