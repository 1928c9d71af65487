import * as z from 'zod';
import { LANGUAGES } from '../../domain/glossary/index.ts';
import { STATUSES } from '../../domain/status.ts';
import { ATTEMPT_OUTCOMES, CHANNELS, KINDS, ORIGINS } from '../../domain/words.ts';

/*
 * The pieces that every request and answer is made of. Each schema is at once the validation of what comes in, a component of
 * /v1/openapi.json, and so the source of the console's types.
 */

const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const LATEST = Date.parse('2100-01-01T00:00:00Z');

/** An instant in an answer: ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601', example: '2026-11-21T05:30:00.000Z' });

/** An instant in a request: ISO 8601 with its offset, within this century; parsed to UTC. */
export const wantedInstant = z.iso
  .datetime({ offset: true, error: 'must be a time in ISO 8601 with its offset, such as 2026-11-21T14:30:00+09:00' })
  .refine((text) => Date.parse(text) >= EARLIEST && Date.parse(text) < LATEST, 'must lie between the years 2000 and 2100')
  .meta({ description: 'ISO 8601 with an offset', example: '2026-11-21T14:30:00+09:00' });

/** Text that any database takes: no NUL, no half of a surrogate pair. */
export function text(maximum: number): z.ZodString {
  return z
    .string()
    .max(maximum)
    .refine((value) => !value.includes('\0') && !/\p{Surrogate}/u.test(value), 'must be well-formed text');
}

/** Text with something in it. */
export function someText(maximum: number): z.ZodString {
  return text(maximum).refine((value) => value.trim() !== '', 'must not be empty');
}

/** A language tag, as far as the product needs one. */
export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as "ja" or "en-GB"')
  .max(35);

/** The language of a download. */
export const reportLanguage = z.enum(LANGUAGES).optional().meta({ description: 'Language of the headings; otherwise by Accept-Language' });

/** An IANA time zone this machine knows. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'must be an IANA time zone such as "Asia/Tokyo"').meta({ example: 'Asia/Tokyo' });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && /^[A-Z]/i.test(name);
  } catch {
    return false;
  }
}

export const callbackId = z.uuid().meta({ description: 'Id of a callback' });

/** Ids of routes, agents and offers: opaque text. */
export const id = someText(128);

export const status = z.enum(STATUSES).meta({ id: 'Status', description: 'Where a callback stands in its life' });
export const kind = z.enum(KINDS).meta({ id: 'Kind', description: 'When the customer wants the call' });
export const origin = z.enum(ORIGINS).meta({ id: 'Origin', description: 'Where the request came from' });
export const channel = z.enum(CHANNELS).meta({ id: 'Channel', description: 'What an agent sets Ready on' });
export const attemptOutcome = z
  .enum(ATTEMPT_OUTCOMES)
  .meta({ id: 'AttemptOutcome', description: 'How one dialling of the customer ended' });

export const named = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Named', description: 'Something by its id, with the name to show' });

export const contactName = z
  .object({ id: z.uuid(), name: z.string(), reading: z.string().meta({ description: 'フリガナ; empty: not known' }) })
  .meta({ id: 'ContactName', description: 'A contact, with what to show of it in a list' });

/** Words per language tag. */
export const words = z.record(z.string(), z.string()).meta({ id: 'Words', description: 'What to show, by language tag' });

/** Who did something; `name` is null where nobody's name is known. */
export const actor = z
  .object({ type: z.enum(['user', 'customer', 'machine', 'system']), id: z.string().nullable(), name: z.string().nullable() })
  .meta({ id: 'Actor', description: 'Who did something' });
