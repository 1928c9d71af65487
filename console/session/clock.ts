import { useEffect, useState } from 'react';

/** How far this machine's clock is behind the server's. Deadlines are the server's instants, so countdowns follow its clock. */
let behindMs = 0;

/** Learns the server's clock from an instant (ISO 8601) it has just said. */
export function setServerTime(serverTime: string): void {
  behindMs = Date.parse(serverTime) - Date.now();
}

/** The present by the server's clock, in milliseconds of the epoch. */
export function serverNowMs(): number {
  return Date.now() + behindMs;
}

/** The present by the server's clock, renewed as often as asked. */
export function useNowMs(everyMs: number): number {
  const [nowMs, setNowMs] = useState(serverNowMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(serverNowMs()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
