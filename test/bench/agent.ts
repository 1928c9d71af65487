import { randomUUID } from 'node:crypto';
import { Refresher } from '../../console/api/refresher.ts';
import type { Caller, Hint } from './http.ts';

/** As often as the console does. */
const HEARTBEAT_MS = 10_000;
const GATHER_MS = 50;

/** What the simulated agent reads of `GET /v1/me/desk`. */
export interface Desk {
  readonly offer: { readonly offerId: string; readonly callback: { readonly id: string } } | null;
  readonly live: { readonly id: string; readonly status: string; readonly number: string } | null;
}

/** Somebody at a desk: keeps a lease, follows the event stream and reads the desk on every hint, as the console does. */
export interface SimulatedAgent {
  setWish(wish: 'ready' | 'not_ready'): Promise<void>;
  /** Every desk that is read goes here. */
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
  const desk = new Refresher(() => caller.ask<Desk>('GET', '/v1/me/desk').then((now) => agent.onDesk(now)).catch(fail), GATHER_MS);
  await caller.follow((hint) => {
    agent.onHint(hint);
    desk.hint('desk');
  }, work.signal);
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
