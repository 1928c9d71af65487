import type { About } from './state.ts';

/*
 * What this browser remembers of the telephone when a page is loaded anew: what it talked about last, and which devices it speaks
 * and listens by. Nothing of it names a customer.
 */

const LAST = 'ringback-softphone-last';
const DEVICES = 'ringback-softphone-devices';

/** A device by the browser's id, which some browsers make anew for every page, and by the name that people know it by. */
export interface ChosenDevice {
  readonly id: string;
  readonly name: string;
}

/** Null: the system's own choice. */
export interface ChosenDevices {
  readonly microphone: ChosenDevice | null;
  readonly speaker: ChosenDevice | null;
}

/** The chosen device among those that are there; null: the system's own choice, which also serves for one that is there no more. */
export function foundAmong(devices: readonly MediaDeviceInfo[], kind: MediaDeviceKind, chosen: ChosenDevice | null): MediaDeviceInfo | null {
  const own = devices.filter((device) => device.kind === kind);
  return own.find(({ deviceId }) => deviceId === chosen?.id) ?? own.find(({ label }) => label !== '' && label === chosen?.name) ?? null;
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
  return { microphone: deviceIn(known?.['microphone']), speaker: deviceIn(known?.['speaker']) };
}

function deviceIn(known: unknown): ChosenDevice | null {
  if (typeof known !== 'object' || known === null || !('id' in known && 'name' in known)) return null;
  return typeof known.id === 'string' && typeof known.name === 'string' ? { id: known.id, name: known.name } : null;
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
