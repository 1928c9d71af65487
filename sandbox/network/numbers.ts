import { newSid } from '../formats.ts';
import { changed } from './network.ts';
import type { Network, OwnNumber } from './network.ts';

/** What answers one of the account's numbers. Methods default to POST. */
export interface NumberSettings {
  readonly voiceUrl?: string | undefined;
  readonly voiceMethod?: 'GET' | 'POST' | undefined;
  readonly fallbackUrl?: string | undefined;
  readonly fallbackMethod?: 'GET' | 'POST' | undefined;
  readonly statusCallback?: string | undefined;
  readonly statusCallbackMethod?: 'GET' | 'POST' | undefined;
}

/** Gives the account a number, or the number other settings. */
export function setNumber(network: Network, number: string, settings: NumberSettings): OwnNumber {
  const { voiceUrl, fallbackUrl, statusCallback } = settings;
  const own: OwnNumber = {
    sid: network.numbers.get(number)?.sid ?? newSid('PN'),
    number,
    voice: voiceUrl === undefined ? null : { url: voiceUrl, method: settings.voiceMethod ?? 'POST' },
    fallback: fallbackUrl === undefined ? null : { url: fallbackUrl, method: settings.fallbackMethod ?? 'POST' },
    statusCallback:
      statusCallback === undefined ? null : { url: statusCallback, method: settings.statusCallbackMethod ?? 'POST', events: ['completed'] },
  };
  network.numbers.set(number, own);
  changed(network, 'number', number);
  return own;
}
