import type { Call, Guest, InvitationPurpose } from '../../../domain/call/call.ts';
import { begin, nextStep, stepDone } from '../../../domain/call/call.ts';
import * as moves from '../../../domain/call/moves.ts';

/*
 * Conversations as they come about, for the tests of what may become of them.
 */

export const AGENT = 'agent-1-1';
export const CUSTOMER = 'customer-1-1';
/** Of the first who is asked in. */
export const GUEST = 'target-1-2';
/** The same, of a supervisor. */
export const SUPERVISOR = 'supervisor-1-2';
export const MORI = { agentId: 'mori', reservationId: 'held-mori' };

/** An agent and a customer. */
export const CALL = begin(AGENT, CUSTOMER);

/** Somebody who is asked in. */
export function guest(purpose: InvitationPurpose, agentId: string | null = 'mori'): Guest {
  const reservationId = agentId && `held-${agentId}`;
  return { targetId: 't', purpose, phase: 'asked', agentId, reservationId, label: null, deadlineAt: null, soughtUntil: null };
}

/** The conversation once everything that is wanted has been carried out, and in which steps. */
export function carriedOut(call: Call): { call: Call; steps: string[] } {
  const steps: string[] = [];
  let now = call;
  for (let step = nextStep(now); step; step = nextStep(now)) {
    steps.push('label' in step ? `${step.type} ${step.label} ${JSON.stringify('change' in step ? step.change : {})}` : step.type);
    now = stepDone(now, step);
  }
  return { call: now, steps };
}

/** A guest who was asked in and has answered. */
export function withGuest(purpose: InvitationPurpose, agentId: string | null = 'mori', from: Call = CALL): Call {
  const asking = carriedOut(moves.invite(from, guest(purpose, agentId))).call;
  const { label, call } = moves.withNewLeg(asking, 'target', 1);
  return moves.guestAnswered(moves.follow(call, { phase: 'ringing', label }));
}

/** A supervisor takes part. */
export function supervised(how: 'listen' | 'coach' | 'barge', from: Call = CALL): Call {
  const { label, call } = moves.withNewLeg(from, 'supervisor', 1);
  return carriedOut(moves.supervisorCame(moves.supervise(call, label, { ...MORI, how }), label)).call;
}
