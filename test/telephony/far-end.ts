import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

/** What the far end answers: a status and a JSON body, or whatever it likes to do to the socket. */
export type Answer = { readonly status: number; readonly body: unknown } | ((response: ServerResponse) => void);

export interface FarEnd {
  readonly url: string;
  readonly heard: Heard[];
  /** Decides every answer from now on. */
  answer: (request: Heard) => Answer;
  close(): Promise<void>;
}

/** A server in Twilio's place that remembers what it was asked. */
export async function openFarEnd(): Promise<FarEnd> {
  const server = createServer((request, response) => void respond(farEnd, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const farEnd: FarEnd = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: [],
    answer: () => twilioError(404, 20404),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return farEnd;
}

async function respond(farEnd: FarEnd, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const heard = await hear(request);
  farEnd.heard.push(heard);
  const answer = farEnd.answer(heard);
  if (typeof answer === 'function') return answer(response);
  response.writeHead(answer.status, { 'Content-Type': 'application/json' });
  response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
}

async function hear(request: IncomingMessage): Promise<Heard> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const url = new URL(request.url ?? '/', 'http://far.end');
  return { method: request.method ?? '', path: url.pathname, query: url.searchParams, form: new URLSearchParams(text), headers: request.headers };
}

/** An error as Twilio writes it. */
export function twilioError(status: number, code: number): { status: number; body: unknown } {
  const body = { code, message: 'The number +819012345678 is not what it should be', more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  return { status, body };
}
