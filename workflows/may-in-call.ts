import type { Action } from '../domain/allowed.ts';
import { isAllowed } from '../domain/allowed.ts';
import type { Call } from '../domain/call/call.ts';
import { heirOf, memberLabel } from '../domain/call/call.ts';
import { isWithOthers } from '../domain/call/moves.ts';
import type { Case } from './case.ts';
import { begin, refuse } from './may.ts';
import type { Dismissal, GuestWish, HelpWish, Hold, Invitation, InvitationAnswer, RecordingWish, Rejoining, SupervisionWish, Tones } from './messages.ts';

const GOES_ON_NO_MORE = 'There is no such conversation going on.';

/*
 * When something may be said to a conversation: while it goes on, and while nothing stands in the way. Who may say it is the API's
 * to know.
 */

export function hold(c: Case, said: Hold): void {
  const { guest } = conversation(c, 'hold', said);
  if (guest !== null && guest.purpose !== 'conference') refuse('somebody_is_asked', 'Somebody else is asked or consulted: swap, or end that first.');
}

export function tones(c: Case, said: Tones): void {
  conversation(c, 'tones', said);
}

export function invite(c: Case, said: Invitation): void {
  const { guest, asked } = conversation(c, 'invite', said);
  if (guest !== null && !asked.includes(said.targetId)) refuse('somebody_is_asked', 'Somebody else is asked or consulted already: end that first.');
}

export function answerInvitation(c: Case, { targetId, agentId }: InvitationAnswer): void {
  begin(c);
  const guest = c.call?.guest;
  if (!isAllowed('answerInvitation', c.status) || guest?.targetId !== targetId) refuse('invitation_over', 'This invitation is over.');
  if (guest?.agentId !== agentId) refuse('not_your_callback', 'Somebody else is asked.');
}

/** Whom one talks to, a conference and a transfer need a guest who is here; ending it does not. */
export function wish(c: Case, said: GuestWish): void {
  const { guest } = conversation(c, 'guest', said);
  if (guest?.targetId !== said.targetId) refuse('invitation_over', 'This consultation is over.');
  if (said.wish !== 'end' && guest?.phase !== 'here') refuse('wrong_state', 'They have not answered yet.');
}

/** The agent leaves by themselves, too: who has become the agent meanwhile is not sent away by whoever was it before. */
export function dismiss(c: Case, said: Dismissal): void {
  const call = conversation(c, 'dismiss', said);
  const { label, actor } = said;
  if (label === call.customer) refuse('wrong_state', 'The customer leaves by ending the call.');
  if (call.supervisors[label] !== undefined) refuse('wrong_state', 'A supervisor leaves by themselves.');
  if (label !== call.agent) return;
  if (actor.type !== 'user' || actor.id !== c.state.agentId) refuse('not_your_callback', 'The agent leaves by themselves.');
  if (heirOf(call) === null) refuse('wrong_state', 'No other agent is in the call: end it instead.');
}

export function record(c: Case, said: RecordingWish): void {
  const { recording } = conversation(c, 'recording', said);
  if (said.recording === 'paused' && recording.wanted === 'off') refuse('wrong_state', 'Nothing is being recorded.');
}

export function askForHelp(c: Case, said: HelpWish): void {
  conversation(c, 'help', said);
}

export function supervise(c: Case, said: SupervisionWish): void {
  const { supervisors } = conversation(c, 'supervise', said);
  const isHere = Object.values(supervisors).some(({ agentId, isHere: has }) => agentId === said.supervisorId && has);
  if (said.how === 'take_over' && !isHere) refuse('wrong_state', 'Listen in first: the call can be taken over when you are on the line.');
  if (c.state.agentId === said.supervisorId) refuse('wrong_state', 'This is your own call.');
}

export function rejoin(c: Case, said: Rejoining): void {
  const call = conversation(c, 'rejoin', said);
  const { agentId } = said;
  if (c.state.agentId !== agentId && memberLabel(call, agentId) === null) refuse('not_your_callback', 'Another agent has this callback in hand.');
}

/**
 * A call that is on its way to somebody outside is not ours to change any more. Asked on arrival alone: up to release 0.2.0 it could be
 * changed until its agent had left, and histories hold that.
 */
export function stillOurs({ call }: Case): void {
  if (call?.isLetGo === true) refuse('wrong_state', GOES_ON_NO_MORE);
}

/**
 * A customer who waits with music for an agent who is rung anew is not taken off hold, to hear nobody. Asked on arrival alone, for the
 * same reason.
 */
export function somebodyIsThere(c: Case): void {
  stillOurs(c);
  const { call } = c;
  if (call === null || call.wanted[call.agent] !== undefined || isWithOthers(call)) return;
  refuse('wrong_state', 'Your telephone is being rung again; the customer hears music until you are back.');
}

/** Nor is the customer turned to by an agent who is not there. The guest has the call, or a conference of it, all the same. */
export function maySwap(c: Case, { wish: wanted }: GuestWish): void {
  if (wanted === 'talk_to_customer') somebodyIsThere(c);
  else stillOurs(c);
}

/** The running conversation that is meant. */
function conversation(c: Case, action: Action, { attempt }: { readonly attempt: number }): Call {
  begin(c);
  const { call } = c;
  const isMeant = isAllowed(action, c.status) && c.endWish === null && attempt === c.state.attempt;
  if (!isMeant || call === null) return refuse('wrong_state', GOES_ON_NO_MORE);
  return call;
}
