import type { Request, Response } from 'express';
import type { Network } from '../network/network.ts';

/** A server-sent event for each change: `{ type, sid }`, a hint to read again. */
export function eventStream(network: Network, request: Request, response: Response): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': open\n\n');
  const onChanged = (hint: { type: string; sid: string }): void => {
    response.write(`data: ${JSON.stringify(hint)}\n\n`);
  };
  network.events.on('changed', onChanged);
  const beat = setInterval(() => response.write(': alive\n\n'), 15_000);
  const close = (): void => {
    clearInterval(beat);
    network.events.off('changed', onChanged);
    response.end();
  };
  request.on('close', close);
  network.stopped.signal.addEventListener('abort', close, { once: true });
}
