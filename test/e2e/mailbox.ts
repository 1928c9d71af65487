import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything, and where it is found. */
export interface Mailbox {
  readonly smtpUrl: string;
  /** What has come in, each message as it was sent. */
  readonly received: readonly { readonly to: readonly string[]; readonly source: string }[];
}

/** Opens a mail server on this machine; it lasts as long as the process. */
export async function openMailbox(): Promise<Mailbox> {
  const received: { to: string[]; source: string }[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), source: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  const listening = smtp.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  smtp.server.unref();
  return { smtpUrl: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}?from=centre@example.com`, received };
}
