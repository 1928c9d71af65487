import type { RequestHandler } from 'express';
import type { Transaction } from 'kysely';
import * as z from 'zod';
import type { LegFacts } from '../../domain/leg.ts';
import { tellOfLeg } from '../../matching/tell-of-leg.ts';
import { learnLeg, readLeg } from '../../store/call/legs.ts';
import type { LegRow, Tables } from '../../store/tables.ts';
import { firstTime } from '../../store/call/webhooks.ts';
import { readAnsweredBy, readCallStatus } from '../../telephony/twilio/index.ts';
import type { WebhookDeps } from './deps.ts';
import { badField, CALL_SID, CALLBACK_ID, LABEL, read, SEQUENCE } from './parameters.ts';
import { notFound } from '../problems.ts';

const WHICH = z.object({ callback: CALLBACK_ID, leg: LABEL });
const STATUS = z.object({ CallSid: CALL_SID, CallStatus: z.string(), SequenceNumber: SEQUENCE });
const MACHINE = z.object({ CallSid: CALL_SID, AnsweredBy: z.string() });

/** One thing Twilio says about a leg. `key` is the same for its repetitions. */
interface Word {
  readonly callbackId: string;
  readonly label: string;
  readonly callSid: string;
  readonly key: string;
  readonly facts: Partial<LegFacts>;
}

/** `POST /voice/leg`: how a leg's call fares. Repetitions and late ones change nothing. */
export function legStatus(deps: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const { callback, leg } = read(WHICH, request.query);
    const { CallSid, CallStatus, SequenceNumber } = read(STATUS, request.body);
    const facts = readCallStatus(CallStatus);
    if (!facts) throw badField('CallStatus', 'is no status of a call');
    await take(deps, { callbackId: callback, label: leg, callSid: CallSid, key: `${CallSid} ${CallStatus} ${SequenceNumber}`, facts });
    response.status(204).end();
  };
}

/** `POST /voice/amd`: who or what answered, found out while the parties may be talking already. */
export function machineStatus(deps: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const { callback, leg } = read(WHICH, request.query);
    const { CallSid, AnsweredBy } = read(MACHINE, request.body);
    const answeredBy = readAnsweredBy(AnsweredBy);
    if (!answeredBy) throw badField('AnsweredBy', 'is no result of machine detection');
    await take(deps, { callbackId: callback, label: leg, callSid: CallSid, key: `${CallSid} amd ${AnsweredBy}`, facts: { answeredBy } });
    response.status(204).end();
  };
}

/**
 * Takes the word in and ends the call if nobody wants it. Ending it comes last and depends only on the leg and the word: if it
 * fails, the webhook is sent again, and tries again.
 */
async function take(deps: WebhookDeps, word: Word): Promise<void> {
  const { unwanted } = await deps.store.db.transaction().execute((tx) => note(tx, word));
  if (unwanted) await deps.telephony.endCall(word.callSid);
}

/** Takes the word in, and tells the workflow what it waits for, in one transaction. `unwanted`: the call lives and must not. */
async function note(tx: Transaction<Tables>, word: Word): Promise<{ unwanted: boolean }> {
  const found = await readLeg(tx, word, { lock: true });
  if (!found) throw notFound('There is no such leg of such a callback.');
  const before = found.leg;
  if (isGivenUp(before, word)) return { unwanted: isLive(before, word) };
  if (await firstTime(tx, word.key)) {
    const learnt = await learnLeg(tx, word);
    if (learnt && isAwaited(before, learnt.leg)) await tellOfLeg(tx, word);
  }
  return { unwanted: before.end_wanted && isLive(before, word) };
}

/** A leg that was settled before its call was known to be over, and a second call under a leg's name: none of it may count. */
function isGivenUp(leg: LegRow, word: Word): boolean {
  const isOver = leg.progress === 'ended';
  return (leg.settled_at !== null && !isOver) || (leg.call_sid !== null && leg.call_sid !== word.callSid);
}

/** Whether the call goes on, as far as this word and what is known tell. */
function isLive(leg: LegRow, { callSid, facts }: Word): boolean {
  const knownToBeOver = leg.call_sid === callSid && leg.progress === 'ended';
  return !knownToBeOver && facts.progress !== 'ended';
}

/**
 * The workflow waits for an answer, for an end, for a machine, for whatever is said of who is to have the call (nobody else who is asked
 * in is listened to), and for any sign of a leg whose request's answer was lost. While a leg is `posting`, its answer is still on the
 * way, and the request will tell the rest: a signal would be history for nothing.
 */
function isAwaited(before: LegRow, after: LegRow): boolean {
  const wasLost = before.state === 'unknown';
  const isSaidNow = after.answered_by !== null && before.answered_by === null;
  const isWho = isSaidNow && (after.answered_by === 'machine' || after.role === 'target');
  const isFurther = after.progress !== before.progress && (after.progress === 'answered' || after.progress === 'ended');
  return wasLost || isWho || isFurther;
}
