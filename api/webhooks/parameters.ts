import * as z from 'zod';
import type { HttpProblem } from '../problems.ts';
import { malformed } from '../problems.ts';

const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `is no ${prefix} sid`);

export const CALL_SID = sid('CA');
export const CONFERENCE_SID = sid('CF');
export const CALLBACK_ID = z.uuid('is no callback id');
/** Labels as domain/leg.ts makes them. */
export const LABEL = z.string().regex(/^[a-z]+-\d{1,6}-\d{1,6}$/, 'is no label of a leg');
/** Numbers the events about one call or conference; older kinds of events have none. */
export const SEQUENCE = z.string().regex(/^\d{1,9}$/, 'is no sequence number').default('-');
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
