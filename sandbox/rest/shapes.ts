import { callDurationS } from '../callbacks/call-parameters.ts';
import { formattedAddress, rfc2822, rfc2822OrNull } from '../formats.ts';
import type { Call } from '../network/call.ts';
import { hasEnded } from '../network/call.ts';
import type { Conference, Participant } from '../network/conference.ts';
import type { Message } from '../network/message.ts';
import type { Network } from '../network/network.ts';
import type { Recording } from '../network/recording.ts';
import { recordingUrl } from '../network/recording.ts';

/*
 * The JSON of each resource, with every field of Twilio's OpenAPI description (twilio-oai, twilio_api_v2010).
 */

const API_VERSION = '2010-04-01';

/** Path under which an account's resources are. */
export const accountPath = (network: Network): string => `/${API_VERSION}/Accounts/${network.account.accountSid}`;

const CALL_SUBRESOURCES = {
  notifications: 'Notifications', recordings: 'Recordings', payments: 'Payments', events: 'Events', siprec: 'Siprec', streams: 'Streams',
  transcriptions: 'Transcriptions', user_defined_message_subscriptions: 'UserDefinedMessageSubscriptions',
  user_defined_messages: 'UserDefinedMessages',
} as const;

/** A call. Source: https://www.twilio.com/docs/voice/api/call-resource */
export function callShape(network: Network, call: Call): Record<string, unknown> {
  const path = `${accountPath(network)}/Calls/${call.sid}`;
  const durationS = callDurationS(call, network.timings.secondMs);
  return {
    account_sid: network.account.accountSid, answered_by: call.answeredBy, api_version: API_VERSION, caller_name: null,
    date_created: rfc2822(call.createdAt), date_updated: rfc2822(call.updatedAt),
    direction: call.direction, duration: durationS === null ? null : String(durationS), end_time: rfc2822OrNull(call.endedAt),
    forwarded_from: null, from: call.from, from_formatted: formattedAddress(call.from), group_sid: null,
    parent_call_sid: call.parentCallSid, phone_number_sid: call.phoneNumberSid, price: null, price_unit: 'USD', queue_time: String(call.queueTimeMs),
    sid: call.sid, start_time: rfc2822OrNull(call.startedAt), status: call.status,
    subresource_uris: Object.fromEntries(Object.entries(CALL_SUBRESOURCES).map(([key, name]) => [key, `${path}/${name}.json`])),
    to: call.to, to_formatted: formattedAddress(call.to), trunk_sid: null, uri: `${path}.json`,
  };
}

/** A conference. Source: https://www.twilio.com/docs/voice/api/conference-resource */
export function conferenceShape(network: Network, conference: Conference): Record<string, unknown> {
  const path = `${accountPath(network)}/Conferences/${conference.sid}`;
  return {
    account_sid: network.account.accountSid, api_version: API_VERSION, call_sid_ending_conference: conference.callSidEnding,
    date_created: rfc2822(conference.createdAt), date_updated: rfc2822(conference.updatedAt),
    friendly_name: conference.friendlyName, reason_conference_ended: conference.reasonEnded, region: 'us1', sid: conference.sid,
    status: conference.status,
    subresource_uris: { participants: `${path}/Participants.json`, recordings: `${path}/Recordings.json` },
    uri: `${path}.json`,
  };
}

/** An active participant. Source: https://www.twilio.com/docs/voice/api/conference-participant-resource */
export function participantShape(network: Network, conference: Conference, participant: Participant): Record<string, unknown> {
  const call = network.calls.get(participant.callSid);
  return {
    account_sid: network.account.accountSid, call_sid: participant.callSid, call_sid_to_coach: participant.callSidToCoach,
    coaching: participant.coaching, conference_sid: conference.sid,
    date_created: rfc2822(participant.createdAt), date_updated: rfc2822(participant.updatedAt),
    end_conference_on_exit: participant.endConferenceOnExit, hold: participant.hold, label: participant.label, muted: participant.muted,
    queue_time: participant.madeByApi ? String(call?.queueTimeMs ?? 0) : null,
    start_conference_on_enter: participant.startConferenceOnEnter, status: participantStatus(participant, call),
    uri: `${accountPath(network)}/Conferences/${conference.sid}/Participants/${participant.callSid}.json`,
  };
}

function participantStatus(participant: Participant, call: Call | undefined): string {
  if (participant.joined) return 'connected';
  if (call === undefined || hasEnded(call)) return 'complete';
  if (call.status === 'ringing') return 'ringing';
  return call.startedAt === null ? 'queued' : 'connecting';
}

/** A call's recording. Source: https://www.twilio.com/docs/voice/api/recording */
export function recordingShape(network: Network, recording: Recording): Record<string, unknown> {
  return {
    account_sid: network.account.accountSid, api_version: API_VERSION, call_sid: recording.callSid, channels: recording.channels,
    conference_sid: null, date_created: rfc2822(recording.startedAt), date_updated: rfc2822(recording.updatedAt),
    duration: recording.durationS === null ? null : String(recording.durationS), encryption_details: null, error_code: null,
    price: null, price_unit: 'USD', sid: recording.sid, source: recording.source, start_time: rfc2822(recording.startedAt),
    status: recording.status, track: recording.track,
    uri: `${accountPath(network)}/Calls/${recording.callSid}/Recordings/${recording.sid}.json`,
  };
}

const RECORDING_SUBRESOURCES = { add_on_results: 'AddOnResults', transcriptions: 'Transcriptions' } as const;

/** A recording among all of the account's. Source: https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-resource */
export function accountRecordingShape(network: Network, recording: Recording): Record<string, unknown> {
  const path = `${accountPath(network)}/Recordings/${recording.sid}`;
  const { track: _track, ...shared } = recordingShape(network, recording);
  return {
    ...shared, media_url: recordingUrl(network, recording),
    subresource_uris: Object.fromEntries(Object.entries(RECORDING_SUBRESOURCES).map(([key, name]) => [key, `${path}/${name}.json`])),
    uri: `${path}.json`,
  };
}

/** Characters of one segment: 160, or 70 where the text needs Unicode. */
const segments = (body: string): number => Math.max(1, Math.ceil(body.length / (/^[\x20-\x7e\n\r]*$/.test(body) ? 160 : 70)));

/** A text message. Source: https://www.twilio.com/docs/messaging/api/message-resource */
export function messageShape(network: Network, message: Message): Record<string, unknown> {
  const path = `${accountPath(network)}/Messages/${message.sid}`;
  return {
    account_sid: network.account.accountSid, api_version: API_VERSION, body: message.body, date_created: rfc2822(message.createdAt),
    date_sent: rfc2822OrNull(message.sentAt), date_updated: rfc2822(message.updatedAt), direction: 'outbound-api',
    error_code: message.errorCode, error_message: message.errorCode === null ? null : 'Unreachable destination handset',
    from: message.from, messaging_service_sid: message.messagingServiceSid, num_media: String(message.mediaCount),
    num_segments: String(segments(message.body)), price: null, price_unit: 'USD', sid: message.sid, status: message.status,
    subresource_uris: { media: `${path}/Media.json` }, to: message.to, uri: `${path}.json`,
  };
}
