import type { MessageReason } from '../domain/message.ts';
import type { SendResult } from '../telephony/messaging.ts';

/** What of nodemailer's errors tells them apart: https://nodemailer.com/errors. Their text holds addresses, and is never read. */
interface MailError {
  readonly code?: unknown;
  /** The server's reply: RFC 5321, 4.2.1. */
  readonly responseCode?: unknown;
  /** The command it replied to. */
  readonly command?: unknown;
  /** What Node said, where nodemailer has put its own code in place of it. */
  readonly originalCode?: unknown;
  /** What was waited for in vain. */
  readonly timeoutType?: unknown;
}

/** Errors from before a connection stood. */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EDNS']);
/** Waiting for these, nothing of the message has been said yet. */
const BEFORE_ANYTHING: ReadonlySet<unknown> = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);
/** The mail server and our settings do not go together. */
const SETTINGS: ReadonlySet<unknown> = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG', 'EPROXY']);

/**
 * What became of an e-mail that ended in an error. A reply of the server's says so: 4yz that it may be tried again, 5yz that it is
 * refused for good. Without one, what is not known to have failed before the message may have been taken.
 */
export function afterMailFailure(thrown: unknown): SendResult {
  const error: MailError = typeof thrown === 'object' && thrown !== null ? thrown : {};
  if (typeof error.responseCode === 'number') return afterReply(error, error.responseCode);
  const word = typeof error.code === 'string' ? error.code : 'no code';
  if (NEVER_CONNECTED.has(error.code) || NEVER_CONNECTED.has(error.originalCode) || BEFORE_ANYTHING.has(error.timeoutType)) {
    return { result: 'not_sent', why: `The mail server could not be reached (${word}).` };
  }
  if (SETTINGS.has(error.code)) return { result: 'refused', reason: 'mail_server', code: null, why: `The mail server does not let us in (${word}).` };
  if (error.code === 'EENVELOPE') return { result: 'refused', reason: 'no_mailbox', code: null, why: 'The address is none that mail can be sent to.' };
  return { result: 'unknown', why: `The mail server’s answer did not arrive (${word}).` };
}

function afterReply(error: MailError, responseCode: number): SendResult {
  const why = `The mail server answered ${responseCode}.`;
  return responseCode < 500 ? { result: 'not_sent', why } : { result: 'refused', reason: reasonOf(error), code: responseCode, why };
}

function reasonOf({ code, command }: MailError): MessageReason {
  if (SETTINGS.has(code)) return 'mail_server';
  return command === 'RCPT TO' ? 'no_mailbox' : 'refused';
}
