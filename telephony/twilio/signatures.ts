import twilio from 'twilio';
import { withoutSlash } from './urls.ts';

/** A webhook as it arrived. */
export interface SignedRequest {
  /** The `X-Twilio-Signature` header; undefined: none. */
  readonly signature: string | undefined;
  /** Path and query exactly as requested. */
  readonly originalUrl: string;
  /** The form's fields, or the raw text of a JSON body. */
  readonly body: Readonly<Record<string, unknown>> | string;
}

/**
 * Whether Twilio signed this request: HMAC-SHA1 over the public URL as configured (never the one a proxy shows us) and the form's
 * fields; for a JSON body over the URL, whose `bodySHA256` is then held against the raw body.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function verifySignature(secrets: { readonly authToken: string; readonly publicUrl: string }, request: SignedRequest): boolean {
  const { signature, originalUrl, body } = request;
  if (!signature || !originalUrl.startsWith('/')) return false;
  const url = withoutSlash(secrets.publicUrl) + originalUrl;
  return typeof body === 'string'
    ? twilio.validateRequestWithBody(secrets.authToken, signature, url, body)
    : twilio.validateRequest(secrets.authToken, signature, url, body);
}
