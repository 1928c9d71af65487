import type { Microphone, MicrophoneTrouble } from './state.ts';

/** What browsers call the troubles; whatever else goes wrong counts as a microphone that another program has. */
const TROUBLES: Readonly<Record<string, MicrophoneTrouble>> = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'missing' };

/** Asks the browser, and by it the person, for the microphone, and lets go of it at once: the call itself opens it again. */
export async function askMicrophone(): Promise<Exclude<Microphone, 'unasked'>> {
  // Pages that came over plain HTTP have no media devices at all.
  if (navigator.mediaDevices === undefined) return 'insecure';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return 'open';
  } catch (error) {
    return TROUBLES[error instanceof DOMException ? error.name : ''] ?? 'in_use';
  }
}

/** How the microphone stands, without asking the person: opened by itself where it was allowed before. */
export async function knownMicrophone(): Promise<Microphone> {
  if (navigator.mediaDevices === undefined) return 'insecure';
  const permission = await readPermission();
  if (permission?.state === 'granted') return askMicrophone();
  return permission?.state === 'denied' ? 'refused' : 'unasked';
}

/** Tells whenever the permission, or what is plugged in, is another; until `until`. */
export function watchMicrophone(changed: () => void, until: AbortSignal): void {
  navigator.mediaDevices?.addEventListener('devicechange', changed, { signal: until });
  void readPermission().then((permission) => permission?.addEventListener('change', changed, { signal: until }));
}

/** Null where the browser does not tell. */
function readPermission(): Promise<PermissionStatus | null> {
  return navigator.permissions.query({ name: 'microphone' }).catch(() => null);
}
