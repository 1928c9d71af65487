import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is asked of the telephone network, at the moment its server has read who asks what. */
export interface Arrivals {
  /** The next request to change something whose path matches. @returns its arrival, by `performance.now()` */
  next(path: RegExp): Promise<number>;
  stop(): void;
}

const CHANNEL = 'http.server.request.start';

/** Listens in on the server of this process that listens at `url`. */
export function watchArrivals(url: string): Arrivals {
  const port = Number(new URL(url).port);
  const waiting = new Set<{ path: RegExp; take: (at: number) => void }>();
  const hear = (message: unknown) => {
    const at = performance.now();
    const { request, server } = message as { request: IncomingMessage; server: Server };
    if (request.method !== 'POST' || (server.address() as AddressInfo | null)?.port !== port) return;
    for (const waiter of waiting) {
      if (!waiter.path.test(request.url ?? '')) continue;
      waiting.delete(waiter);
      waiter.take(at);
    }
  };
  subscribe(CHANNEL, hear);
  return {
    next: (path) => new Promise((take) => void waiting.add({ path, take })),
    stop: () => void unsubscribe(CHANNEL, hear),
  };
}
