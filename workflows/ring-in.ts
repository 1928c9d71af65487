import { condition } from '@temporalio/workflow';
import { awaitedMembers } from '../domain/call/call.ts';
import { guestPickedUp, isLeftToTheGuest, supervisorCame } from '../domain/call/moves.ts';
import { SYSTEM } from '../domain/words.ts';
import { partyLeft, supervisorDidNotCome } from './call-steps.ts';
import type { Case } from './case.ts';
import { ringAgentAgain, ringMemberAgain } from './come-back.ts';
import { guestDidNotCome, guestHasCome } from './guests.ts';
import { inCompany } from './lost-agent.ts';
import { rungWhileWanted } from './ring.ts';

/**
 * How long whoever is to have the call waits to be taken for a person. Twilio knows a greeting from a sentence within four seconds, and
 * a silence after five; the rest is for its word to reach us. Nobody is kept from a person by a word that is lost.
 */
const SAID_WHO_WITHIN_MS = 8_000;

/** Rings everybody the conversation wants and who is not being rung yet; what comes of it is heard in its own time. */
export function ringWhoIsWanted(c: Case): void {
  const { call } = c;
  if (call === null) return;
  if (call.guest?.phase === 'ringing' && call.guest.label !== null) once(c, call.guest.label, ringGuest);
  for (const [label, { isHere }] of Object.entries(call.supervisors)) if (!isHere) once(c, label, ringSupervisor);
  for (const label of awaitedMembers(call)) once(c, label, ringMemberAgain);
  if (call.wanted[call.agent] === undefined && !call.isLetGo && !isLeftToTheGuest(call)) once(c, call.agent, ringAgentAgain);
}

function once(c: Case, label: string, begin: (c: Case, label: string) => Promise<void>): void {
  if (c.rung.has(label)) return;
  c.rung.add(label);
  void begin(c, label);
}

async function ringGuest(c: Case, label: string): Promise<void> {
  const isUnwanted = (): boolean => c.call?.guest?.label !== label;
  const rung = await rungWhileWanted(c, label, isUnwanted);
  if (rung === null) return;
  if (!rung.answered) guestDidNotCome(c, rung.hasLeft ? 'left' : rung.outcome, SYSTEM);
  else if (!rung.saysWhoAnswers || (await isPerson(c, label))) guestHasCome(c);
  await c.write();
}

/**
 * Somebody outside has answered who would be alone with the customer: a machine is as good as nobody. The agent talks to them meanwhile,
 * and the customer waits. False: they do not have the call, and that has been said.
 */
async function isPerson(c: Case, label: string): Promise<boolean> {
  if (c.call !== null) c.keep(guestPickedUp(c.call));
  // Up to release 0.2.0 who had gone by then had come this far.
  if (c.leg(label).progress === 'ended') partyLeft(c, label);
  const isOver = (): boolean => c.call?.guest?.label !== label || c.status !== 'connected' || c.hangingUp !== null;
  await condition(() => isOver() || c.leg(label).answeredBy !== null, SAID_WHO_WITHIN_MS);
  if (isOver()) return false;
  if (c.leg(label).answeredBy !== 'machine') return true;
  guestDidNotCome(c, 'machine', SYSTEM);
  return false;
}

async function ringSupervisor(c: Case, label: string): Promise<void> {
  const isUnwanted = (): boolean => c.call?.supervisors[label] === undefined;
  const rung = await rungWhileWanted(c, label, isUnwanted);
  const { call } = c;
  if (rung === null || call === null) return;
  const supervisor = call.supervisors[label];
  if (supervisor === undefined) return;
  const data = { supervisorId: supervisor.agentId, how: supervisor.how };
  if (rung.answered) c.decide({ call: inCompany(supervisorCame(call, label)) }, { type: 'supervised', actor: SYSTEM, data });
  else supervisorDidNotCome(c, label);
  await c.write();
}
