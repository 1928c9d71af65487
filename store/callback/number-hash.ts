import { createHmac } from 'node:crypto';

/** The keyed hash under which a number is compared and logged: HMAC-SHA256 of its E.164 form, in hexadecimal. */
export function hashNumber(key: Buffer, e164: string): string {
  return createHmac('sha256', key).update(e164).digest('hex');
}
