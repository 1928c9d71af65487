import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionOf } from './overrides.ts';
import type { Connection } from './overrides.ts';
import { exchange, NoAnswer } from './exchange.ts';
import type { HttpAnswer } from './exchange.ts';
import { signature } from './signature.ts';
import type { Journal } from '../journal.ts';

/** A URL to call and how. */
export interface Hook {
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

export interface Delivery {
  readonly hook: Hook;
  readonly parameters: Readonly<Record<string, string>>;
  /** The call, conference or message that it is about. */
  readonly sid: string;
  /** Fewer retries than the URL asks for; TwiML gets one at most. */
  readonly mostRetries?: number;
}

/** `answer` is null when nobody answered; `code` is then Twilio's alert, as it is for an error status (11200). */
export interface Outcome {
  readonly answer: HttpAnswer | null;
  readonly code: number | null;
  readonly message: string;
}

export interface Sender {
  /** Sends one signed webhook, retrying as its URL's fragment says, and journals it. Never throws. */
  deliver(delivery: Delivery): Promise<Outcome>;
  /** The same, but resolves after the first try: events that follow do not wait for the retries of this one. Never throws. */
  post(delivery: Delivery): Promise<void>;
}

const MOST_REDIRECTS = 10;
/** Pauses grow threefold, so that five retries fill most of the 15 s. */
const FIRST_PAUSE_MS = 100;

/** A sender for one account; nothing is sent after `stopped`. */
export function createSender(authToken: string, journal: Journal, stopped: AbortSignal): Sender {
  const deliver = async (delivery: Delivery, afterFirst: () => void): Promise<Outcome> => {
    const connection = connectionOf(delivery.hook.url);
    for (const { code, message } of connection.problems) {
      journal.add({ kind: 'alert', level: 'error', code, message, sid: delivery.sid, url: connection.url });
    }
    const { outcome, attempts } = await withRetries(delivery, connection, authToken, stopped, afterFirst);
    if (!stopped.aborted) record(journal, delivery, connection, outcome, attempts);
    return outcome;
  };
  return {
    deliver: (delivery) => deliver(delivery, () => undefined),
    post: (delivery) => new Promise((resolve, reject) => void deliver(delivery, resolve).catch(reject)),
  };
}

async function withRetries(
  delivery: Delivery,
  connection: Connection,
  authToken: string,
  stopped: AbortSignal,
  afterFirst: () => void,
): Promise<{ outcome: Outcome; attempts: number }> {
  const retries = Math.min(connection.retries, delivery.mostRetries ?? connection.retries);
  const deadline = Date.now() + connection.totalTimeoutMs;
  const token = randomUUID();
  for (let attempt = 0; ; attempt += 1) {
    const { outcome, failure } = await attemptOnce(delivery, connection, authToken, token, deadline, stopped);
    afterFirst();
    const pauseMs = FIRST_PAUSE_MS * 3 ** attempt;
    const again = failure !== null && connection.retryOn.has(failure) && attempt < retries && Date.now() + pauseMs < deadline;
    if (!again || stopped.aborted) return { outcome, attempts: attempt + 1 };
    await sleep(pauseMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}

type Failure = 'ct' | 'rt' | '4xx' | '5xx';

async function attemptOnce(
  delivery: Delivery,
  connection: Connection,
  authToken: string,
  token: string,
  deadline: number,
  stopped: AbortSignal,
): Promise<{ outcome: Outcome; failure: Failure | null }> {
  try {
    const answer = await follow(delivery, connection, authToken, token, deadline, stopped);
    if (answer.status >= 200 && answer.status < 300) return { outcome: { answer, code: null, message: '' }, failure: null };
    const failure = answer.status >= 500 ? '5xx' : '4xx';
    return { outcome: { answer, code: 11_200, message: `Got HTTP ${answer.status} response` }, failure };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { outcome: { answer: null, code: error.code, message: error.message }, failure: error.kind };
  }
}

async function follow(
  delivery: Delivery,
  connection: Connection,
  authToken: string,
  token: string,
  deadline: number,
  stopped: AbortSignal,
): Promise<HttpAnswer> {
  let url = connection.url;
  let { method } = delivery.hook;
  for (let redirects = 0; ; redirects += 1) {
    const leftMs = Math.max(1, deadline - Date.now());
    const answer = await exchange({
      ...signedRequest(url, method, delivery.parameters, authToken, token),
      connectTimeoutMs: Math.min(connection.connectTimeoutMs, leftMs),
      readTimeoutMs: Math.min(connection.readTimeoutMs, leftMs),
      signal: stopped,
    });
    if (answer.location === null || answer.status < 300 || answer.status >= 400 || redirects === MOST_REDIRECTS) return answer;
    url = new URL(answer.location, url).href;
    if (answer.status < 307) method = 'GET';
  }
}

function signedRequest(
  url: string,
  method: 'GET' | 'POST',
  parameters: Readonly<Record<string, string>>,
  authToken: string,
  token: string,
): { url: string; method: 'GET' | 'POST'; headers: Record<string, string>; body: string } {
  const form = new URLSearchParams(parameters).toString();
  const isPost = method === 'POST';
  const fullUrl = isPost ? url : `${url}${url.includes('?') ? '&' : '?'}${form}`;
  const headers: Record<string, string> = {
    'user-agent': 'TwilioProxy/1.1',
    accept: '*/*',
    'x-twilio-signature': signature(authToken, fullUrl, isPost ? parameters : {}),
    'i-twilio-idempotency-token': token,
  };
  if (isPost) {
    headers['content-type'] = 'application/x-www-form-urlencoded; charset=UTF-8';
    headers['content-length'] = String(Buffer.byteLength(form));
  }
  return { url: fullUrl, method, headers, body: isPost ? form : '' };
}

function record(journal: Journal, delivery: Delivery, connection: Connection, outcome: Outcome, attempts: number): void {
  const { sid, parameters, hook } = delivery;
  const status = outcome.answer?.status ?? null;
  const error = outcome.code === null ? null : outcome.message;
  journal.add({ kind: 'callback', method: hook.method, url: connection.url, parameters, status, error, attempts });
  if (outcome.code === null) return;
  journal.add({ kind: 'alert', level: 'error', code: outcome.code, message: outcome.message, sid, url: connection.url });
}
