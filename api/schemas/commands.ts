import * as z from 'zod';
import { id, someText, status, text, timeZone, wantedInstant } from './common.ts';

/** What every command on a callback answers. */
export const ack = z
  .object({
    version: z.int().meta({ description: 'The version that shows the effect' }),
    status,
  })
  .meta({ id: 'Ack' });

const attemptNumber = z.int().min(1).max(10_000);

export const offerAnswer = z.strictObject({ offerId: id }).meta({ id: 'OfferAnswer' });

export const dialWish = z
  .strictObject({
    attempt: attemptNumber.meta({ description: 'The attempt this starts: the newest one plus 1. Saying it twice dials once' }),
    number: someText(40).optional().meta({ description: 'Another number to call, as people write it: it is the callback’s from now on. Not for an offer' }),
  })
  .meta({ id: 'DialWish' });

export const hangUp = z.strictObject({ attempt: attemptNumber }).meta({ id: 'HangUp' });

export const reschedule = z
  .strictObject({
    at: wantedInstant,
    windowEndsAt: wantedInstant.optional().meta({ description: 'End of the window; the route’s when left out' }),
    staysWithAgent: z.boolean().meta({ description: 'It stays with the agent who has it; otherwise any agent of the route may take it' }),
    number: someText(40).optional().meta({ description: 'Another number to call then, as people write it. During a call it holds when the call is over' }),
    timeZone: timeZone.optional().meta({ description: 'The IANA zone the customer will be in' }),
  })
  .refine((wish) => !wish.windowEndsAt || Date.parse(wish.windowEndsAt) > Date.parse(wish.at), {
    path: ['windowEndsAt'],
    message: 'must be later than `at`',
  })
  .meta({ id: 'Reschedule' });

export const completion = z
  .strictObject({ disposition: someText(100).optional(), note: text(10_000).optional().meta({ description: 'Saved before the callback is completed' }) })
  .meta({ id: 'Completion' });

export const cancellation = z.strictObject({ reason: someText(500).optional() }).meta({ id: 'Cancellation' });

export const draft = z
  .strictObject({
    note: text(10_000).optional(),
    seenNotes: z.array(text(10_000)).min(1).max(2).optional().meta({
      description: 'The note this one was made of, and one sent after it whose answer is not known yet: where another is stored by now, nothing is changed. When left out, the note replaces whatever is stored',
    }),
    disposition: someText(100).nullable().optional(),
  })
  .refine((given) => given.note !== undefined || given.disposition !== undefined, 'must have a note or a disposition')
  .meta({ id: 'Draft', description: 'What is typed but not filed; a field left out stays as it is' });

export const newNote = z.strictObject({ text: someText(10_000) }).meta({ id: 'NewNote' });

const stated = someText(500).meta({ description: 'Why; it stands on the timeline' });

export const reopening = z
  .strictObject({ at: wantedInstant.optional().meta({ description: 'When it is to be called; as soon as can be when left out' }), reason: stated })
  .meta({ id: 'Reopening' });

export const correction = z.strictObject({ disposition: someText(100), reason: stated }).meta({ id: 'Correction' });
