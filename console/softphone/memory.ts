import type { About } from './state.ts';

/*
 * What this browser remembers of the telephone when a page is loaded anew: what it talked about last, and which devices it speaks
 * and listens by. Nothing of it names a customer.
 */

const LAST = 'ringback-softphone-last';
const DEVICES = 'ringback-softphone-devices';

/** Ids of devices as the browser names them; null: the system's own choice. */
export interface ChosenDevices {
  readonly microphone: string | null;
  readonly speaker: string | null;
}

export function lastCall(): About | null {
  const known = read(LAST);
  const isAbout = known !== null && typeof known['callbackId'] === 'string' && typeof known['attempt'] === 'number';
  return isAbout ? { callbackId: known['callbackId'] as string, attempt: known['attempt'] as number } : null;
}

export function rememberCall({ callbackId, attempt }: About): void {
  localStorage.setItem(LAST, JSON.stringify({ callbackId, attempt }));
}

export function chosenDevices(): ChosenDevices {
  const known = read(DEVICES);
  const idIn = (key: string) => (typeof known?.[key] === 'string' ? known[key] : null);
  return { microphone: idIn('microphone'), speaker: idIn('speaker') };
}

export function rememberDevices(devices: ChosenDevices): void {
  localStorage.setItem(DEVICES, JSON.stringify(devices));
}

function read(key: string): Record<string, unknown> | null {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return typeof known === 'object' ? (known as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}
