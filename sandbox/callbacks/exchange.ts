import http from 'node:http';
import https from 'node:https';
import type { IncomingMessage } from 'node:http';

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly location: string | null;
  readonly body: string;
}

/** No answer: `ct` when there was no connection, `rt` when the connection gave none in time. `code` is Twilio's alert. */
export class NoAnswer extends Error {
  readonly kind: 'ct' | 'rt';
  readonly code: number;

  constructor(kind: 'ct' | 'rt', code: number, message: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

/** One HTTP exchange on a connection of its own, following no redirects. Throws `NoAnswer`. */
export function exchange(request: HttpRequest): Promise<HttpAnswer> {
  const { promise, resolve, reject } = deferred<HttpAnswer>();
  const client = request.url.startsWith('https:') ? https : http;
  const { method, headers, signal } = request;
  const outgoing = client.request(request.url, { method, headers, agent: false, signal }, (incoming) => {
    void readAnswer(incoming).then(resolve, () => reject(new NoAnswer('rt', 11_200, 'The connection broke while the answer was read.')));
  });
  let connected = false;
  let timer = setTimeout(() => outgoing.destroy(new NoAnswer('ct', 11_205, 'TCP connection timed out')), request.connectTimeoutMs);
  outgoing.on('socket', (socket) => {
    socket.once('connect', () => {
      connected = true;
      clearTimeout(timer);
      timer = setTimeout(() => outgoing.destroy(new NoAnswer('rt', 11_200, 'The answer was not read in time.')), request.readTimeoutMs);
    });
  });
  outgoing.on('error', (error) => reject(asNoAnswer(error, connected)));
  outgoing.end(request.body);
  return promise.finally(() => clearTimeout(timer));
}

function asNoAnswer(error: Error, connected: boolean): NoAnswer {
  if (error instanceof NoAnswer) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const unconnected = !connected || CONNECTION_CODES.has(code);
  return new NoAnswer(unconnected ? 'ct' : 'rt', unconnected ? 11_205 : 11_200, code === '' ? error.message : code);
}

async function readAnswer(incoming: IncomingMessage): Promise<HttpAnswer> {
  incoming.setEncoding('utf8');
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  return {
    status: incoming.statusCode ?? 0,
    contentType: incoming.headers['content-type'] ?? '',
    location: incoming.headers.location ?? null,
    body,
  };
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
