import { condition, patched } from '@temporalio/workflow';
import type { CallKey, Controlled, ControlledAndWritten } from '../activities/contract.ts';
import type { Call, PlayedTones, Step } from '../domain/call/call.ts';
import { endsWithCustomer, isRecordedForOthers, nextStep, nextTones, stepDone, stepRefused } from '../domain/call/call.ts';
import { left } from '../domain/call/moves.ts';
import type { Operation } from '../domain/call/seating.ts';
import { SYSTEM } from '../domain/words.ts';
import { control, letGo, playTones, record } from './activities.ts';
import { AGENT_LOST, hangUp, leave } from './attempt.ts';
import { partyLeft } from './call-steps.ts';
import type { Case } from './case.ts';
import { inviteLapsed } from './guests.ts';
import { goesOnWithoutAgent, loseAgent } from './lost-agent.ts';
import { ringWhoIsWanted } from './ring-in.ts';
import { unlessItFails } from './ring.ts';

/** An activity has asked for a while by itself before. */
const ASK_AGAIN_MS = 2_000;

/** How long the end of a leg takes to reach us: the network tells at once. */
const TOLD_WITHIN_MS = 2_000;

/**
 * The conversation. Messages decide how it is wanted (call-steps.ts); here it is brought about, one request after the other, until
 * somebody who holds it together has gone, or it turns out to be with a machine.
 */
export async function talk(c: Case): Promise<void> {
  while (c.call !== null && goesOn(c, c.call)) {
    if (c.isTravelling && !takesAlong(next(c.call))) await c.writeWhatTravels();
    else await c.write();
    const step = next(c.call);
    if (step !== null) await carryOut(c, step);
    else if (isWithoutUs(c.call)) return handOver(c, c.call);
    else await waitForWishes(c);
  }
  if (!isGone(c, c.call?.customer) || staysOpen(c.call)) await hangUp(c);
  await leave(c, isMachine(c) ? 'machine' : 'answered', c.hasLostItsAgent ? AGENT_LOST : null);
}

/** What the conversation needs next: what others say alone is not recorded, not even while we leave. Up to release 0.2.0 that came last. */
function next(call: Call): Step | null {
  return isRecordedForOthers(call) && patched('others-are-not-recorded') ? { type: 'record', recording: 'off' } : nextStep(call);
}

/** All is as wanted: whoever is asked in is rung, digits are played, and who is asked has until the deadline. */
async function waitForWishes(c: Case): Promise<void> {
  ringWhoIsWanted(c);
  playWhatIsWanted(c);
  const { call } = c;
  if (call === null) return;
  const hasNews = (): boolean => c.call !== call || isOver(c, call);
  const deadlineAt = call.guest?.deadlineAt ?? call.guest?.soughtUntil ?? null;
  if (deadlineAt === null) return condition(hasNews);
  const isInTime = await condition(hasNews, Math.max(Date.parse(deadlineAt) - Date.now(), 1));
  if (!isInTime) inviteLapsed(c);
}

/** One sequence of digits at a time, beside whatever else is wished meanwhile: the next would cut it off. */
function playWhatIsWanted(c: Case): void {
  const step = c.call && nextTones(c.call);
  if (step !== null && c.playing === null) void play(c, step);
}

async function play(c: Case, step: PlayedTones): Promise<void> {
  c.playing = step.token;
  const came = await answerTo(c, step);
  // By then it may be another conversation, which plays its own.
  if (c.playing !== step.token) return;
  c.playing = null;
  take(c, step, came);
}

/** One request. */
async function carryOut(c: Case, step: Step): Promise<void> {
  c.isAsking = true;
  const came = await answerTo(c, step);
  const leavesAlone = came === 'gone' && 'label' in step && (await leavesTheCustomerAlone(c, step.label));
  c.isAsking = false;
  if (leavesAlone) loseAgent(c);
  else take(c, step, came);
}

/** What came of a request. What the network does not let be done is not wanted any more; a party that has left has left. */
function take(c: Case, step: Step, came: Controlled | null): void {
  const { call } = c;
  if (call === null || came === null) return;
  if (came === 'done') return know(c, stepDone(call, step));
  if (came === 'gone' && 'label' in step) return miss(c, call, step.label);
  c.decide({ call: stepRefused(call, step) }, { type: 'control_refused', actor: SYSTEM, data: { control: step.type } });
}

/** Somebody is not there any more, of which we have not heard yet. Up to release 0.2.0 who had joined in was held until the call was over. */
function miss(c: Case, call: Call, label: string): void {
  const isThird = label !== call.agent && label !== call.customer && call.wanted[label] !== undefined;
  if (isThird && patched('who-is-missed-is-free')) partyLeft(c, label);
  else know(c, left(call, label));
}

