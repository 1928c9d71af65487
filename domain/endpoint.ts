import { parseNumber } from './numbers.ts';

/** Where an agent is rung: an E.164 number, a `sip:` or a `client:` address; or why what was written is none. */
export type ParsedEndpoint = { readonly ok: true; readonly endpoint: string } | { readonly ok: false };

/** What kind of telephone that is: `softphone` is a `client:` address; `unusable` is one that cannot be rung. */
export const ENDPOINT_KINDS = ['none', 'unusable', 'number', 'sip', 'softphone'] as const;
export type EndpointKind = (typeof ENDPOINT_KINDS)[number];

/** What is written for the agent's own softphone: its address is made of who the agent is. */
export const SOFTPHONE = 'client:';

/**
 * What Twilio rings: sip:user@host, with a port or parameters; a client's identity of at most 121 letters, digits and underscores.
 * https://www.twilio.com/docs/voice/sdks/javascript/twiliodevice#instantiate-a-device
 */
const SIP = /^sips?:[^\s@:;<>"]+@[A-Za-z0-9.[\]-]+(:\d{1,5})?(;[^\s<>"]+)?$/i;
const CLIENT = /^client:[A-Za-z0-9_]{1,121}$/;

const LONGEST = 255;

/**
 * Reads where an agent is rung, as an administrator writes it; `client:` alone is the agent's own softphone.
 * @param country ISO 3166-1 alpha-2 of numbers written without a country code; null: such numbers are not understood.
 */
export function parseEndpoint(text: string, country: string | null, agentId: string): ParsedEndpoint {
  const written = text.trim();
  if (written.length > LONGEST) return { ok: false };
  if (written === SOFTPHONE) return { ok: true, endpoint: softphoneOf(agentId) };
  if (SIP.test(written) || CLIENT.test(written)) return { ok: true, endpoint: written };
  const parsed = parseNumber(written, country ?? 'ZZ');
  return parsed.ok ? { ok: true, endpoint: parsed.e164 } : { ok: false };
}

/** The kind of an endpoint as it is stored; null: the agent has none. */
export function kindOfEndpoint(endpoint: string | null): EndpointKind {
  if (endpoint === null) return 'none';
  if (CLIENT.test(endpoint)) return 'softphone';
  if (SIP.test(endpoint)) return 'sip';
  return parseNumber(endpoint, 'ZZ').ok ? 'number' : 'unusable';
}

/** The name a softphone signs in to the network with; null: the endpoint is no softphone. */
export function identityOf(endpoint: string | null): string | null {
  return endpoint !== null && CLIENT.test(endpoint) ? endpoint.slice(SOFTPHONE.length) : null;
}

/** The address of an agent's own softphone. What Twilio does not take in an identity is written by its code, so no two agents share one. */
export function softphoneOf(agentId: string): string {
  const known = agentId.replace(/[^A-Za-z0-9]/gu, (other) => `_${Number(other.codePointAt(0)).toString(16)}_`);
  return `${SOFTPHONE}agent_${known}`;
}

/** An endpoint as it may stand in the audit log: of a telephone number, also within an address, only the last four digits. */
export function maskEndpoint(endpoint: string): string {
  return endpoint.replace(/\+?\d{5,}/g, (digits) => `…${digits.slice(-4)}`);
}
