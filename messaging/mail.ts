import { createTransport } from 'nodemailer';
import type { Mail, MailRequest } from '../telephony/messaging.ts';
import { afterMailFailure } from './mail-failure.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 15_000;
/** The whole of it, however slowly the server goes on answering. */
const SEND_TIMEOUT_MS = 45_000;

/** Where e-mail goes, and who it is from. */
export interface MailConfig {
  /** `smtp:` or `smtps:` URL of the mail server, with what nodemailer takes in one. */
  readonly smtpUrl: string | null;
  /** An address. */
  readonly mailFrom: string;
}

/** The mail server as configured; null: there is none, and nothing can be sent by e-mail. */
export function createMail({ smtpUrl, mailFrom }: MailConfig): Mail | null {
  if (smtpUrl === null) return null;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: ANSWER_TIMEOUT_MS,
    socketTimeout: ANSWER_TIMEOUT_MS,
    // A message is what was typed; it names no file and no address on the web.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async sendMail({ messageId, to, subject, text }: MailRequest) {
      try {
        await transport.sendMail({
          from: mailFrom,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${messageId}@${domainOf(mailFrom)}>`,
          signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
        });
        return { result: 'accepted', sid: null, state: 'sent' };
      } catch (error) {
        return afterMailFailure(error);
      }
    },
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
