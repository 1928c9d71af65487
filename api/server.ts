import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Requests under way may finish in this time; event streams never would. */
const CLOSE_GRACE_MS = 1000;

export interface WebServer {
  readonly port: number;
  /** From now on, requests go to this application. Until then they are answered 503. */
  serve(app: RequestListener): void;
  /** Takes no more requests, lets those under way finish for a second, then cuts the rest. */
  close(): Promise<void>;
}

/** The port belongs to another program. The message is a sentence for people. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor(port: number) {
    super(`Port ${port} is in use: stop the program that uses it, or choose another one by setting PORT.`);
  }
}

/** Only programs on this machine reach it. */
export const THIS_MACHINE = '127.0.0.1';

/**
 * Takes a port before anything else is begun.
 *
 * @param port 0 takes any free one
 * @param address of this machine, to be reached by that one alone; without it, by every one
 * @throws {PortTaken}
 */
export async function listen(port: number, address?: string): Promise<WebServer> {
  let app: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('Ringback is starting.\n');
  };
  const server = createServer((request, response) => app(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error));
    server.listen({ port, host: address }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve(next) {
      app = next;
    },
    close: () => close(server),
  };
}

async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
}
