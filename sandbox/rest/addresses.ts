import { isE164 } from '../formats.ts';
import type { Network } from '../network/network.ts';
import { badRequest } from './errors.ts';
import type { Parameters } from './parameters.ts';

const CLIENT = /^client:[\w.@%+-]+(\?.*)?$/;
const SIP = /^sips?:[^@\s]+@[^@\s]+$/;

/** Whether the address is a telephone, as against a `client:` or `sip:` one. */
const isTelephone = (address: string): boolean => !/^(client|sips?):/.test(address);

/** A `client:` is shown as `client:name`; what it is told behind the `?` is for the SDK alone. */
const shown = (address: string): string => (CLIENT.test(address) ? address.replace(/\?.*$/, '') : address);

/**
 * Who is called and who seems to call. Throws Twilio's codes: 21201 no To, 21213 no From, 21211 To is not valid, 21212 From is not
 * valid, 21210 From is not one of the account's numbers.
 */
export function readParties(network: Network, parameters: Parameters): { from: string; to: string } {
  const to = parameters.text('To') ?? '';
  if (to === '') throw badRequest(21_201, "No 'To' number is specified");
  const given = parameters.text('From') ?? '';
  if (given === '') throw badRequest(21_213, "No 'From' number is specified");
  const reachable = isTelephone(to) ? isE164(to) : CLIENT.test(to) || SIP.test(to);
  if (!reachable) throw badRequest(21_211, `The phone number you are attempting to call, ${to}, is not valid.`);
  const from = parameters.text('CallerId') ?? given;
  checkCallerId(network, to, from);
  return { from, to: shown(to) };
}

function checkCallerId(network: Network, to: string, from: string): void {
  if (!isTelephone(to) && !from.startsWith('+')) return;
  if (!isE164(from)) throw badRequest(21_212, `The source phone number provided, ${from}, is not valid.`);
  if (network.numbers.has(from)) return;
  throw badRequest(
    21_210,
    `The source phone number provided, ${from}, is not yet verified for your account. You may only make calls from phone numbers that you've verified or purchased from Twilio.`,
  );
}
