import type { Call, Device } from '@twilio/voice-sdk';
import type { ChosenDevices } from './memory.ts';
import { foundAmong } from './memory.ts';
import type { About, MicrophoneTrouble } from './state.ts';

/** A call that rings in this browser, or talks. */
export interface LineCall {
  readonly id: string;
  /** What it says it is about; null: nothing. */
  readonly about: About | null;
  answer(devices: ChosenDevices): Promise<void>;
  decline(): void;
  mute(on: boolean): void;
}

/** What a line tells of itself. */
export interface Hears {
  line(line: 'connecting' | 'registered' | 'lost'): void;
  /** The network does not take the token: too old, or never good. */
  badToken(): void;
  tokenEnds(): void;
  rings(call: LineCall): void;
  talks(id: string): void;
  over(id: string, isTorn: boolean): void;
  muted(isMuted: boolean): void;
  microphone(trouble: MicrophoneTrouble): void;
}

/** A way to the network on which this browser can be rung. */
export interface Line {
  renew(token: string): void;
  /** Takes these devices from now on. */
  use(devices: ChosenDevices): Promise<void>;
  close(): void;
}

/** Asked for the next token this long before the old one ends. */
const TOKEN_MARGIN_MS = 60_000;

/** The access token is bad, has ended, or says what the account does not allow. https://www.twilio.com/docs/api/errors */
const TOKEN_ERRORS = new Set([20_101, 20_104, 20_151, 31_201, 31_202, 31_203, 31_204, 31_205, 31_207]);
const MICROPHONE_ERRORS: Readonly<Record<number, MicrophoneTrouble>> = { 31_401: 'refused', 31_402: 'in_use' };

/** Opens the way to Twilio. The SDK is loaded now: who has another telephone never does. It finds the way again by itself. */
export async function openLine(token: string, hears: Hears): Promise<Line> {
  const { Device } = await import('@twilio/voice-sdk');
  const device = new Device(token, {
    appName: 'Ringback',
    closeProtection: true,
    enableImprovedSignalingErrorPrecision: true,
    tokenRefreshMs: TOKEN_MARGIN_MS,
  });
  // The console has sounds of its own, and what is awaited is answered before it has rung.
  device.audio?.incoming(false);
  device.on('registering', () => hears.line('connecting'));
  device.on('registered', () => hears.line('registered'));
  device.on('unregistered', () => hears.line('lost'));
  device.on('tokenWillExpire', () => hears.tokenEnds());
  device.on('error', ({ code }: { code: number }) => {
    if (TOKEN_ERRORS.has(code)) hears.badToken();
    else if (!isIn(device, 'registered')) hears.line('lost');
  });
  device.on('incoming', (call) => hears.rings(lineCall(device, call, hears)));
  register(device);
  return {
    renew(next) {
      device.updateToken(next);
      register(device);
    },
    use: (devices) => useDevices(device, devices, device.isBusy),
    close: () => device.destroy(),
  };
}

/** The SDK's enumerations come with its code only; their values are words. */
function isIn({ state }: { readonly state: string }, word: `${Device.State}`): boolean {
  return state === word;
}

function rings(status: string): boolean {
  return status === ('pending' satisfies `${Call.State}`);
}

/** What goes wrong is told by the device's own events. */
function register(device: Device): void {
  if (isIn(device, 'unregistered')) device.register().catch(() => undefined);
}

function lineCall(device: Device, call: Call, hears: Hears): LineCall {
  const id = call.parameters['CallSid'] ?? '';
  let isTorn = false;
  const over = () => {
    void device.audio?.unsetInputDevice().catch(() => undefined);
    hears.over(id, isTorn);
  };
  call.on('accept', () => hears.talks(id));
  call.on('mute', (isMuted) => hears.muted(isMuted));
  call.on('error', ({ code }: { code: number }) => {
    const trouble = MICROPHONE_ERRORS[code];
    if (trouble) hears.microphone(trouble);
    else isTorn = true;
  });
  for (const end of ['disconnect', 'cancel', 'reject'] as const) call.on(end, over);
  // The SDK forgets a call that only rings when the way to the network is lost.
  call.on('transportClose', () => {
    if (rings(call.status())) over();
  });
  return {
    id,
    about: aboutOf(call.customParameters),
    async answer(devices) {
      await useDevices(device, devices, true);
      call.accept();
    },
    decline: () => call.reject(),
    mute: (on) => call.mute(on),
  };
}

/** What telephony/twilio/client-address.ts has written behind the address. */
function aboutOf(parameters: Map<string, string>): About | null {
  const callbackId = parameters.get('callback');
  const attempt = Number(parameters.get('attempt'));
  return callbackId !== undefined && Number.isInteger(attempt) && attempt > 0 ? { callbackId, attempt } : null;
}

/** A device that is not there any more leaves the system's own choice. A microphone that is set stays open: only for a call is it. */
async function useDevices({ audio }: Device, { microphone, speaker }: ChosenDevices, isForCall: boolean): Promise<void> {
  if (!audio) return;
  const there = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const input = foundAmong(there, 'audioinput', microphone);
  const output = foundAmong(there, 'audiooutput', speaker);
  if (isForCall && input !== null) await audio.setInputDevice(input.deviceId).catch(() => undefined);
  if (audio.isOutputSelectionSupported) await audio.speakerDevices.set(output?.deviceId ?? 'default').catch(() => undefined);
}
