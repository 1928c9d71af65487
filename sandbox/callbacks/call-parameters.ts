import { countryOf, rfc2822 } from '../formats.ts';
import type { Call, CallEvent } from '../network/call.ts';

/** The parameters of every webhook about a call: TwiML requests and status callbacks alike. */
export function callParameters(accountSid: string, call: Call): Record<string, string> {
  const from = countryOf(call.from);
  const to = countryOf(call.to);
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    ...place('From', from), ...place('To', to), ...place('Caller', from), ...place('Called', to),
    ...(call.parentCallSid === null ? {} : { ParentCallSid: call.parentCallSid }),
    ...(call.direction === 'inbound' ? { StirVerstat: 'TN-Validation-Passed-A' } : {}),
  };
}

/** Twilio sends the city, state and post code too; a sandbox number has none. */
function place(prefix: string, country: string): Record<string, string> {
  if (country === '') return {};
  return { [`${prefix}Country`]: country, [`${prefix}City`]: '', [`${prefix}State`]: '', [`${prefix}Zip`]: '' };
}

/** What a status callback has besides. `secondMs` is how long a second of Twilio's lasts here. */
export function progressParameters(call: Call, event: CallEvent, secondMs: number): Record<string, string> {
  const common = {
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(call.sequence),
    Timestamp: rfc2822(Date.now()),
  };
  if (event === 'initiated') return { ...common, CallStatus: 'initiated' };
  if (event !== 'completed') return common;
  const durationS = callDurationS(call, secondMs) ?? 0;
  return {
    ...common,
    CallDuration: String(durationS),
    Duration: String(Math.ceil(durationS / 60)),
    ...(call.sipResponseCode === null ? {} : { SipResponseCode: String(call.sipResponseCode) }),
    ...(call.detection?.waits === true && call.answeredBy !== null ? { AnsweredBy: call.answeredBy } : {}),
  };
}

/** Seconds between answer and end; null while the call goes on. */
export function callDurationS(call: Call, secondMs: number): number | null {
  if (call.endedAt === null) return null;
  return call.answeredAt === null ? 0 : Math.round((call.endedAt - call.answeredAt) / secondMs);
}
