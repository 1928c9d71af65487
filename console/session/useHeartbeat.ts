import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../api/client.ts';
import type { Desk } from '../api/types.ts';
import { setServerTime } from './clock.ts';
import { claimTabId } from './tab.ts';

/** Keeps this tab's lease: a heartbeat on opening and every 10 s, given up when the page goes (design, decision 6). */
export function useHeartbeat(hasDesk: boolean): void {
  const queries = useQueryClient();
  useEffect(() => (hasDesk ? keepLease(queries) : undefined), [hasDesk, queries]);
}

/**
 * Whether giving up the lease could take something out of the agent's hands. A page that goes may be one that is being reloaded, and
 * may not know its desk yet: then the lease is left to lapse by itself, so that a reload loses neither an offer nor a preview.
 */
function mayHoldSomething(queries: QueryClient): boolean {
  const desk = queries.getQueryData<Desk>(['desk']);
  return desk === undefined || desk.offer !== null || desk.live?.status === 'preview';
}

function keepLease(queries: QueryClient): () => void {
  const tab = claimTabId();
  const ticker = new Worker(new URL('ticker.worker.ts', import.meta.url), { type: 'module' });
  const beat = () => void tab.then(sendBeat);
  const drop = () => {
    if (!mayHoldSomething(queries)) void tab.then((tabId) => navigator.sendBeacon(`/v1/me/tabs/${tabId}`));
  };
  ticker.addEventListener('message', beat);
  window.addEventListener('pageshow', beat);
  window.addEventListener('pagehide', drop);
  beat();
  return () => {
    ticker.terminate();
    window.removeEventListener('pageshow', beat);
    window.removeEventListener('pagehide', drop);
    drop();
  };
}

/** A heartbeat that fails says nothing: the next one comes in 10 s, and the lease lasts for three. */
async function sendBeat(tabId: string): Promise<void> {
  const sent = await client.POST('/v1/me/heartbeat', { body: { tabId } }).catch(() => null);
  if (sent?.data) setServerTime(sent.data.serverTime);
}
