import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readMail } from '../../config/mail.ts';
import { afterMailFailure } from '../../messaging/mail-failure.ts';
import { createMail } from '../../messaging/mail.ts';

/*
 * Against a mail server that speaks SMTP, and ones that break off.
 */

interface Delivered {
  readonly from: string;
  readonly to: string[];
  readonly source: string;
}

const MAIL = { messageId: '0b8f5a1e-6f0e-4a6e-9a57-0f1f8c1d2e3f', to: 'yui@example.com', subject: 'ご請求書', text: 'Your invoice\n請求書です。' };

const delivered: Delivered[] = [];
let server: SMTPServer;
let port: number;

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'desk@example.com' && password === 'p@ss') done(null, { user: username });
      else done(Object.assign(new Error('no'), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('nobody')) return done(Object.assign(new Error('no such user nobody@example.com'), { responseCode: 550 }));
      if (address.startsWith('later')) return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
      done();
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        delivered.push({ from: String(envelope.mailFrom && envelope.mailFrom.address), to: envelope.rcptTo.map(({ address }) => address), source });
        if (source.includes('spam')) done(Object.assign(new Error('spam'), { responseCode: 554 }));
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  port = (listening.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((done) => server.close(done)));

function mailAt(url: string) {
  const mail = createMail(readMail(url, 'https://ringback.example'));
  if (mail === null) throw new Error('there is none');
  return mail;
}

test('an e-mail reaches the server whole, from whom the settings say', async () => {
  const sent = await mailAt(`smtp://desk%40example.com:p%40ss@127.0.0.1:${port}?from=centre@example.com`).sendMail(MAIL);
  expect(sent).toEqual({ result: 'accepted', sid: null, state: 'sent' });
  const { from, to, source } = delivered.at(-1) ?? { source: '' };
  expect([from, to]).toEqual(['centre@example.com', ['yui@example.com']]);
  expect(source).toContain('From: centre@example.com');
  expect(source).toContain(`Message-ID: <${MAIL.messageId}@example.com>`);
  expect(source).toMatch(/^Subject: =\?UTF-8\?/m);
  const body = source.split('\r\n\r\n')[1] ?? '';
  expect(/base64/i.test(source) ? Buffer.from(body, 'base64').toString() : body).toContain(/base64/i.test(source) ? '請求書です。' : '=E8=AB=8B');
});

test.each([
  ['the parameter `from`', 'smtp://desk%40example.com:x@mail.example?from=a@b.example', 'a@b.example'],
  ['the user, where that is an address', 'smtps://desk%40example.com:x@mail.example', 'desk@example.com'],
  ['the host of the public URL, else', 'smtp://desk:x@mail.example', 'ringback@ringback.example'],
  ['the same, where the user cannot be read', 'smtp://%zz@mail.example', 'ringback@ringback.example'],
  ['the same, where `from` is no address', 'smtp://mail.example?from=desk', 'ringback@ringback.example'],
])('e-mails are from %s', (_what, url, from) => {
  expect(readMail(url, 'https://ringback.example').mailFrom).toBe(from);
});

test('what is ours in the URL is not told to the mail server’s client; what is its own stays', () => {
  expect(readMail('smtp://mail.example:25?from=a@b.example&name=desk', 'http://localhost:3000').smtpUrl).toBe('smtp://mail.example:25?name=desk');
  expect(createMail(readMail(undefined, 'http://localhost:3000'))).toBeNull();
});

test.each([
  ['nobody@example.com', MAIL.text, { result: 'refused', reason: 'no_mailbox', code: 550 }],
  ['later@example.com', MAIL.text, { result: 'not_sent' }],
  ['yui@example.com', 'spam', { result: 'refused', reason: 'refused', code: 554 }],
])('what the server says of a mail to %s (%s) is told, without the address', async (to, body, result) => {
  const sent = await mailAt(`smtp://127.0.0.1:${port}`).sendMail({ ...MAIL, to, text: body });
  expect(sent).toMatchObject(result);
  expect(JSON.stringify(sent)).not.toContain('@');
});

test('a server that does not let us in is said to be that', async () => {
  expect(await mailAt(`smtp://desk%40example.com:wrong@127.0.0.1:${port}`).sendMail(MAIL)).toMatchObject({ result: 'refused', reason: 'mail_server' });
});

describe('a server that', () => {
  /** Speaks just so much SMTP, then hangs up. */
  async function breaking(after: (said: string) => string | null): Promise<Server> {
    const broken = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 mail.example\r\n');
      socket.on('data', (chunk) => {
        const answer = after(chunk.toString());
        if (answer === null) socket.destroy();
        else socket.write(answer);
      });
    });
    broken.listen(0, '127.0.0.1');
    await once(broken, 'listening');
    return broken;
  }

  test('breaks off once it has the message leaves open whether it is on its way', async () => {
    const broken = await breaking((said) => (said.startsWith('DATA') ? '354 go on\r\n' : said.endsWith('\r\n.\r\n') ? null : '250 fine\r\n'));
    const { port: at } = broken.address() as AddressInfo;
    expect(await mailAt(`smtp://127.0.0.1:${at}?ignoreTLS=true`).sendMail(MAIL)).toMatchObject({ result: 'unknown' });
    broken.close();
  });

  test('is not there took nothing', async () => {
    const gone = await breaking(() => null);
    const { port: at } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');
    expect(await mailAt(`smtp://127.0.0.1:${at}`).sendMail(MAIL)).toMatchObject({ result: 'not_sent' });
  });
});

test.each([
  [{ code: 'EDNS' }, 'not_sent'],
  [{ code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' }, 'not_sent'],
  [{ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, 'unknown'],
  [{ code: 'EABORT' }, 'unknown'],
  [{ code: 'ETLS' }, 'refused'],
  [{ code: 'EENVELOPE' }, 'refused'],
  [{ code: 'EAUTH', responseCode: 454 }, 'not_sent'],
  ['what is no error', 'unknown'],
])('%j is %s', (error, result) => {
  expect(afterMailFailure(error).result).toBe(result);
});
