import { allHandlersFinished, condition, continueAsNew, patched, workflowInfo } from '@temporalio/workflow';
import type { Status } from '../domain/status.ts';
import { isTerminal } from '../domain/status.ts';
import { SYSTEM } from '../domain/words.ts';
import { chosenDisposition, planDue, planRetry } from './activities.ts';
import { dial } from './attempt.ts';
import type { CaseFile } from './case.ts';
import { Case, earlier, hasCome, isNoticedLate, now } from './case.ts';
import { open } from './claim.ts';
import { mayHaveClosed } from './closing.ts';
import { talk } from './conversation.ts';
import { listen } from './listen.ts';
import type { CallbackStart } from './messages.ts';
import { Opening } from './opening.ts';
import { expire, fail, giveBack, goToTheAgreedTime, startAttempt, timeOut, waitForTheNextOpening, waitForTheNextTry } from './steps.ts';

/**
 * The life of one callback, from the request to its end. Messages (listen.ts) decide what people and the network bring about;
 * the chapters below wait for them, and decide what time brings about.
 */
export async function callback(start: CallbackStart, resumed?: CaseFile): Promise<void> {
  const opening = new Opening();
  listen(opening);
  const file = resumed ?? (await open(start));
  if (file === null) return leaveToOthers(opening);
  const c = new Case(start.callbackId, start.generation, file);
  if (!resumed) c.decide({}, { type: 'due_planned', actor: SYSTEM, data: { dueAt: c.due.dueAt } });
  opening.openWith(c);
  while (!isTerminal(c.status)) {
    await chapters[c.status](c);
    await c.write();
    if (workflowInfo().continueAsNewSuggested) await turnThePage(start, c);
  }
  await condition(allHandlersFinished);
}

/** A twin has the row, or the callback has ended: nothing is to be done here but to say so. */
async function leaveToOthers(opening: Opening): Promise<void> {
  opening.giveUp();
  await condition(allHandlersFinished);
}

const chapters: Record<Status, (c: Case) => Promise<void>> = {
  scheduled: waitUntilDue,
  queued: waitForAnAgent,
  offered: waitForAnAnswer,
  preview: waitForTheCall,
  dialling: dial,
  connected: talk,
  wrap_up: waitForMarkDone,
  withdrawn: waitForAnAdministrator,
  completed: theEnd,
  cancelled: theEnd,
  expired: theEnd,
  failed: theEnd,
};

/** On waking, the policy is read again: the route may have been edited, or closed for today. */
async function waitUntilDue(c: Case): Promise<void> {
  if (c.planAgain || !hasCome(c.due.dueAt)) {
    await c.write();
    if (c.status !== 'scheduled') return;
    if (!c.planAgain && (await c.until(earlier(c.due.dueAt, c.due.expiresAt))) === 'moved') return;
    if (await movedWhilePlanning(c)) return;
  }
  if (hasCome(c.due.expiresAt)) return expire(c);
  if (hasCome(c.due.dueAt)) c.decide({ status: 'queued' }, { type: 'queued', actor: SYSTEM });
}

/** Matching pairs queued callbacks with agents who are Ready; the route's closing hour ends the wait for today. */
async function waitForAnAgent(c: Case): Promise<void> {
  await c.write();
  if (c.status !== 'queued') return;
  if (!c.planAgain && (await c.until(earlier(c.due.expiresAt, c.due.closesAt))) === 'moved') return;
  if (hasCome(c.due.expiresAt)) return expire(c);
  if (await movedWhilePlanning(c)) return;
  if (!hasCome(c.due.dueAt)) c.decide({ status: 'scheduled' }, { type: 'due_planned', actor: SYSTEM, data: { dueAt: c.due.dueAt } });
}

