import type { RequestHandler } from 'express';
import * as z from 'zod';
import { learnLeg, legsOf } from '../../store/legs.ts';
import { firstTime } from '../../store/webhooks.ts';
import type { WebhookDeps } from './deps.ts';
import { ATTEMPT, CALLBACK_ID, CONFERENCE_SID, LABEL, read, SEQUENCE } from './parameters.ts';
import { notFound } from '../problems.ts';

const WHICH = z.object({ callback: CALLBACK_ID, attempt: ATTEMPT });
const EVENT = z.object({
  ConferenceSid: CONFERENCE_SID,
  StatusCallbackEvent: z.string().regex(/^[a-z-]{1,60}$/, 'is no event of a conference'),
  SequenceNumber: SEQUENCE,
  ParticipantLabel: LABEL.optional(),
  /** https://www.twilio.com/docs/voice/twiml/conference#attributes-status-callback: words with underscores. */
  ReasonParticipantLeft: z.string().regex(/^[a-z_]{1,60}$/, 'is no reason').optional(),
});

type Event = z.output<typeof EVENT>;

/**
 * `POST /voice/conference`: who joined and left an attempt's conference. Join and leave only draw the list of parties; what a
 * call came to is said by its own status. Events of the conference as a whole have nothing to add.
 */
export function conferenceEvent(deps: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const { callback, attempt } = read(WHICH, request.query);
    const event = read(EVENT, request.body);
    await deps.store.db.transaction().execute(async (tx) => {
      const legs = await legsOf(tx, callback, attempt);
      const label = event.ParticipantLabel;
      const isKnown = label === undefined ? legs.length > 0 : legs.some((leg) => leg.label === label);
      if (!isKnown) throw notFound('There is no such attempt of such a callback, or no such leg in it.');
      if (label === undefined || !(await firstTime(tx, keyOf(event, label)))) return;
      await learnLeg(tx, { callbackId: callback, label, facts: {}, conferenceSid: event.ConferenceSid, party: partyOf(event) });
    });
    response.status(204).end();
  };
}

function keyOf(event: Event, label: string): string {
  return `${event.ConferenceSid} ${event.StatusCallbackEvent} ${event.SequenceNumber} ${label}`;
}

function partyOf(event: Event): { event: 'joined' } | { event: 'left'; reason: string | null } | undefined {
  if (event.StatusCallbackEvent === 'participant-join') return { event: 'joined' };
  if (event.StatusCallbackEvent === 'participant-leave') return { event: 'left', reason: event.ReasonParticipantLeft ?? null };
  return undefined;
}
