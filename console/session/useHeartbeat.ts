import { useEffect } from 'react';
import { client } from '../api/client.ts';
import { setServerTime } from './clock.ts';
import { claimTabId } from './tab.ts';

/** Keeps this tab's lease: a heartbeat on opening and every 10 s, for as long as the page lives (design, decision 6). */
export function useHeartbeat(hasDesk: boolean): void {
  useEffect(() => (hasDesk ? keepLease() : undefined), [hasDesk]);
}

/** A page that goes may be one that is being reloaded: it says so, and its lease ends soon unless the next page renews it. */
function keepLease(): () => void {
  const tab = claimTabId();
  const ticker = new Worker(new URL('ticker.worker.ts', import.meta.url), { type: 'module' });
  const beat = () => void tab.then(sendBeat);
  const leave = () => void tab.then((tabId) => navigator.sendBeacon(`/v1/me/tabs/${tabId}`));
  ticker.addEventListener('message', beat);
  window.addEventListener('pageshow', beat);
  window.addEventListener('pagehide', leave);
  beat();
  return () => {
    ticker.terminate();
    window.removeEventListener('pageshow', beat);
    window.removeEventListener('pagehide', leave);
    leave();
  };
}

/** A heartbeat that fails says nothing: the next one comes in 10 s, and the lease lasts for three. */
async function sendBeat(tabId: string): Promise<void> {
  const sent = await client.POST('/v1/me/heartbeat', { body: { tabId } }).catch(() => null);
  if (sent?.data) setServerTime(sent.data.serverTime);
}
