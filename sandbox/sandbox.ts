import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import express from 'express';
import { controlRouter } from './control/router.ts';
import { newSid, isE164, isSid } from './formats.ts';
import { keepJournalFile } from './journal-file.ts';
import { endCall } from './network/calls.ts';
import { createNetwork } from './network/network.ts';
import type { Network } from './network/network.ts';
import { setNumber } from './network/numbers.ts';
import type { NumberSettings } from './network/numbers.ts';
import { DEFAULT_TIMINGS } from './options.ts';
import type { SandboxOptions } from './options.ts';
import { createFaults } from './rest/faults.ts';
import { restRouter } from './rest/router.ts';

export type { SandboxOptions, Timings } from './options.ts';
export type { NumberSettings } from './network/numbers.ts';

/** A running telephone network. */
export interface Sandbox {
  /** Origin of both APIs, as in `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** Gives the account a number (E.164), or the number other settings. Throws on a number that is not E.164. */
  addNumber(number: string, settings?: NumberSettings): void;
  /** Stops answering and calling at once. Live calls stay as the journal file has them, as after a kill. */
  stop(): Promise<void>;
}

/** Starts a telephone network that answers Twilio's REST API on 127.0.0.1. Rejects when the port is taken or an option is wrong. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const network = createNetwork({
    account: accountOf(options),
    timings: { ...DEFAULT_TIMINGS, ...options.timings },
    callsPerSecond: callsPerSecondOf(options),
    log: options.log ?? (() => undefined),
  });
  if (options.journalFile !== undefined) keepJournalFile(network, options.journalFile);
  const server = createServer(createApp(network));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return handle(network, server);
}

function createApp(network: Network): express.Express {
  const faults = createFaults();
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.set('query parser', 'simple');
  app.use('/2010-04-01/Accounts/:account', restRouter(network, faults));
  app.use('/sandbox', controlRouter(network, faults));
  return app;
}

function handle(network: Network, server: Server): Sandbox {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    accountSid: network.account.accountSid,
    authToken: network.account.authToken,
    addNumber(number, settings = {}) {
      if (!isE164(number)) throw new Error('The number must be in E.164, as in +15005550006.');
      setNumber(network, number, settings);
    },
    async stop() {
      network.events.removeAllListeners('changed');
      network.stopped.abort();
      network.dialler.stop();
      for (const call of network.calls.values()) endCall(network, call, 'completed', 'network');
      server.close();
      server.closeAllConnections();
      await network.queues.idle();
    },
  };
}

function accountOf(options: SandboxOptions): Network['account'] {
  const { accountSid = newSid('AC'), authToken = newSid(''), apiKey = null, apiSecret = null } = options;
  if (!isSid('AC', accountSid)) throw new Error('accountSid must be AC and 32 hex digits.');
  if (apiKey !== null && !isSid('SK', apiKey)) throw new Error('apiKey must be SK and 32 hex digits.');
  return { accountSid, authToken, apiKey, apiSecret };
}

function callsPerSecondOf({ callsPerSecond = 1 }: SandboxOptions): number {
  if (callsPerSecond > 0 && Number.isFinite(callsPerSecond)) return callsPerSecond;
  throw new Error('callsPerSecond must be greater than 0.');
}
