import * as z from 'zod';
import type { HttpProblem } from '../problems.ts';
import { malformed } from '../problems.ts';

const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `is no ${prefix} sid`);

export const CALL_SID = sid('CA');
export const CONFERENCE_SID = sid('CF');
/** SMS, or MMS where Twilio makes one of it. */
export const MESSAGE_SID = z.string().regex(/^[SM]M[0-9a-fA-F]{32}$/, 'is no sid of a message');
export const CALLBACK_ID = z.uuid('is no callback id');
/** Labels as domain/leg.ts makes them. */
export const LABEL = z.string().regex(/^[a-z]+-\d{1,6}-\d{1,6}$/, 'is no label of a leg');
export const RECORDING_SID = sid('RE');
/** Stands for the number of an event that has none, as older kinds have. */
export const NO_SEQUENCE = '-';
/** Numbers the events about one call or conference. */
export const SEQUENCE = z.string().regex(/^\d{1,9}$/, 'is no sequence number').default(NO_SEQUENCE);
export const LANGUAGE = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is no language tag');
export const ATTEMPT = z.coerce.number<string>().int().min(1).max(1_000_000);

/** Reads a webhook's query or form. @throws HttpProblem 400 that names every bad field, and no value. */
export function read<T extends z.ZodType>(schema: T, values: unknown): z.output<T> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw malformed(parsed.error.issues.map(({ path, message }) => ({ parameter: path.join('.'), detail: message })));
}

/** A field that is well-formed and yet means nothing. */
export function badField(parameter: string, detail: string): HttpProblem {
  return malformed([{ parameter, detail }]);
}
