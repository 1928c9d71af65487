import { randomUUID } from 'node:crypto';
import type { Caller, Desk, Hint } from './http.ts';

/** As often as the console does. */
const HEARTBEAT_MS = 10_000;

/** Somebody at a desk: keeps a lease and follows the event stream, which brings the desk, as the console does. */
export interface SimulatedAgent {
  setWish(wish: 'ready' | 'not_ready'): Promise<void>;
  /** Every desk goes here. */
  onDesk: (desk: Desk) => Promise<void>;
  onHint: (hint: Hint) => void;
  leave(): void;
}

/** @param fail told of everything that goes wrong at this desk */
export async function comeToWork(caller: Caller, fail: (error: unknown) => void): Promise<SimulatedAgent> {
  const work = new AbortController();
  const beat = { tabId: randomUUID() };
  await caller.ask('POST', '/v1/me/heartbeat', beat);
  const timer = setInterval(() => void caller.ask('POST', '/v1/me/heartbeat', beat).catch(fail), HEARTBEAT_MS);
  const agent: SimulatedAgent = {
    setWish: (wish) => caller.ask('PUT', '/v1/me/channels/voice', { wish }),
    onDesk: async () => undefined,
    onHint: () => undefined,
    leave: () => {
      clearInterval(timer);
      work.abort();
    },
  };
  await caller.follow({ hint: (hint) => agent.onHint(hint), desk: (desk) => void agent.onDesk(desk).catch(fail) }, work.signal);
  return agent;
}

export interface Work {
  readonly agent: SimulatedAgent;
  readonly caller: Caller;
  /** Talks with a customer, until the customer hangs up. */
  readonly talk: (number: string) => Promise<void>;
  readonly completed: (callbackId: string) => void;
}

/** Accepts every offer, talks, and marks every case done. */
export function workThrough({ agent, caller, talk, completed }: Work): void {
  const done = new Set<string>();
  const once = async (what: string, act: () => Promise<unknown>) => {
    if (done.has(what)) return;
    done.add(what);
    await act();
  };
  const command = (callbackId: string, verb: string, body: object) => caller.ask('POST', `/v1/callbacks/${callbackId}/${verb}`, body);
  agent.onDesk = async ({ offer, live }) => {
    if (offer) await once(`accept ${offer.offerId}`, () => command(offer.callback.id, 'accept', { offerId: offer.offerId }));
    if (live?.status === 'connected') await once(`talk ${live.id}`, () => talk(live.number));
    if (live?.status !== 'wrap_up') return;
    await once(`complete ${live.id}`, () => command(live.id, 'complete', { disposition: 'order', note: 'Ordered.' }));
    completed(live.id);
  };
}
