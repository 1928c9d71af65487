import { condition, patched } from '@temporalio/workflow';
import type { Call } from '../domain/call/call.ts';
import { awaitedMembers } from '../domain/call/call.ts';
import { agentBack, agentSought, dismiss, memberBack, memberSought, whoBargedIn } from '../domain/call/moves.ts';
import type { LegRole } from '../domain/leg.ts';
import { SYSTEM } from '../domain/words.ts';
import { apologise, endLeg } from './activities.ts';
import { endCall } from './attempt.ts';
import { takeTheCall } from './call-steps.ts';
import type { Case } from './case.ts';
import { isBeingEnded } from './case.ts';
import { goesOnWithoutAgent } from './lost-agent.ts';
import { lookFor, rungWhileWanted, unlessItFails } from './ring.ts';
import { telephoneOf } from './steps.ts';

/*
 * An agent whose telephone was lost is rung until they are back, or half a minute is over.
 */

/** How long somebody whose telephone was lost is rung anew, while the customer waits. */
const COME_BACK_WITHIN_MS = 30_000;

/** A browser that is being loaded anew cannot be rung: it says when it can be, or is tried again after this time. */
const RING_AGAIN_MS = 5_000;

/** What is left of the half minute when a last ring is worth it: a browser answers by itself. */
const RING_AT_LEAST_MS = 1_000;

/** As long as it takes to say that we are sorry. */
const SAYING_SORRY_MS = 15_000;

/** Whose telephone was lost: the agent's, or that of one who had joined in. */
interface Lost {
  readonly role: LegRole;
  readonly agentId: (c: Case, label: string) => string | null;
  readonly isSought: (call: Call, label: string) => boolean;
  /** The conversation that looks for them by another label. */
  readonly sought: (call: Call, label: string, anew: string) => Call;
}

const AGENT: Lost = {
  role: 'agent',
  agentId: ({ state }) => state.agentId,
  isSought: ({ agent }, label) => agent === label,
  sought: (call, _label, anew) => agentSought(call, anew),
};

const MEMBER: Lost = {
  role: 'target',
  agentId: ({ call }, label) => call?.members[label]?.agentId ?? null,
  isSought: ({ members }, label) => members[label] !== undefined,
  sought: memberSought,
};

/** The agent has half a minute to come back; then whoever else is or comes to the call has it, or the customer is told that we are sorry. */
export async function ringAgentAgain(c: Case, first: string): Promise<void> {
  const { label, isBack } = await comesBack(c, first, AGENT);
  const { call } = c;
  if (call === null || call.agent !== label || c.endWish !== null) return;
  if (!isBack) return loseCall(c, label);
  c.decide({ call: agentBack(call) }, { type: 'agent_back', actor: SYSTEM });
  await c.write();
}

/** As long has an agent who had joined in; then the others go on without them. */
export async function ringMemberAgain(c: Case, first: string): Promise<void> {
  const { label, isBack } = await comesBack(c, first, MEMBER);
  const { call } = c;
  const member = call?.members[label];
  if (!call || !member || c.endWish !== null) return;
  const { agentId, reservationId } = member;
  if (isBack) c.decide({ call: memberBack(call, label) }, { type: 'agent_back', actor: SYSTEM, data: { agentId } });
  else c.decide({ call: dismiss(call, label) }, { type: 'party_left', actor: SYSTEM, data: { label, reason: 'lost' } }, { release: reservationId });
  await c.write();
}

/** Up to release 0.2.0 who could not be rung at once was given up, whether or not there was a call to come back to. */
const isRungTillTheEnd = (): boolean => patched('who-was-lost-is-rung-till-the-time-is-over');

/** Rings them, by another label each time. Answers by which last, and whether they are back; not, too, where nobody wants it any more. */
async function comesBack(c: Case, first: string, lost: Lost): Promise<{ label: string; isBack: boolean }> {
  const time = new GivenTime(COME_BACK_WITHIN_MS);
  for (let label = first; ; label = lookAgain(c, label, lost)) {
    const said = c.timesRejoined;
    const isBack = await answersBy(c, label, lost, time);
    if (isBack || !(await mayBeRungAgain(c, label, lost, { said, time }))) return { label, isBack };
  }
}

/** A time that is given once, however often it is waited for: one timer. */
class GivenTime {
  readonly #endsAt: number;
  #end: Promise<null> | null = null;

