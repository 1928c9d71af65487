import * as z from 'zod';
import { SELF_DISTRIBUTORS } from '../../domain/words.ts';
import { attemptOutcome, callbackId, channel, contactName, id, instant, kind, languageTag, named, origin, someText, status, text, timeZone, wantedInstant } from './common.ts';
import { filedDisposition } from './routes.ts';

export const distributor = z.union([z.enum(SELF_DISTRIBUTORS), named]).meta({
  id: 'Distributor',
  description: '`automatic` when accepting an offer assigned it, `arrival` when it was distributed on arrival; otherwise the administrator',
});

export const distributorList = z.object({ items: z.array(named) });

/** What every list of callbacks shows of one. */
export const callbackRowShape = {
  id: callbackId,
  version: z.int().meta({ description: 'Raised by every step of its life; readers replace on an equal or newer version' }),
  number: z.string().meta({ description: 'E.164', example: '+819012345678' }),
  name: z.string(),
  contact: contactName.nullable().meta({ description: 'Whose number it is; null: nobody’s that is known' }),
  language: z.string().nullable(),
  route: named,
  status,
  kind,
  origin,
  channel,
  requestedAt: instant,
  desiredAt: instant.nullable(),
  dueAt: instant.nullable(),
  windowEndsAt: instant.nullable(),
  timeZone: z.string().nullable().meta({ description: "The customer's, where known" }),
  assignee: named.nullable(),
  distributor: distributor.nullable(),
  agent: named.nullable().meta({ description: 'Who has the case in hand now' }),
  attempt: z.int().meta({ description: 'Number of the newest attempt; 0 before the first' }),
  attemptsPlaced: z.int(),
  lastOutcome: attemptOutcome.nullable(),
  disposition: filedDisposition.nullable(),
  endReason: z.string().nullable(),
  endedAt: instant.nullable(),
  lastNote: z.string().nullable(),
  earlierNote: z
    .object({ text: z.string(), requestedAt: instant })
    .nullable()
    .meta({ description: 'Where an open callback has no note: the newest one of an earlier callback of the same number or the same contact, and when that one was requested' }),
};

export const callbackRow = z.object(callbackRowShape).meta({ id: 'CallbackRow' });

export const callbackPage = z
  .object({
    items: z.array(callbackRow),
    nextCursor: z.string().nullable().meta({ description: 'Give it as `cursor` to read on; null at the end' }),
    previousCursor: z.string().nullable().meta({ description: 'Give it as `before` to read back; null at the beginning' }),
  })
  .meta({ id: 'CallbackPage' });

/** Several values: the parameter repeated, or its values separated by commas. */
export function list<T extends z.ZodType>(item: T) {
  const split = (value: unknown) => (typeof value === 'string' ? value.split(',') : value);
  return z.preprocess(split, z.array(item).min(1).max(50)).meta({ description: 'Several: repeated, or separated by commas' });
}

const attempts = z.coerce.number().int().min(0).max(1000);

/** What the list and its download can be narrowed by. Left out: everything the caller may see. */
export const searchShape = {
  from: wantedInstant.optional().meta({ description: 'Start of the period (included)' }),
  to: wantedInstant.optional().meta({ description: 'End of the period (not included)' }),
  by: z
    .enum(['requested', 'due', 'ended'])
    .default('requested')
    .meta({ description: 'The instant the period speaks of; `ended` is when it was completed, or ended otherwise' }),
  sort: z.enum(['requested', 'due', 'ended', 'attempts', 'name']).optional().meta({ description: 'What the order goes by; left out: as `by`' }),
  order: z.enum(['asc', 'desc']).default('desc'),
  status: list(status).optional(),
  route: list(id).optional().meta({ description: 'Ids of routes: repeated, or separated by commas' }),
  kind: list(kind).optional(),
  origin: list(origin).optional(),
  channel: channel.optional(),
  number: someText(40).optional().meta({ description: 'A whole number as people write it, or its last digits' }),
  name: someText(100).optional().meta({ description: "Words, each a part of the customer's name; width, case, accents and kana make no difference" }),
  assignee: id.optional().meta({ description: 'Id of an agent; `none`: nobody’s; `any`: somebody’s' }),
  team: id.optional().meta({ description: 'Id of a team: what is assigned to its agents' }),
  distributor: id.optional().meta({ description: 'Id of an administrator, `automatic`, or `arrival`' }),
  disposition: someText(100).optional(),
  outcome: attemptOutcome.optional().meta({ description: 'Of the newest attempt' }),
  attemptsFrom: attempts.optional().meta({ description: 'Dialled at least so often' }),
  attemptsTo: attempts.optional().meta({ description: 'Dialled at most so often' }),
};

/** Long enough for the longest name in it. */
const cursor = z.string().max(2000);

export const listQuery = z.strictObject({
  ...searchShape,
  cursor: cursor.optional().meta({ description: 'The page after this one' }),
  before: cursor.optional().meta({ description: 'The page before this one' }),
  page: z.enum(['first', 'last']).default('first').meta({ description: 'Where to begin without a cursor' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const totalsQuery = z.strictObject(searchShape);

export const totals = z
  .object({
    matching: z.int().meta({ description: 'All callbacks of the search, the ended ones too' }),
    total: z.int().meta({ description: 'The open ones: distributed + undistributed' }),
    distributed: z.int(),
    undistributed: z.int().meta({ description: "Open and nobody's; a withdrawn one is undistributed" }),
  })
  .meta({ id: 'Totals' });

export const callbackRequest = z
  .strictObject({
    routeId: id,
    number: someText(40).meta({ description: 'As people write it; without a country code it is read as one of the route’s country' }),
    name: text(200).default(''),
    language: languageTag.optional(),
    timeZone: timeZone.optional().meta({ description: "The customer's IANA time zone" }),
    kind,
    at: wantedInstant.optional().meta({ description: 'Only for `scheduled`, where it is required: when the customer wants the call' }),
    windowEndsAt: wantedInstant.optional().meta({ description: 'Only for `scheduled`: end of the window; otherwise the route’s' }),
    origin: z.enum(['web', 'api', 'agent']).optional().meta({ description: '`web` and `api` for machines, `agent` for people; `api` or `agent` when left out' }),
    collected: z
      .record(someText(100), text(2000))
      .refine((given) => Object.keys(given).length <= 50, 'must have at most 50 entries')
      .default({})
      .meta({ description: 'What the form asked, as given' }),
  })
  .meta({ id: 'CallbackRequest' });

export const requested = z
  .object({
    id: callbackId,
    result: z.enum(['created', 'open', 'repeated', 'kept_for_later']).meta({
      description:
        '`open`: this number already has an open callback on this route, and this is it. `repeated`: the same Idempotency-Key. ' +
        '`kept_for_later`: a conversation is going on; this becomes a callback of its own when that one ends',
    }),
    status,
    version: z.int(),
  })
  .meta({ id: 'Requested' });

export const requestHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters')
    .optional()
    .meta({ description: 'The same key again answers with the callback it made' }),
});

export const callbackParams = z.object({ id: callbackId });

export const unprocessedByAgent = z
  .object({ items: z.array(z.object({ agent: named, unprocessed: z.int().min(1) })) })
  .meta({ id: 'UnprocessedByAgent', description: 'Open callbacks assigned to each agent, by name; who has none is left out' });
