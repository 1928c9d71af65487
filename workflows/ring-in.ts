import { condition, patched } from '@temporalio/workflow';
import type { Call } from '../domain/call/call.ts';
import { awaitedMembers } from '../domain/call/call.ts';
import { agentBack, dismiss, guestPickedUp, isLeftToTheGuest, memberBack, supervisorCame, whoBargedIn } from '../domain/call/moves.ts';
import { SYSTEM } from '../domain/words.ts';
import { apologise, endLeg, lookUpLeg } from './activities.ts';
import { endCall } from './attempt.ts';
import { partyLeft, supervisorDidNotCome, takeTheCall } from './call-steps.ts';
import type { Case } from './case.ts';
import { guestDidNotCome, guestHasCome } from './guests.ts';
import { goesOnWithoutAgent, inCompany } from './lost-agent.ts';
import type { Rung } from './ring.ts';
import { ring, unlessItFails } from './ring.ts';

/** How long an agent whose telephone was lost is rung anew, while the customer waits. */
const COME_BACK_WITHIN_MS = 30_000;

/** As long as it takes to say that we are sorry. */
const SAYING_SORRY_MS = 15_000;

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
  if (!rung.answered) guestDidNotCome(c, rung.outcome, SYSTEM);
  else if (!rung.saysWhoAnswers || (await isPerson(c, label))) guestHasCome(c);
  await c.write();
}

/**
 * Somebody outside has answered who would be alone with the customer: a machine is as good as nobody. The agent talks to them meanwhile,
 * and the customer waits. False: they do not have the call, and that has been said.
 */
async function isPerson(c: Case, label: string): Promise<boolean> {
  if (c.call !== null) c.keep(guestPickedUp(c.call));
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

/** The agent has half a minute to come back; then whoever else is or comes to the call has it, or the customer is told that we are sorry. */
async function ringAgentAgain(c: Case, label: string): Promise<void> {
  const isBack = await comesBack(c, label, () => c.call?.agent === label);
  const { call } = c;
  if (call === null || call.agent !== label || c.endWish !== null) return;
  if (!isBack) return loseCall(c, label);
  c.decide({ call: agentBack(call) }, { type: 'agent_back', actor: SYSTEM });
  await c.write();
}

/** As long has an agent who had joined in; then the others go on without them. */
async function ringMemberAgain(c: Case, label: string): Promise<void> {
  const isBack = await comesBack(c, label, () => c.call?.members[label] !== undefined);
  const { call } = c;
  const member = call?.members[label];
  if (!call || !member || c.endWish !== null) return;
  const { agentId, reservationId } = member;
  if (isBack) c.decide({ call: memberBack(call, label) }, { type: 'agent_back', actor: SYSTEM, data: { agentId } });
  else c.decide({ call: dismiss(call, label) }, { type: 'party_left', actor: SYSTEM, data: { label, reason: 'lost' } }, { release: reservationId });
  await c.write();
}

/** Rings whose telephone was lost. False: they have not come back in time, or are not wanted any more. */
async function comesBack(c: Case, label: string, isWanted: () => boolean): Promise<boolean> {
  const giveUpAt = Date.now() + COME_BACK_WITHIN_MS;
  const looksFirst = patched('who-came-back-is-looked-for');
  let isGivenUp = false;
  const isUnwanted = (): boolean => !isWanted() || c.endWish !== null || isGivenUp || (!looksFirst && Date.now() >= giveUpAt);
  const rung = await Promise.race([rungWhileWanted(c, label, isUnwanted), condition(() => false, COME_BACK_WITHIN_MS).then(() => null)]);
  const isBack = rung === null ? looksFirst && !isUnwanted() && (await hasComeUnheard(c, label)) : rung.answered;
  isGivenUp = !isBack;
  return isBack;
}

/** The agent may have come back while nobody of us was there to hear of it: the network is asked before they are given up. */
async function hasComeUnheard(c: Case, label: string): Promise<boolean> {
  const isHere = (): boolean => c.leg(label).progress === 'answered';
  if (!isHere()) await lookFor(c, label);
  return isHere();
}

/** What the network says of somebody, if it can be asked. */
async function lookFor(c: Case, label: string): Promise<void> {
  const seen = await unlessItFails(() => lookUpLeg({ callbackId: c.id, label }));
  if (seen) c.learn(label, seen.facts);
}

/** The agent does not come back: whoever else is or comes to the call has it, or the customer is told that we are sorry. */
async function loseCall(c: Case, label: string): Promise<void> {
  const { attempt } = c.state;
  const isOver = (): boolean => c.state.attempt !== attempt || c.status !== 'connected' || c.endWish !== null;
  if (isMemberRung(c)) await condition(() => !isMemberRung(c) || isOver());
  const { call } = c;
  if (call === null || call.agent !== label || isOver()) return;
  if (goesOnWithoutAgent(c, call) || goesToWhoBargedIn(c, call)) return c.write();
  if ((await hasHungUp(c, call)) || isOver()) return;
  await saySorry(c, call);
  if (isOver() && patched('an-apology-ends-its-own-call')) return;
  endCall(c, SYSTEM);
}

/** The customer may have hung up without our hearing of it: who has is promised nothing. */
async function hasHungUp(c: Case, { customer }: Call): Promise<boolean> {
  if (!patched('who-has-hung-up-is-promised-nothing')) return false;
  await lookFor(c, customer);
  return c.leg(customer).progress === 'ended';
}

/** Up to release 0.2.0 the customer was promised another call, and the callback was done all the same. */
async function saySorry(c: Case, { customer }: Call): Promise<void> {
  c.hasLostItsAgent = patched('who-was-promised-a-call-is-called');
  await unlessItFails(() => apologise({ callbackId: c.id, attempt: c.state.attempt }));
  await condition(() => c.leg(customer).progress === 'ended', SAYING_SORRY_MS);
}

function isMemberRung({ call }: Case): boolean {
  return call !== null && awaitedMembers(call).length > 0;
}

/** A supervisor who talks with the customer already has the call without its agent. */
function goesToWhoBargedIn(c: Case, call: Call): boolean {
  const label = whoBargedIn(call);
  if (label === null || !patched('who-barged-in-has-the-call')) return false;
  takeTheCall(c, call, label);
  return true;
}

/** Null: nobody wants it any more, or the conversation is over; its leg is ended. */
async function rungWhileWanted(c: Case, label: string, isUnwanted: () => boolean): Promise<Rung | null> {
  const isOver = (): boolean => isUnwanted() || c.status !== 'connected' || c.endWish !== null;
  const rung = await Promise.race([ring(c, label, isOver), condition(isOver).then(() => null)]);
  if (rung !== null && !isOver()) return hasGoneAgain(c, label, rung) ? GONE_AGAIN : rung;
  await unlessItFails(() => endLeg({ callbackId: c.id, label }));
  return null;
}

const GONE_AGAIN: Rung = { answered: false, rang: true, outcome: 'no_answer' };

/** Who has hung up by the time we hear that they answered has not come. Up to release 0.2.0 they were in the call all the same. */
function hasGoneAgain(c: Case, label: string, { answered }: Rung): boolean {
  return answered && c.leg(label).progress === 'ended' && patched('who-has-gone-again-has-not-come');
}
