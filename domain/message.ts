/** Ways of writing to a customer. */
export const MESSAGE_KINDS = ['sms', 'email'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * How far a message has come. `intended`: nobody has been asked to carry it yet. `sending`: it is handed over just now, or waits at the
 * network. `unknown`: it was handed over and the answer was lost. `sent`: who carries it has it; of an e-mail nothing more is learnt.
 */
export const MESSAGE_STATES = ['intended', 'sending', 'unknown', 'sent', 'delivered', 'undelivered', 'failed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * Why a message did not reach anybody: the customer wants none; the number takes none, or is no number; the telephone is off or gone;
 * the carrier keeps it back; its country is not open to us; the route's number cannot send any; there is no such mailbox; the mail
 * server does not let us in; nobody could be reached for too long, and it was not sent; or they do not want it for another reason.
 */
export const MESSAGE_REASONS = [
  'unsubscribed',
  'takes_none',
  'unreachable',
  'kept_back',
  'country',
  'sender',
  'no_mailbox',
  'mail_server',
  'not_sent',
  'refused',
] as const;
export type MessageReason = (typeof MESSAGE_REASONS)[number];

/** The longest text that Twilio takes, in UTF-16 units: https://www.twilio.com/docs/api/errors/21617 */
export const LONGEST_SMS = 1600;

const FAR: Readonly<Record<MessageState, number>> = { intended: 0, unknown: 1, sending: 2, sent: 3, delivered: 4, undelivered: 4, failed: 4 };

/** Whether a message that is in one state has come further with the other: what is told late, or again, never takes anything back. */
export function isFurther(known: MessageState, told: MessageState): boolean {
  return FAR[told] > FAR[known];
}

/** Whether it is certain that the message did not reach anybody. */
export function hasFailed(state: MessageState): boolean {
  return state === 'undelivered' || state === 'failed';
}

/** Whether there is nothing more to learn. Nobody tells whether an e-mail was delivered. */
export function isSettled(kind: MessageKind, state: MessageState): boolean {
  return hasFailed(state) || state === 'delivered' || (kind === 'email' && state === 'sent');
}
