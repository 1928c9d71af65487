import * as z from 'zod';
import { ANSWERED_BY, LEG_ENDS, LEG_PROGRESS, LEG_ROLES } from '../../domain/leg.ts';
import { EVENT_TYPES, OFFER_ENDS } from '../../domain/words.ts';
import { call } from './call.ts';
import { callbackRowShape } from './callbacks.ts';
import { actor, attemptOutcome, callbackId, instant, named, status } from './common.ts';
import { message, reachable } from './messages.ts';
import { recording } from './recordings.ts';
import { callbackField, caseField } from './route-policy.ts';
import { disposition, filedDisposition } from './routes.ts';

export const leg = z
  .object({
    label: z.string(),
    attempt: z.int(),
    role: z.enum(LEG_ROLES),
    agent: named.nullable(),
    progress: z.enum(LEG_PROGRESS),
    end: z.enum(LEG_ENDS).nullable(),
    answeredBy: z.enum(ANSWERED_BY).nullable(),
    inConference: z.boolean(),
    answeredAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Leg', description: 'A telephone in the newest attempt, and how far its call has come' });

export const attempt = z
  .object({
    attempt: z.int(),
    agent: named.nullable(),
    byHand: z.boolean().meta({ description: 'Dialled from the list: does not count towards the maximum' }),
    startedAt: instant,
    endedAt: instant.nullable(),
    outcome: attemptOutcome.nullable(),
  })
  .meta({ id: 'Attempt' });

export const offerRecord = z
  .object({
    offerId: z.string(),
    agent: named.nullable(),
    preview: z.boolean(),
    offeredAt: instant,
    deadlineAt: instant.nullable(),
    end: z.enum(OFFER_ENDS).nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'OfferRecord', description: 'One offer of this callback, open or ended' });

export const note = z.object({ id: z.string(), author: named, text: z.string(), at: instant }).meta({ id: 'Note' });

export const timelineEntry = z
  .object({
    key: z.string().meta({ description: 'Stable within the callback' }),
    type: z.enum(EVENT_TYPES),
    at: instant,
    actor,
    whom: z.string().nullable().meta({ description: 'Whom it is about beside who did it: an agent’s or route’s name, or what a number is called' }),
    hungUpBy: z.enum(['agent', 'customer']).nullable().meta({ description: 'At the end of an attempt: who put their telephone down' }),
    status: status.nullable().meta({ description: 'The status it led to; null for facts that are not a step of its life' }),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'TimelineEntry' });

export const earlierCallback = z
  .object({
    id: callbackId,
    route: named,
    status,
    requestedAt: instant,
    endedAt: instant.nullable(),
    attemptsPlaced: z.int(),
    lastOutcome: attemptOutcome.nullable(),
    disposition: filedDisposition.nullable(),
    lastNote: z.string().nullable(),
  })
  .meta({ id: 'EarlierCallback', description: 'Another callback of the same number, or of the same contact' });

/** Everything known of a callback: what an agent reads before dialling, and works with until Mark Done. */
export const callbackCase = z
  .object({
    ...callbackRowShape,
    collected: z.record(z.string(), z.string()).meta({ description: 'From the IVR or the form, as given' }),
    instructions: z.string(),
    caseFields: z.array(caseField).nullable().meta({ description: 'Which of `collected` the case shows, in this order; null: all of it' }),
    callbackFields: z.array(callbackField).nullable().meta({ description: 'Which facts the callback information shows, in this order; null: all of them' }),
    dispositions: z.array(disposition),
    dispositionMandatory: z.boolean(),
    connectedAt: instant.nullable(),
    previewEndsAt: instant.nullable().meta({ description: 'On `web`: when the open preview dials by itself; null: never' }),
    wrapUpEndsAt: instant.nullable().meta({ description: 'Until when the case stays with its agent; null: until Mark Done' }),
    legs: z.array(leg).meta({ description: 'The parties of the newest attempt' }),
    call: call.nullable().meta({ description: 'The running conversation' }),
    recordings: z.array(recording).meta({ description: 'What was kept of the conversations, in their order' }),
    attempts: z.array(attempt),
    offers: z.array(offerRecord),
    notes: z.array(note),
    messages: z.array(message).meta({ description: 'What was written to the customer, the first message first' }),
    reachable,
    timeline: z.array(timelineEntry),
    earlier: z.array(earlierCallback),
    draft: z.object({ note: z.string(), disposition: z.string().nullable() }),
  })
  .meta({ id: 'Case' });
