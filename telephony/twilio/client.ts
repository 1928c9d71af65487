import http from 'node:http';
import https from 'node:https';
import twilio from 'twilio';

/** The whole of one request, from dialling the socket to the last byte of the answer, unless it is said otherwise. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Reaching Twilio's front door. Shorter than the request's, so that a time-out tells whether anything was sent. */
const CONNECT_TIMEOUT_MS = 5_000;

/** What it takes to speak to an account. An API key signs the requests in place of the auth token when both its parts are given. */
export interface Credentials {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKey?: string | null;
  readonly apiSecret?: string | null;
}

/**
 * The official client for one account. Requests time out, are never repeated by the client, and never reuse a socket
 * (a kept one may have been closed by the far end, and its reset would leave open whether a telephone rings).
 * @param baseUrl Where the requests go instead of `https://api.twilio.com` (the sandbox, a test); null: to Twilio.
 */
export function createClient(credentials: Credentials, baseUrl: string | null, timeoutMs = REQUEST_TIMEOUT_MS): twilio.Twilio {
  const { accountSid, authToken, apiKey, apiSecret } = credentials;
  const [username, password] = apiKey && apiSecret ? [apiKey, apiSecret] : [accountSid, authToken];
  const httpClient = createHttpClient(baseUrl === null ? null : new URL(baseUrl), timeoutMs);
  // The client's debug log prints URLs, and with them telephone numbers: no environment variable may turn it on.
  return new twilio.Twilio(username, password, { accountSid, httpClient, logLevel: 'none' });
}

function createHttpClient(origin: URL | null, timeoutMs: number): twilio.RequestClient {
  const client = new twilio.RequestClient({ timeout: timeoutMs, keepAlive: false, autoRetry: false });
  const { defaults, interceptors } = client.axios;
  defaults.httpAgent = connectsInTime(new http.Agent({ keepAlive: false }), 'connect');
  // An agent for a proxy (HTTP_PROXY) opens its sockets in its own way and stays as it is.
  if (defaults.httpsAgent instanceof https.Agent) connectsInTime(defaults.httpsAgent, 'secureConnect');
  interceptors.request.use((config) => {
    if (config.url !== undefined && origin !== null) config.url = atOrigin(config.url, origin);
    // Whoever reads an answer for longer brings a signal of their own.
    config.signal ??= AbortSignal.timeout(timeoutMs);
    return config;
  });
  return client;
}

function atOrigin(uri: string, origin: URL): string {
  const { pathname, search } = new URL(uri);
  return new URL(pathname + search, origin).href;
}

/**
 * Has an agent give a socket up that is not open in time, with the error the operating system would give: `ETIMEDOUT` of
 * `connect`. Without it, a request that was never written and one that was never answered end in the same time-out.
 */
function connectsInTime(agent: http.Agent, opened: 'connect' | 'secureConnect'): http.Agent {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback);
    const late = Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT', syscall: 'connect' });
    const timer = setTimeout(() => socket?.destroy(late), CONNECT_TIMEOUT_MS);
    for (const event of [opened, 'close']) socket?.once(event, () => clearTimeout(timer));
    return socket;
  };
  return agent;
}
