import type { LegRequest } from '../port.ts';

/**
 * Whom the request rings. To a `client:` it also says what the call is about, so that a browser answers by itself only what its
 * agent waits for: the SDK hands these over as the call's custom parameters.
 * https://www.twilio.com/docs/voice/api/conference-participant-resource#custom-parameters
 */
export function clientAddress({ to, callbackId, attempt, label }: Pick<LegRequest, 'to' | 'callbackId' | 'attempt' | 'label'>): string {
  if (!to.startsWith('client:')) return to;
  return `${to}?${new URLSearchParams({ attempt: String(attempt), callback: callbackId, leg: label }).toString()}`;
}
