import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** A line between a browser and the system that can be cut, as a network or a proxy would. */
export interface Line {
  /** Where the browser finds the system. */
  readonly url: string;
  /** Cuts every connection, and lets no new one through. */
  cut(): void;
  mend(): void;
}

/** Lays a line to the system on this machine; it lasts as long as the process. */
export async function layLine(systemUrl: string): Promise<Line> {
  const { port } = new URL(systemUrl);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    const far = connect(Number(port), 'localhost');
    for (const [one, other] of [[near, far], [far, near]] as const) {
      open.add(one.on('close', () => open.delete(one)).on('error', () => other.destroy()));
      one.pipe(other);
    }
    if (isCut) near.destroy();
  });
  server.unref().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isCut = false;
    },
  };
}
