import { randomBytes } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** A new identifier: two capital letters and 32 hex digits, as Twilio's are. */
export const newSid = (prefix: string): string => prefix + randomBytes(16).toString('hex');

/** Whether the text is an identifier with that prefix. */
export const isSid = (prefix: string, text: string): boolean => new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(text);

/** RFC 2822 in UTC with a numeric zone, as in `Thu, 01 Jun 2017 20:48:32 +0000`. */
export const rfc2822 = (epochMs: number): string => new Date(epochMs).toUTCString().replace('GMT', '+0000');

/** The same for an instant that may not have come: null. */
export const rfc2822OrNull = (epochMs: number | null): string | null => (epochMs === null ? null : rfc2822(epochMs));

/** Whether the text is E.164 with a length its country allows. Fictional numbers (555-01xx) are. */
export const isE164 = (text: string): boolean =>
  /^\+[1-9]\d{6,14}$/.test(text) && (parsePhoneNumberFromString(text)?.isPossible() ?? false);

/** ISO 3166 code of the number's country; empty where it has none. */
export const countryOf = (address: string): string =>
  address.startsWith('+') ? (parsePhoneNumberFromString(address)?.country ?? '') : '';

/** Twilio's `to_formatted`: `(415) 867-5309` for North America, the address as it is for everything else. */
export function formattedAddress(address: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(address);
  return match === null ? address : `(${match[1]}) ${match[2]}-${match[3]}`;
}

/**
 * Whether Twilio takes the text as a URL to call: http or https, a host without underscores, 4,000 characters at most. Hosts on
 * this machine are accepted, which Twilio could not reach.
 */
export function isCallableUrl(text: string): boolean {
  if (text.length > 4000 || /\s/.test(text)) return false;
  try {
    const { protocol, hostname } = new URL(text);
    return (protocol === 'http:' || protocol === 'https:') && hostname !== '' && !hostname.includes('_');
  } catch {
    return false;
  }
}
