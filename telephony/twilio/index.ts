import type { Logger } from 'pino';
import type { LegRequest, PlaceResult, Telephony } from '../port.ts';
import type { Credentials } from './client.ts';
import { createClient } from './client.ts';
import * as conversation from './conversation.ts';
import { endCall, endConference } from './end-call.ts';
import { fetchLeg, findLeg } from './find-leg.ts';
import { fetchMessage, findMessage, sendMessage } from './messages.ts';
import { placeLeg } from './place-leg.ts';
import { fetchRecording, hearRecording, record } from './recordings.ts';
import { webhookUrls } from './urls.ts';

export { readMessageError, readMessageStatus } from './message-status.ts';
export { HUNG_UP, leftByItself, readAnsweredBy, readCallStatus, readRecordingStatus, TwilioFailed } from './status.ts';
export { verifySignature } from './signatures.ts';

export interface TwilioOptions extends Credentials {
  /** Where REST requests go instead of Twilio; null or missing: to Twilio. */
  readonly baseUrl?: string | null;
  /** What Twilio calls: the base of every webhook. */
  readonly publicUrl: string;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/** Requests about a running call are asked again soon, so that none may still be on its way when the next is done. */
const CONTROL_TIMEOUT_MS = 4_000;

/** The telephone network through Twilio's REST API. */
export function createTwilioTelephony(options: TwilioOptions): Telephony {
  const client = createClient(options, options.baseUrl ?? null);
  const quick = createClient(options, options.baseUrl ?? null, CONTROL_TIMEOUT_MS);
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
    changeParty: (party, wish) => conversation.changeParty(quick, urls, party, wish),
    removeParty: (party) => conversation.removeParty(quick, party),
    playTones: (party, token) => conversation.playTones(quick, urls, party, token),
    apologise: (callSid, language) => conversation.apologise(quick, urls, callSid, language),
    record: (wish) => record(quick, urls, wish),
    partiesOf: (conferenceSid) => conversation.partiesOf(client, conferenceSid),
    fetchConference: (conferenceSid, callSids) => conversation.fetchConference(client, conferenceSid, callSids),
    fetchRecording: (sid) => fetchRecording(client, sid),
    hearRecording: (sid, range) => hearRecording(client, sid, range),
    sendMessage: (request) => sendMessage(client, urls, request),
    fetchMessage: (sid) => fetchMessage(client, sid),
    findMessage: (lost) => findMessage(client, lost),
  };
}

/** One line per request for a leg, without its number. */
function logPlaced(log: TwilioOptions['log'], request: LegRequest, placed: PlaceResult): void {
  const { callbackId, label } = request;
  if (placed.result === 'placed') log.info({ callbackId, label, callSid: placed.callSid }, 'leg placed');
  else log.warn({ callbackId, label, result: placed.result, reason: placed.reason }, 'leg not placed');
}
