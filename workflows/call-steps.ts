import type { Call, Recording } from '../domain/call/call.ts';
import { dismiss as without, hold as held, isOnHold, left, leftBehind, supervise as supervised, takeOver } from '../domain/call/moves.ts';
import { SYSTEM } from '../domain/words.ts';
import type { Case } from './case.ts';
import { endInvitation, guestDidNotCome } from './guests.ts';
import { heardByCoached, inCompany, leaveConference } from './lost-agent.ts';
import type { Dismissal, HelpWish, Hold, RecordingWish, SupervisionWish, Tones } from './messages.ts';
import { telephoneOf } from './steps.ts';

/*
 * What agents and supervisors wish of a running conversation, each decided in one go: the conversation is wanted so from now on, and
 * conversation.ts brings it about. Saying the same twice changes nothing.
 */

export function hold(c: Case, { actor, hold: on }: Hold): void {
  const { call } = c;
  if (call === null || isOnHold(call) === on) return;
  c.decide({ call: held(call, on) }, { type: on ? 'held' : 'resumed', actor });
  if (!c.isAsking) c.letTravel();
}

export function tones(c: Case, { actor, token, count }: Tones): void {
  const { call } = c;
  if (call === null || call.tones.includes(token)) return;
  c.decide({ call: { ...call, tones: [...call.tones, token] } }, { type: 'tones_sent', actor, data: { token, count } });
}

export function record(c: Case, { actor, recording }: RecordingWish): void {
  const { call } = c;
  if (call === null || call.recording.wanted === recording) return;
  c.decide({ call: recorded(call, recording) }, { type: 'recording_changed', actor, data: { recording } });
}

function recorded(call: Call, wanted: Recording): Call {
  return { ...call, recording: { ...call.recording, wanted } };
}

export function askForHelp(c: Case, { actor, wanted }: HelpWish): void {
  const { call } = c;
  if (call === null || call.helpWanted === wanted) return;
  c.decide({ call: { ...call, helpWanted: wanted } }, { type: wanted ? 'help_wanted' : 'help_over', actor });
}

/** Somebody who joined in is to leave; of a guest it is the invitation that ends. The agent leaves also while their telephone is rung anew. */
export function dismiss(c: Case, { actor, label }: Dismissal): void {
  const { call } = c;
  if (call?.agent === label) return leaveConference(c, call, actor);
  if (call?.wanted[label] === undefined && call?.members[label] === undefined) return;
  if (call.guest?.label === label) return guestDidNotCome(c, 'ended', actor);
  c.decide({ call: inCompany(without(call, label)) }, { type: 'party_left', actor, data: { label, reason: 'dismissed' } }, { release: heldUnder(call, label) });
}

export function supervise(c: Case, { actor, supervisorId, how, reservationId }: SupervisionWish): void {
  const { call } = c;
  if (call === null) return;
  const known = Object.entries(call.supervisors).find(([, { agentId }]) => agentId === supervisorId);
  if (how === 'take_over') return known && takeTheCall(c, call, known[0]);
  const data = { supervisorId, how };
  if (how === null) {
    if (!known) return;
    const [label, supervisor] = known;
    return c.decide({ call: inCompany(without(call, label)) }, { type: 'supervised', actor, data }, { release: supervisor.reservationId });
  }
  if (known) {
    const [label, supervisor] = known;
    if (supervisor.how === how) return;
    return c.decide({ call: inCompany(supervised(call, label, { ...supervisor, how })) }, { type: 'supervised', actor, data });
  }
  if (reservationId !== null) ringSupervisor(c, call, { agentId: supervisorId, how, reservationId });
}

function ringSupervisor(c: Case, before: Call, supervisor: { agentId: string; how: 'listen' | 'coach' | 'barge'; reservationId: string }): void {
  const { label, call, intent } = telephoneOf(c, before, { role: 'supervisor', agentId: supervisor.agentId });
  c.keep(supervised(call, label, supervisor));
  c.apply({ confirm: supervisor.reservationId, intent });
}

/** The supervisor's telephone was not answered. */
export function supervisorDidNotCome(c: Case, label: string): void {
  const { call } = c;
  const supervisor = call?.supervisors[label];
  if (!call || !supervisor) return;
  c.keep(without(call, label));
  c.apply({ release: supervisor.reservationId });
}

export function takeTheCall(c: Case, before: Call, label: string): void {
  const supervisor = before.supervisors[label];
  if (supervisor?.isHere !== true) return;
  if (before.guest !== null) endInvitation(c, 'ended', { type: 'user', id: supervisor.agentId });
  const { agentId, reservationId } = supervisor;
  const release = c.state.reservationId;
  c.decide({ call: heardByCoached(takeOver(c.call ?? before, label)), agentId, reservationId }, { type: 'taken_over', actor: { type: 'user', id: agentId } }, { release });
}

/** The network says that somebody's telephone is not in the conversation any more. Agent and customer are conversation.ts's to miss. */
export function partyLeft(c: Case, label: string): void {
  const { call } = c;
  if (call === null || label === call.agent || label === call.customer || call.known[label] === undefined) return;
  if (call.guest?.label === label) {
    guestDidNotCome(c, 'left', SYSTEM);
    if (c.call !== null) c.keep(left(c.call, label));
    return;
  }
  const wasWanted = call.wanted[label] !== undefined;
  if (!wasWanted) return c.keep(left(call, label));
  c.decide({ call: leftBehind(call, label) }, { type: 'party_left', actor: SYSTEM, data: { label, reason: 'hung_up' } }, { release: heldUnder(call, label) });
}

function heldUnder({ members, supervisors }: Call, label: string): string | null {
  return (supervisors[label] ?? members[label])?.reservationId ?? null;
}
