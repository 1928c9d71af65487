import { isLabel } from '../network/labels.ts';
import type { Conference, ConferenceCallback, ParticipantOptions } from '../network/conference.ts';
import { CONFERENCE_EVENTS } from '../network/conference.ts';
import { conferenceNamed, labelInUse } from '../network/conferences.ts';
import { seatCaller } from '../network/participants.ts';
import { isSid } from '../formats.ts';
import { TwimlError } from './document.ts';
import type { TwimlElement } from './document.ts';
import { hookIn } from './fetch.ts';
import { actionStep } from './script.ts';
import type { Script, Step } from './script.ts';

/** `<Dial><Conference>`: the call is in the conference until that ends or it is taken out. */
export async function dialConference(script: Script, verb: TwimlElement, noun: TwimlElement): Promise<Step> {
  const conference = conferenceFor(script, noun.text);
  const options = optionsOf(script, noun);
  checkLabel(conference, options.label);
  const enteredAt = Date.now();
  await new Promise<void>((resolve) => {
    script.signal.addEventListener('abort', () => resolve(), { once: true });
    seatCaller(script.network, conference, script.call, options, resolve);
  });
  script.signal.throwIfAborted();
  const durationS = Math.round((Date.now() - enteredAt) / script.network.timings.secondMs);
  return actionStep(script, verb, { DialCallStatus: 'answered', DialCallDuration: String(durationS), DialBridged: 'true' });
}

function conferenceFor(script: Script, name: string): Conference {
  if (name === '') throw new TwimlError(13_237, 'Dial->Conference: Invalid Conference Name');
  if (!isSid('CF', name)) return conferenceNamed(script.network, name);
  const conference = script.network.conferences.get(name);
  if (conference === undefined || conference.status === 'completed') {
    throw new TwimlError(13_236, 'Dial->Conference: Invalid Conference Sid');
  }
  return conference;
}

function checkLabel(conference: Conference, label: string | null): void {
  if (label === null) return;
  if (!isLabel(label)) {
    throw new TwimlError(16_023, "Dial->Conference: Invalid participant label, must not exceed 128 characters, must not be a CallSid, must not contain '/'");
  }
  if (labelInUse(conference, label)) throw new TwimlError(16_025, 'Dial->Conference: Participant label is in use by another participant');
}

function optionsOf(script: Script, { attributes }: TwimlElement): ParticipantOptions {
  const wait = attributes['waitUrl'];
  const coach = attributes['coach'] ?? null;
  return {
    label: attributes['participantLabel'] ?? null,
    muted: attributes['muted'] === 'true',
    startConferenceOnEnter: attributes['startConferenceOnEnter'] !== 'false',
    endConferenceOnExit: attributes['endConferenceOnExit'] === 'true',
    coaching: coach !== null,
    callSidToCoach: coach,
    waitHook: wait === undefined ? undefined : wait === '' ? null : hookIn(script.document, wait, attributes['waitMethod']),
    callback: callbackOf(script, attributes),
  };
}

function callbackOf(script: Script, attributes: TwimlElement['attributes']): ConferenceCallback | null {
  const { statusCallback, statusCallbackMethod, statusCallbackEvent } = attributes;
  if (statusCallback === undefined) return null;
  const names = (statusCallbackEvent ?? 'start end').split(' ');
  const events = CONFERENCE_EVENTS.filter((event) => names.includes(event));
  return { ...hookIn(script.document, statusCallback, statusCallbackMethod), events };
}
