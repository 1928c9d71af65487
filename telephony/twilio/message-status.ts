import type { MessageReason, MessageState } from '../../domain/message.ts';

/*
 * The one translation of Twilio's words about messages into ours.
 */

/** https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks. `canceled` is for those sent at a time. */
const STATUSES: Readonly<Record<string, MessageState>> = {
  accepted: 'sending',
  scheduled: 'sending',
  queued: 'sending',
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

/** What a message's status says; null for a word that Twilio does not use of messages from us. */
export function readMessageStatus(status: string): MessageState | null {
  return Object.hasOwn(STATUSES, status) ? (STATUSES[status] ?? null) : null;
}

/** https://www.twilio.com/docs/api/errors */
const REASONS: ReadonlyMap<number, MessageReason> = new Map([
  [21211, 'takes_none'], // not a telephone number
  [21217, 'takes_none'], // does not appear to be valid
  [21265, 'takes_none'], // a short code
  [21614, 'takes_none'], // not a mobile number
  [30006, 'takes_none'], // a landline, or a carrier that cannot be reached
  [21610, 'unsubscribed'], // the customer has opted out
  [30003, 'unreachable'], // the handset is off or out of reach
  [30005, 'unreachable'], // the number is not in use
  [30004, 'kept_back'], // blocked by the receiver or the carrier
  [30007, 'kept_back'], // filtered by the carrier
  [21408, 'country'], // country not enabled (geo permissions)
  [21612, 'country'], // no way from that number to this one
  [21606, 'sender'], // the route's number is not ours, or sends no messages
  [21212, 'sender'], // the route's number is none
  [21660, 'sender'], // the route's number belongs to another account
  [30034, 'sender'], // the route's number is not registered with the carriers
]);

/** Why a message did not arrive, by Twilio's code; without one, or for any other, that it was refused. */
export function readMessageError(code: number | null): MessageReason {
  return (code === null ? undefined : REASONS.get(code)) ?? 'refused';
}
