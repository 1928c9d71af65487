import type { Twilio } from 'twilio';
import type { LegRequest, PlaceResult } from '../port.ts';
import { clientAddress } from './client-address.ts';
import { resultOfFailure } from './status.ts';
import type { WebhookUrls } from './urls.ts';

type Participants = ReturnType<Twilio['conferences']>['participants'];
type ParticipantOptions = Parameters<Participants['create']>[0];

const LEG_EVENTS = ['initiated', 'ringing', 'answered', 'completed'];
/** The first to join decides them for the whole conference, so every leg asks for the same. */
const CONFERENCE_EVENTS = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'announcement'];

/** Asks Twilio once to ring a participant. Never throws: what is not known is `unknown`. */
export async function placeLeg(client: Twilio, urls: WebhookUrls, request: LegRequest): Promise<PlaceResult> {
  try {
    const options = participantOptions(urls, request);
    const { callSid, conferenceSid, queueTime } = await client.conferences(request.conference).participants.create(options);
    if (!callSid || !conferenceSid) return { result: 'unknown', reason: "Twilio's answer names no call." };
    return { result: 'placed', callSid, conferenceSid, queueTimeMs: Number(queueTime) || 0 };
  } catch (error) {
    return resultOfFailure(error);
  }
}

/**
 * The whole request, everything said explicitly where Twilio's default would hurt.
 * https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
function participantOptions(urls: WebhookUrls, request: LegRequest): ParticipantOptions {
  return {
    to: clientAddress(request),
    from: request.from,
    label: request.label,
    timeout: request.ringTimeoutS,
    timeLimit: request.timeLimitS,
    beep: 'false',
    // The default adds 300 to 1000 ms to what each says to the other.
    jitterBufferSize: 'small',
    // A supervisor hears, and is heard by nobody until a change says otherwise; without them nothing is different.
    startConferenceOnEnter: request.role !== 'supervisor',
    ...(request.role === 'supervisor' && { muted: true }),
    // When the customer leaves, the agent is let go; when the agent is lost, the customer is not.
    endConferenceOnExit: request.role === 'customer',
    statusCallback: urls.leg(request.callbackId, request.label),
    statusCallbackMethod: 'POST',
    statusCallbackEvent: LEG_EVENTS,
    conferenceStatusCallback: urls.conference(request.callbackId, request.attempt),
    conferenceStatusCallbackMethod: 'POST',
    conferenceStatusCallbackEvent: CONFERENCE_EVENTS,
    waitUrl: urls.wait(request.callbackId, request.language),
    waitMethod: 'POST',
    ...(request.role === 'customer' && { earlyMedia: true }),
    ...(request.machineDetection && machineDetection(urls, request)),
  };
}

/** Detection on participants is always asynchronous: the parties talk while it listens. */
function machineDetection(urls: WebhookUrls, request: LegRequest): Partial<ParticipantOptions> {
  return {
    machineDetection: 'Enable',
    amdStatusCallback: urls.machine(request.callbackId, request.label),
    amdStatusCallbackMethod: 'POST',
  };
}
