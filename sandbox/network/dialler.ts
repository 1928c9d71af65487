/** Starts calls no faster than the account may; the rest wait in a queue. */
export interface Dialler {
  /** Starts the call now or in its turn. Returns for how many milliseconds it is expected to wait. */
  enqueue(sid: string, start: () => void): number;
  /** Takes a waiting call out; its turn goes to the next. */
  remove(sid: string): void;
  stop(): void;
}

/** `callsPerSecond` is Twilio's account limit, 1 by default. Source: https://www.twilio.com/docs/voice/api/call-resource */
export function createDialler(callsPerSecond: number): Dialler {
  const intervalMs = 1000 / callsPerSecond;
  let waiting: { sid: string; start: () => void }[] = [];
  let nextAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const pump = (): void => {
    timer = undefined;
    while (waiting.length > 0 && Date.now() >= nextAt) {
      nextAt += intervalMs;
      waiting.shift()?.start();
    }
    arm();
  };
  const arm = (): void => {
    if (waiting.length === 0 || timer !== undefined) return;
    timer = setTimeout(pump, Math.max(0, nextAt - Date.now()));
  };
  return {
    enqueue(sid, start) {
      if (waiting.length === 0) nextAt = Math.max(nextAt, Date.now());
      const waitMs = Math.max(0, nextAt - Date.now()) + waiting.length * intervalMs;
      waiting.push({ sid, start });
      arm();
      return Math.round(waitMs);
    },
    remove(sid) {
      waiting = waiting.filter((call) => call.sid !== sid);
    },
    stop() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
