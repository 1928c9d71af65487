import { parseNumber } from '../../../domain/numbers.ts';

/**
 * What Twilio puts in From when the caller's number is withheld or lost on the way: letters of a telephone keypad (ANONYMOUS,
 * RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE).
 * https://support.twilio.com/hc/en-us/articles/223179988-Why-am-I-getting-calls-from-these-strange-numbers-
 */
const NO_NUMBERS: ReadonlySet<string> = new Set(['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253']);

/** The number (E.164) a caller can be called back on; null when there is none: withheld, a SIP or client address, or impossible. */
export function callerNumber(from: string): string | null {
  if (!from.startsWith('+') || NO_NUMBERS.has(from)) return null;
  const parsed = parseNumber(from, 'ZZ');
  return parsed.ok ? parsed.e164 : null;
}
