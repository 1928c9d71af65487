import twilio from 'twilio';
import type { Credentials } from './client.ts';

const { AccessToken } = twilio.jwt;

/** How long a browser may use a token before it asks for the next. */
const TOKEN_LASTS_S = 3_600;

/** What a browser signs in to Twilio with. Whoever has it can be called as that identity until it expires: it is never logged. */
export interface SoftphoneToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * A token with which a browser takes the calls to `client:<identity>`, and makes none.
 *
 * @returns null where the account has no API key: nothing else can sign a token
 * @see https://www.twilio.com/docs/iam/access-tokens
 */
export function softphoneToken({ accountSid, apiKey, apiSecret }: Credentials, identity: string): SoftphoneToken | null {
  if (!apiKey || !apiSecret) return null;
  const made = new AccessToken(accountSid, apiKey, apiSecret, { identity, ttl: TOKEN_LASTS_S });
  made.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true }));
  return { token: made.toJwt(), expiresAt: new Date(Date.now() + TOKEN_LASTS_S * 1000) };
}
