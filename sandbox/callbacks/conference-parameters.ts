import { rfc2822 } from '../formats.ts';
import type { Conference, ConferenceEvent, Participant } from '../network/conference.ts';

/** Names of conference events as webhooks carry them, and the subscription each belongs to. */
export const EVENT_SUBSCRIPTION = {
  'conference-start': 'start',
  'conference-end': 'end',
  'participant-join': 'join',
  'participant-leave': 'leave',
  'participant-mute': 'mute',
  'participant-unmute': 'mute',
  'participant-hold': 'hold',
  'participant-unhold': 'hold',
  'participant-modify': 'modify',
  'participant-speech-start': 'speaker',
  'participant-speech-stop': 'speaker',
  'announcement-end': 'announcement',
  'announcement-fail': 'announcement',
} as const satisfies Record<string, ConferenceEvent>;

export type ConferenceEventName = keyof typeof EVENT_SUBSCRIPTION;

/**
 * The parameters of a conference's status callback; `participant` for events about one of them.
 * Source: https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback
 */
export function conferenceParameters(
  accountSid: string,
  conference: Conference,
  event: ConferenceEventName,
  participant: Participant | null,
): Record<string, string> {
  return {
    AccountSid: accountSid,
    ConferenceSid: conference.sid,
    FriendlyName: conference.friendlyName,
    StatusCallbackEvent: event,
    SequenceNumber: String(conference.sequence),
    Timestamp: rfc2822(Date.now()),
    ...(participant === null ? {} : participantParameters(participant)),
  };
}

function participantParameters(participant: Participant): Record<string, string> {
  return {
    CallSid: participant.callSid,
    Muted: String(participant.muted),
    Hold: String(participant.hold),
    Coaching: String(participant.coaching),
    EndConferenceOnExit: String(participant.endConferenceOnExit),
    StartConferenceOnEnter: String(participant.startConferenceOnEnter),
    ...(participant.label === null ? {} : { ParticipantLabel: participant.label }),
    ...(participant.callSidToCoach === null ? {} : { CallSidToCoach: participant.callSidToCoach }),
  };
}
