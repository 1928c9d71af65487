/** What a retry may answer: a failed connection, a read that timed out, or an error status. */
export type RetryPolicy = 'ct' | 'rt' | '4xx' | '5xx';

export interface Connection {
  /** The URL without its fragment, which is what is requested and signed. */
  readonly url: string;
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retries: number;
  readonly retryOn: ReadonlySet<RetryPolicy>;
  /** Twilio's code and sentence for each override that it refuses and replaces by the default. */
  readonly problems: readonly { readonly code: number; readonly message: string }[];
}

/** Nothing is tried longer than this, whatever the fragment says. */
const CAP_MS = 15_000;
const POLICIES: readonly RetryPolicy[] = ['ct', 'rt', '4xx', '5xx'];

/**
 * Reads the connection overrides in a URL's fragment (`#ct=2000&rc=3&rp=ct,5xx`). Defaults: connect 5 s, read 15 s, 15 s in all, one
 * retry after a failed connection. Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function connectionOf(hookUrl: string): Connection {
  const [url = '', fragment = ''] = hookUrl.split('#', 2);
  const given = new URLSearchParams(fragment);
  const problems: { code: number; message: string }[] = [];
  const number = (name: string, least: number, most: number, otherwise: number): number => {
    const text = given.get(name);
    if (text === null) return otherwise;
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    problems.push({ code: 11_100, message: `The connection override ${name} must be between ${least} and ${most}.` });
    return otherwise;
  };
  return {
    url,
    connectTimeoutMs: number('ct', 100, 10_000, 5000),
    readTimeoutMs: number('rt', 100, CAP_MS, CAP_MS),
    totalTimeoutMs: number('tt', 100, CAP_MS, CAP_MS),
    retries: number('rc', 0, 5, 1),
    retryOn: retryPolicies(given.get('rp'), problems),
    problems,
  };
}

function retryPolicies(text: string | null, problems: { code: number; message: string }[]): ReadonlySet<RetryPolicy> {
  if (text === null) return new Set<RetryPolicy>(['ct']);
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('all')) return new Set(POLICIES);
  const known = POLICIES.filter((policy) => names.includes(policy));
  if (known.length === names.length) return new Set(known);
  problems.push({ code: 11_243, message: 'HTTP retry policy is invalid' });
  return new Set<RetryPolicy>(['ct']);
}
