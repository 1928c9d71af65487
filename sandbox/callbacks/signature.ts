import { createHmac } from 'node:crypto';

/**
 * `X-Twilio-Signature`: HMAC-SHA1, keyed with the account's token, over the URL and then every POST parameter's name and value in
 * the names' order, in base64. A GET request signs its whole URL, query included, and no parameters.
 * Source: https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signature(authToken: string, url: string, parameters: Readonly<Record<string, string>>): string {
  const names = Object.keys(parameters).toSorted();
  const signed = names.reduce((text, name) => text + name + (parameters[name] ?? ''), url);
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}
