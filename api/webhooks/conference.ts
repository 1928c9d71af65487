import type { RequestHandler } from 'express';
import type { Transaction } from 'kysely';
import * as z from 'zod';
import { readConversation } from '../../store/call/conversation.ts';
import { drawSeat, emptyConference } from '../../store/call/leg-seats.ts';
import { learnLeg } from '../../store/call/legs.ts';
import { endTones } from '../../store/call/played-tones.ts';
import type { Tables } from '../../store/tables.ts';
import { firstTime } from '../../store/call/webhooks.ts';
import type { WebhookDeps } from './deps.ts';
import { ATTEMPT, CALL_SID, CALLBACK_ID, CONFERENCE_SID, LABEL, NO_SEQUENCE, read, SEQUENCE } from './parameters.ts';
import { notFound } from '../problems.ts';

const WHICH = z.object({ callback: CALLBACK_ID, attempt: ATTEMPT });
const YES_OR_NO = z.enum(['true', 'false'], 'is neither true nor false').transform((word) => word === 'true');
/** https://www.twilio.com/docs/voice/twiml/conference#attributes-status-callback: reasons are words with underscores. */
const EVENT = z.object({
  ConferenceSid: CONFERENCE_SID,
  StatusCallbackEvent: z.string().regex(/^[a-z-]{1,60}$/, 'is no event of a conference'),
  SequenceNumber: SEQUENCE,
  ParticipantLabel: LABEL.optional(),
  ReasonParticipantLeft: z.string().regex(/^[a-z_]{1,60}$/, 'is no reason').optional(),
  Hold: YES_OR_NO.optional(),
  Muted: YES_OR_NO.optional(),
  Coaching: YES_OR_NO.default(false),
  CallSidToCoach: CALL_SID.optional(),
  AnnounceUrl: z.string().optional(),
});

type Which = z.output<typeof WHICH>;
type Event = z.output<typeof EVENT>;

/**
 * `POST /voice/conference`: who joined and left an attempt's conference, and how they sit there. That only draws the list of parties;
 * what a call came to is said by its own status. The end of an announcement lets the next digits be played. What is told of any other
 * conference than the attempt's is not about it, whoever signed it.
 */
export function conferenceEvent(deps: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const which = read(WHICH, request.query);
    const event = read(EVENT, request.body);
    await deps.store.db.transaction().execute(async (tx) => {
      const { legs, conferenceSid } = await readConversation(tx, { callbackId: which.callback, attempt: which.attempt });
      const label = event.ParticipantLabel;
      const isKnown = label === undefined ? legs.length > 0 : legs.some((leg) => leg.label === label);
      if (!isKnown) throw notFound('There is no such attempt of such a callback, or no such leg in it.');
      if (conferenceSid !== null && conferenceSid !== event.ConferenceSid) return logAnother(deps, which, event);
      if (await firstTime(tx, keyOf(event))) await take(tx, which, event);
    });
    response.status(204).end();
  };
}

function logAnother({ log }: WebhookDeps, { callback: callbackId, attempt }: Which, { StatusCallbackEvent: event }: Event): void {
  log.info({ callbackId, attempt, event }, 'an event of another conference than the attempt’s was ignored');
}

async function take(tx: Transaction<Tables>, { callback: callbackId, attempt }: Which, event: Event): Promise<void> {
  const { ParticipantLabel: label, ConferenceSid: conferenceSid, StatusCallbackEvent: name } = event;
  const token = name.startsWith('announcement-') ? tokenIn(event) : null;
  if (token !== null) await endTones(tx, token);
  if (name === 'conference-end') await emptyConference(tx, { callbackId, attempt }, conferenceSid);
  if (label === undefined) return;
  await learnLeg(tx, { callbackId, label, facts: {}, conferenceSid, party: partyOf(event) });
  await drawSeatOf(tx, { callbackId, label }, event);
}

async function drawSeatOf(tx: Transaction<Tables>, key: { callbackId: string; label: string }, event: Event): Promise<void> {
  const { SequenceNumber, Hold: isOnHold, Muted: isMuted, Coaching, CallSidToCoach = null } = event;
  if (isOnHold === undefined || isMuted === undefined || SequenceNumber === NO_SEQUENCE) return;
  await drawSeat(tx, key, Number(SequenceNumber), { isOnHold, isMuted, coaches: Coaching ? CallSidToCoach : null });
}

function keyOf({ ConferenceSid, StatusCallbackEvent, SequenceNumber, ParticipantLabel = '' }: Event): string {
  return `${ConferenceSid} ${StatusCallbackEvent} ${SequenceNumber} ${ParticipantLabel}`;
}

/** Of an announcement only the digits' own address has a token. */
function tokenIn({ AnnounceUrl }: Event): string | null {
  return AnnounceUrl !== undefined && URL.canParse(AnnounceUrl) ? new URL(AnnounceUrl).searchParams.get('token') : null;
}

function partyOf(event: Event): { event: 'joined' } | { event: 'left'; reason: string | null } | undefined {
  if (event.StatusCallbackEvent === 'participant-join') return { event: 'joined' };
  if (event.StatusCallbackEvent === 'participant-leave') return { event: 'left', reason: event.ReasonParticipantLeft ?? null };
  return undefined;
}
