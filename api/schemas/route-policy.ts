import * as z from 'zod';
import type { Limits } from '../../domain/route-limits.ts';
import { ROUTE_LIMITS } from '../../domain/route-limits.ts';
import { holidayCountries } from '../../domain/hours.ts';
import type { RoutePolicy } from '../../domain/route.ts';
import { ACCEPT_OPENS, AUTOMATIC_DISTRIBUTIONS, CALLBACK_FIELDS, DISPOSITION_EFFECTS, OWNER_RULES, RETRIED_OUTCOMES, ROUTE_RECORDINGS } from '../../domain/route.ts';
import { channel, id, languageTag, someText, text, timeZone } from './common.ts';

/*
 * A route's policy as one document: what each setting may be, and what is said where it may not. What only shows when settings are
 * seen together is in domain/route-rules.ts.
 */

const COUNTRIES = new Set(holidayCountries());
const MOST_TEXT = 20_000;

const label = z
  .record(languageTag, text(100))
  .refine((words) => Object.keys(words).length <= 20, 'must not be in more than 20 languages')
  .meta({ description: 'What people read, by language tag' });

function figure({ least, most }: Limits, unit: string) {
  const sentence = `must be a whole number of ${unit} from ${least} to ${most}`;
  return z.number(sentence).int(sentence).min(least, sentence).max(most, sentence);
}

const milliseconds = (limits: Limits) => figure(limits, 'milliseconds');

const span = z.strictObject({ from: text(5), to: text(5) }).meta({ id: 'WantedSpan', description: 'Local time, HH:MM; `to` may be 24:00 and is not part of it' });
const spans = z.array(span).max(12, 'must not have more than 12 spans').optional();

const wantedDisposition = z
  .strictObject({
    code: z.string().regex(/^[\p{L}\p{N}_.-]{1,40}$/u, 'must be 1 to 40 letters, digits, "_", "-" or "."'),
    label,
    effect: z.enum(DISPOSITION_EFFECTS),
  })
  .meta({ id: 'WantedDisposition', description: 'A code agents may file; `effect` says whether it ends the callback' });

const destination = z
  .union([
    z.strictObject({ to: z.literal('queue') }),
    z.strictObject({ to: z.literal('another_agent') }),
    z.strictObject({ to: z.literal('route'), routeId: id }),
  ], 'must be the queue, another agent, or a route')
  .meta({ id: 'OfferDestination', description: 'Where a callback goes when an agent did not take its offer' });

export const caseField = z.strictObject({ key: someText(100), label }).meta({ id: 'CaseField', description: 'A key of the collected data, and what it is called' });
export const callbackField = z.strictObject({ key: z.enum(CALLBACK_FIELDS), label }).meta({ id: 'CallbackField', description: 'A fact about the callback, and what it is called' });

export const routePolicy = z
  .strictObject({
    timeZone: timeZone.meta({ description: 'Of the opening hours' }),
    languages: z.array(languageTag).min(1, 'must name at least one language').max(9, 'must not name more than 9 languages').meta({ description: 'What the IVR speaks; the first is the default' }),
    priority: figure(ROUTE_LIMITS.priority, 'steps').meta({ description: '1 is served first, 9 last' }),
    callerId: someText(40).meta({ description: 'What the customer’s telephone shows' }),
    webChannel: channel,
    hours: z.strictObject({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans }).meta({ id: 'WeeklyHours', description: 'By ISO weekday, 1 is Monday; a day that is left out is closed' }),
    holidayCountry: z.string().refine((code) => COUNTRIES.has(code), 'must be a country whose public holidays are known').nullable().meta({ description: 'Public holidays of this country are closed (ISO 3166-1 alpha-2)' }),
    closedDates: z.array(text(10)).max(1000, 'must not be more than 1,000 days').meta({ description: 'Further closed days, YYYY-MM-DD' }),
    leadTimeMs: milliseconds(ROUTE_LIMITS.leadTimeMs).meta({ description: 'From the request to when a `delayed` callback is due' }),
    windowMs: milliseconds(ROUTE_LIMITS.windowMs).meta({ description: 'How long after its due time a scheduled callback keeps its promise' }),
    preview: z.boolean().meta({ description: 'The offer shows the case before Accept or Reject' }),
    offerTimeoutMs: milliseconds(ROUTE_LIMITS.offerTimeoutMs),
    previewTimeoutMs: milliseconds(ROUTE_LIMITS.previewTimeoutMs).nullable().meta({ description: 'On `web`: an open preview dials by itself after this time; null: never' }),
    missedOfferMakesNotReady: z.boolean(),
    assigneeAloneMs: milliseconds(ROUTE_LIMITS.assigneeAloneMs).nullable().meta({ description: 'How long a distributed callback is its assignee’s alone; null: it stays theirs' }),
    offerBarMs: milliseconds(ROUTE_LIMITS.offerBarMs).meta({ description: 'How long a rejected or missed offer bars that agent from that callback' }),
    afterAttemptMs: milliseconds(ROUTE_LIMITS.afterAttemptMs).meta({ description: 'How long the case stays with its agent after an attempt without a conversation' }),
    ringTimeoutS: figure(ROUTE_LIMITS.ringTimeoutS, 'seconds'),
    machineDetection: z.boolean(),
    retryDelayMs: z.strictObject(Object.fromEntries(RETRIED_OUTCOMES.map((outcome) => [outcome, milliseconds(ROUTE_LIMITS.retryDelayMs)])) as Record<(typeof RETRIED_OUTCOMES)[number], z.ZodNumber>).meta({ id: 'RetryDelays', description: 'Until the next try, by how the last one ended' }),
    maximumAttempts: figure(ROUTE_LIMITS.maximumAttempts, 'attempts'),
    expiryMs: milliseconds(ROUTE_LIMITS.expiryMs).meta({ description: 'From the time asked for until a callback nobody could serve expires' }),
    dispositions: z.array(wantedDisposition).max(100, 'must not be more than 100'),
    dispositionMandatory: z.boolean(),
    instructions: text(MOST_TEXT).meta({ description: 'What the agent reads before and during the call' }),
    acceptOpens: z.enum(ACCEPT_OPENS).meta({ description: 'What Accept does on `voice`' }),
    afterRejectedOffer: destination,
    afterMissedOffer: destination,
    ownerRule: z.enum(OWNER_RULES).meta({ description: 'To whom a callback belongs that nobody distributed' }),
    automaticDistribution: z.enum(AUTOMATIC_DISTRIBUTIONS).meta({ description: 'Whether new requests are distributed on arrival' }),
    caseFields: z.array(caseField).max(100, 'must not be more than 100').nullable().meta({ description: 'Which collected data the case shows, in this order; null: all of it' }),
    callbackFields: z.array(callbackField).nullable().meta({ description: 'Which facts the callback information shows, in this order; null: all of them' }),
    previewFields: z.array(caseField).max(100, 'must not be more than 100').nullable().meta({ description: 'Which collected data an offer with preview shows, in this order; null: what the case shows' }),
    recording: z.enum(ROUTE_RECORDINGS).meta({ description: 'Whether calls are recorded: never, when the agent says so, or always' }),
    afterCallLimitMs: milliseconds(ROUTE_LIMITS.afterCallLimitMs).nullable().meta({ description: 'After a conversation, until the case is done by itself; null: until Mark Done' }),
  })
  .meta({ id: 'RoutePolicy', description: 'A route’s settings, read at the moment they are used' }) satisfies z.ZodType<RoutePolicy>;
