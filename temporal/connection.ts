import { Client, Connection, type ConnectionLike, type ConnectionOptions } from '@temporalio/client';
import type { Config, TemporalConfig } from '../config/config.ts';
import { clientDataConverter } from './data-converter.ts';

const CONNECT_TIMEOUT_MS = 5000;

/** Where Temporal is, and how to speak to it; clients and workers take the same options. */
export function connectionOptions({ address, apiKey, tls }: TemporalConfig) {
  if (!address) throw new Error('TEMPORAL_ADDRESS is not set, and no dev server was started.');
  return {
    address,
    ...(apiKey ? { apiKey } : {}),
    ...(tls
      ? {
          tls: {
            ...(tls.serverName ? { serverNameOverride: tls.serverName } : {}),
            ...(tls.serverCa ? { serverRootCACertificate: tls.serverCa } : {}),
            ...(tls.client ? { clientCertPair: { crt: tls.client.cert, key: tls.client.key } } : {}),
          },
        }
      : {}),
  } satisfies ConnectionOptions;
}

/**
 * Connects to Temporal for clients.
 *
 * @throws when the server does not answer within 5 s
 */
export function connectTemporal(config: Pick<Config, 'temporal'>): Promise<Connection> {
  return Connection.connect({ ...connectionOptions(config.temporal), connectTimeout: CONNECT_TIMEOUT_MS });
}

/** A client whose payloads are encrypted. It asks running workflows only: one that has ended answers no query. */
export function createClient(connection: ConnectionLike, config: Pick<Config, 'temporal' | 'payloadKeys'>): Client {
  return new Client({
    connection,
    namespace: config.temporal.namespace,
    dataConverter: clientDataConverter(config.payloadKeys),
    workflow: { queryRejectCondition: 'NOT_OPEN' },
  });
}