/** An offer that ends because the route closes, or while nothing of ours was there to take an answer, is no fault of the agent's. */
async function waitForAnAnswer(c: Case): Promise<void> {
  const offer = c.state.offer;
  if (!offer || (await c.until(offer.deadlineAt)) === 'moved') return;
  const end = isNoticedLate(offer.deadlineAt) && patched('late-deadlines-blame-nobody') ? 'withdrawn' : 'missed';
  if (await hasClosed(c)) return;
  giveBack(c, end, SYSTEM);
}

/** On `web` the agent reads first and dials when ready, or the route's preview time dials for them; never outside the route's hours. */
async function waitForTheCall(c: Case): Promise<void> {
  if ((await c.until(c.state.previewEndsAt)) === 'moved' || c.state.agentId === null) return;
  if (await hasClosed(c)) return;
  startAttempt(c, { agentId: c.state.agentId, actor: SYSTEM, byHand: false });
}

/**
 * After a conversation the agent takes the time it needs, or what the route allows for it: then what they have chosen is filed. After
 * a fruitless attempt it is the route's time, then the retry policy acts.
 */
async function waitForMarkDone(c: Case): Promise<void> {
  await c.write();
  if (c.status !== 'wrap_up' || (await c.until(c.state.wrapUpEndsAt)) === 'moved') return;
  if (!c.isLimited) return tryAgainLater(c);
  const chosen = await chosenDisposition({ callbackId: c.id });
  if (c.status === 'wrap_up' && c.isLimited) timeOut(c, chosen);
}

/** It expires by what its route says by then. Up to release 0.2.0 that was what the route had said when it was planned last. */
async function waitForAnAdministrator(c: Case): Promise<void> {
  await c.write();
  if (c.status !== 'withdrawn') return;
  if (c.planAgain && patched('withdrawn-hears-of-policy')) return void (await movedWhilePlanning(c));
  if ((await c.until(c.due.expiresAt)) === 'time') expire(c);
}

async function theEnd(): Promise<void> {
  // An end has nothing to wait for.
}

/** What follows an attempt: what was agreed with the customer during it, or else what the route's policy says. */
async function tryAgainLater(c: Case): Promise<void> {
  if (c.movedTo) return goToTheAgreedTime(c, c.movedTo, SYSTEM);
  const outcome = c.state.lastOutcome ?? 'unknown';
  const { attemptsCounted } = c.state;
  const after = await planRetry({ callbackId: c.id, now: now(), outcome, attemptsCounted, byHand: c.byHand });
  if (c.status !== 'wrap_up') return;
  if (after.next === 'fail') return fail(c, outcome);
  waitForTheNextTry(c, after.dueAt, outcome);
}

/** Reads the policy as it is now, and shows it. True when the case has moved on meanwhile: then somebody else has decided. */
async function movedWhilePlanning(c: Case): Promise<boolean> {
  const { status, wanted } = c;
  c.planAgain = false;
  const due = await planDue({ callbackId: c.id, now: now(), wanted });
  if (c.status !== status || c.wanted !== wanted) return true;
  c.follow(due);
  return false;
}

/**
 * Whether the offer or the preview is over because the route has closed, by its hours or by an edit: the callback then waits for the
 * next opening. True also when the case has moved on meanwhile.
 */
async function hasClosed(c: Case): Promise<boolean> {
  if (!mayHaveClosed(c)) return false;
  if (await movedWhilePlanning(c)) return true;
  if (hasCome(c.due.dueAt)) return false;
  waitForTheNextOpening(c);
  return true;
}

/** Statuses in which nothing is under way: a call goes on in the run it began in. */
const BETWEEN_CALLS: readonly Status[] = ['scheduled', 'queued', 'wrap_up', 'withdrawn'];

/** A long life goes on in a new run, once nobody waits for an answer of this one. */
async function turnThePage(start: CallbackStart, c: Case): Promise<void> {
  await condition(allHandlersFinished);
  if (BETWEEN_CALLS.includes(c.status)) await continueAsNew<typeof callback>(start, c.file());
}
