import type { Logger } from 'pino';
import type { LegRequest, PlaceResult, Telephony } from '../port.ts';
import type { Credentials } from './client.ts';
import { createClient } from './client.ts';
import { endCall, endConference } from './end-call.ts';
import { fetchLeg, findLeg } from './find-leg.ts';
import { placeLeg } from './place-leg.ts';
import { webhookUrls } from './urls.ts';

export { readAnsweredBy, readCallStatus, TwilioFailed } from './status.ts';
export { verifySignature } from './signatures.ts';

export interface TwilioOptions extends Credentials {
  /** Where REST requests go instead of Twilio; null or missing: to Twilio. */
  readonly baseUrl?: string | null;
  /** What Twilio calls: the base of every webhook. */
  readonly publicUrl: string;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/** The telephone network through Twilio's REST API. */
export function createTwilioTelephony(options: TwilioOptions): Telephony {
  const client = createClient(options, options.baseUrl ?? null);
  const urls = webhookUrls(options.publicUrl);
  return {
    placeLeg: async (request) => {
      const placed = await placeLeg(client, urls, request);
      logPlaced(options.log, request, placed);
      return placed;
    },
    endCall: (callSid) => endCall(client, callSid),
    endConference: (conferenceSid) => endConference(client, conferenceSid),
    fetchLeg: (callSid) => fetchLeg(client, callSid),
    findLeg: (lost) => findLeg(client, lost),
  };
}

/** One line per request for a leg, without its number. */
function logPlaced(log: TwilioOptions['log'], request: LegRequest, placed: PlaceResult): void {
  const { callbackId, label } = request;
  if (placed.result === 'placed') log.info({ callbackId, label, callSid: placed.callSid }, 'leg placed');
  else log.warn({ callbackId, label, result: placed.result, reason: placed.reason }, 'leg not placed');
}
