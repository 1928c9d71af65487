import type { Participant } from './conference.ts';

/** Stops what is played to the participant alone: waiting music, hold music, an announcement. */
export function stopAudio(participant: Participant): void {
  participant.audio?.abort();
  participant.audio = null;
}

/** Replaces what is played to the participant; the signal aborts when something else is to be played. */
export function startAudio(participant: Participant): AbortSignal {
  stopAudio(participant);
  participant.audio = new AbortController();
  return participant.audio.signal;
}