  constructor(ms: number) {
    this.#endsAt = Date.now() + ms;
  }

  get leftMs(): number {
    return this.#endsAt - Date.now();
  }

  over(): Promise<null> {
    this.#end ??= condition(() => false, this.leftMs).then(() => null);
    return this.#end;
  }
}

/** Rings them once. */
async function answersBy(c: Case, label: string, lost: Lost, time: GivenTime): Promise<boolean> {
  const looksFirst = patched('who-came-back-is-looked-for');
  let isGivenUp = false;
  const mindsTheEnd = isRungTillTheEnd();
  const isUnwanted = (): boolean => isOver(c, label, lost) || isGivenUp || (mindsTheEnd && isEnding(c)) || (!looksFirst && time.leftMs <= 0);
  const rung = await Promise.race([rungWhileWanted(c, label, isUnwanted), time.over()]);
  const isBack = rung === null ? looksFirst && !isUnwanted() && (await hasComeUnheard(c, label)) : rung.answered;
  isGivenUp = !isBack;
  return isBack;
}

/** Waits until they say that they can be rung, or a while. Nobody is rung for a call that is being ended, or for a customer who has hung up. */
async function mayBeRungAgain(c: Case, label: string, lost: Lost, { said, time }: { said: number; time: GivenTime }): Promise<boolean> {
  const { call } = c;
  if (time.leftMs < RING_AT_LEAST_MS || call === null || isOver(c, label, lost) || !isRungTillTheEnd()) return false;
  if (c.leg(label).progress !== 'ended') await unlessItFails(() => endLeg({ callbackId: c.id, label }));
  await lookForCustomer(c, call);
  const isSettled = (): boolean => isOver(c, label, lost) || isEnding(c) || c.timesRejoined > said;
  await condition(isSettled, Math.max(Math.min(RING_AGAIN_MS, time.leftMs), 1));
  if (isEnding(c)) await condition(() => isOver(c, label, lost));
  return !isOver(c, label, lost) && time.leftMs >= RING_AT_LEAST_MS;
}

function isOver(c: Case, label: string, lost: Lost): boolean {
  return c.call === null || !lost.isSought(c.call, label) || c.endWish !== null || c.status !== 'connected';
}

function isEnding(c: Case): boolean {
  return c.call !== null && isBeingEnded(c, c.call);
}

/** They are looked for by another label from now on, which is answered. */
function lookAgain(c: Case, label: string, lost: Lost): string {
  const { label: anew, call, intent } = telephoneOf(c, c.call as Call, { role: lost.role, agentId: lost.agentId(c, label) });
  c.rung.add(anew);
  c.keep(lost.sought(call, label, anew));
  c.apply({ intent });
  return anew;
}

/** The agent may have come back while nobody of us was there to hear of it: the network is asked before they are given up. */
async function hasComeUnheard(c: Case, label: string): Promise<boolean> {
  const isHere = (): boolean => c.leg(label).progress === 'answered';
  if (!isHere()) await lookFor(c, label);
  return isHere();
}

/** The agent does not come back: whoever else is or comes to the call has it, or the customer is told that we are sorry. */
async function loseCall(c: Case, label: string): Promise<void> {
  const { attempt } = c.state;
  const isOverNow = (): boolean => c.state.attempt !== attempt || c.status !== 'connected' || c.endWish !== null;
  if (isMemberRung(c)) await condition(() => !isMemberRung(c) || isOverNow());
  const isLookedFor = isRungTillTheEnd();
  if (isLookedFor && c.call !== null) await lookForCustomer(c, c.call);
  // Nothing is awaited from here to the decision: somebody may have come to the call meanwhile, or taken it over.
  const { call } = c;
  if (call === null || call.agent !== label || isOverNow() || (isLookedFor && isEnding(c))) return;
  if (goesOnWithoutAgent(c, call) || goesToWhoBargedIn(c, call)) return c.write();
  await saySorry(c, call);
  if (isOverNow() && patched('an-apology-ends-its-own-call')) return;
  endCall(c, SYSTEM);
}

/** The customer may have hung up without our hearing of it: nobody is rung for them, and they are promised nothing. */
async function lookForCustomer(c: Case, { customer }: Call): Promise<void> {
  if (c.leg(customer).progress !== 'ended') await lookFor(c, customer);
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