/**
 * Who has the call from now on had hung up before we knew, and the customer has not, of whom we would be told by now: they are rung for
 * the customer, who would be alone on the line. Up to release 0.2.0 nobody was.
 */
async function leavesTheCustomerAlone(c: Case, label: string): Promise<boolean> {
  const isMeant = (): boolean => c.call !== null && c.call.agent === label && c.call.wanted[label] !== undefined && !c.call.isLetGo;
  if (!isMeant() || !patched('who-has-the-call-is-rung-for-it')) return false;
  const isSettled = (): boolean => !isMeant() || c.call === null || isOverForAll(c, c.call);
  return !(await condition(isSettled, TOLD_WITHIN_MS));
}

/**
 * What the network says to the request. Where that cannot be had (a worker has died, the network is out of reach), it is asked again:
 * until it is known how a party sits, what is shown of them is a guess, and who is let go of may sit there still. Only digits are not
 * asked for again, which would be heard twice. Null: the conversation is over.
 */
async function answerTo(c: Case, step: Step): Promise<Controlled | null> {
  const hasEnded = (): boolean => c.call === null || isOver(c, c.call);
  for (;;) {
    const came = await unlessItFails(() => request(c, step));
    if (came !== null) return came;
    if (step.type === 'tones') return 'refused';
    if (await condition(hasEnded, ASK_AGAIN_MS)) return null;
  }
}

/** That all is as wanted is shown; each step on the way there is not worth a write. */
function know(c: Case, call: Call): void {
  c.keep(call);
  if (next(call) === null) c.apply({});
}

function request(c: Case, step: Step): Promise<Controlled | null> {
  const key = { callbackId: c.id, attempt: c.state.attempt };
  switch (step.type) {
    case 'record':
      return record({ ...key, recording: step.recording });
    case 'tones':
      return playTones({ ...key, token: step.token });
    case 'change':
    case 'remove':
      return change(c, { ...key, operation: step });
  }
}

function takesAlong(step: Step | null): boolean {
  return step?.type === 'change' || step?.type === 'remove';
}

/** A party is changed or removed; that it is wanted so is written by the same request. Null: that cannot be had. */
async function change(c: Case, wish: CallKey & { readonly operation: Operation }): Promise<Controlled | null> {
  const step = c.takeAlong();
  if (step === null) return cameOf(await control(wish));
  const answer = await unlessItFails(() => control({ ...wish, step }));
  await c.hasArrived(step, answer === null || typeof answer === 'string' ? null : answer.projected);
  return answer && cameOf(answer);
}

function cameOf(answer: Controlled | ControlledAndWritten): Controlled {
  return typeof answer === 'string' ? answer : answer.came;
}

/** The customer goes on with somebody outside; nobody of us is on the line. Where they have hung up meanwhile, the customer is not left alone on it. */
async function handOver(c: Case, { agent, customer, wanted }: Call): Promise<void> {
  if (wanted[agent] === undefined && patched('nobody-is-passed-to-nobody')) {
    await hangUp(c);
    return leave(c, 'answered');
  }
  await unlessItFails(() => letGo({ callbackId: c.id, attempt: c.state.attempt, labels: [customer, agent] }));
  await leave(c, 'answered', 'transferred');
}

/**
 * Whether the customer's leaving may have left others on the line: while a third comes or is there, it ends nothing. Up to release 0.2.0
 * only the sweep ended them then.
 */
function staysOpen(call: Call | null): boolean {
  return call !== null && !endsWithCustomer(call) && patched('nobody-stays-behind');
}

function isWithoutUs({ isLetGo, leavesLast, known }: Call): boolean {
  return isLetGo && (leavesLast === null || known[leavesLast] === undefined);
}

/** Also without its agent, where somebody else is with the customer then. */
function goesOn(c: Case, call: Call): boolean {
  return !isOver(c, call) || (!isOverForAll(c, call) && goesOnWithoutAgent(c, call));
}

/** An agent who was lost and is rung anew has not left. */
function isOver(c: Case, call: Call): boolean {
  const { agent, wanted, isLetGo } = call;
  return (!isLetGo && wanted[agent] !== undefined && isGone(c, agent)) || isOverForAll(c, call);
}

function isOverForAll(c: Case, { customer }: Call): boolean {
  return isGone(c, customer) || isMachine(c) || c.endWish !== null;
}

function isGone(c: Case, label: string | undefined): boolean {
  return label !== undefined && c.leg(label).progress === 'ended';
}

function isMachine(c: Case): boolean {
  return c.call !== null && c.leg(c.call.customer).answeredBy === 'machine';
}
