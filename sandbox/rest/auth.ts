import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../network/network.ts';
import { RestError } from './errors.ts';

/** Checks Basic credentials: the account's SID and token, or an API key and its secret. Throws 20003 otherwise. */
export function authenticate(account: Account, accountSid: string, authorization: string | undefined): void {
  const [scheme = '', encoded = ''] = (authorization ?? '').split(' ');
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const password = rest.join(':');
  const byToken = user === account.accountSid && same(password, account.authToken);
  const byKey = account.apiKey !== null && account.apiSecret !== null && user === account.apiKey && same(password, account.apiSecret);
  if (scheme.toLowerCase() === 'basic' && (byToken || byKey) && accountSid === account.accountSid) return;
  throw new RestError(401, 20_003, 'Authenticate');
}

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one.padEnd(128)), Buffer.from(other.padEnd(128)));
