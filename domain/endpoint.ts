import { parseNumber } from './numbers.ts';

/** Where an agent is rung: an E.164 number, a `sip:` or a `client:` address; or why what was written is none. */
export type ParsedEndpoint = { readonly ok: true; readonly endpoint: string } | { readonly ok: false };

/** What Twilio rings: sip:user@host, with a port or parameters; a client's identity of at most 121 characters. */
const SIP = /^sips?:[^\s@:;<>"]+@[A-Za-z0-9.[\]-]+(:\d{1,5})?(;[^\s<>"]+)?$/i;
const CLIENT = /^client:[A-Za-z0-9_.@+-]{1,121}$/;

const LONGEST = 255;

/**
 * Reads where an agent is rung, as an administrator writes it.
 * @param country ISO 3166-1 alpha-2 of numbers written without a country code; null: such numbers are not understood.
 */
export function parseEndpoint(text: string, country: string | null): ParsedEndpoint {
  const written = text.trim();
  if (written.length > LONGEST) return { ok: false };
  if (SIP.test(written) || CLIENT.test(written)) return { ok: true, endpoint: written };
  const parsed = parseNumber(written, country ?? 'ZZ');
  return parsed.ok ? { ok: true, endpoint: parsed.e164 } : { ok: false };
}

/** An endpoint as it may stand in the audit log: of a telephone number, also within an address, only the last four digits. */
export function maskEndpoint(endpoint: string): string {
  return endpoint.replace(/\+?\d{5,}/g, (digits) => `…${digits.slice(-4)}`);
}
