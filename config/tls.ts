import { readFileSync } from 'node:fs';

/** How to speak TLS to Temporal: PEM files' contents. Without a certificate of our own, only the server proves who it is. */
export interface TemporalTls {
  readonly serverName: string | null;
  /** The authority that signed the server's certificate; null: the system's authorities. */
  readonly serverCa: Buffer | null;
  readonly client: { readonly cert: Buffer; readonly key: Buffer } | null;
}

const FILES = ['TEMPORAL_TLS_SERVER_CA_CERT_PATH', 'TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH'] as const;

/**
 * Reads `TEMPORAL_TLS` and `TEMPORAL_TLS_*`, named as Temporal's own tools name them
 * (https://docs.temporal.io/develop/environment-configuration). Any of them turns TLS on, as an API key does, unless
 * `TEMPORAL_TLS=false`.
 *
 * @returns one sentence for each bad value
 */
export function readTls(env: Readonly<Record<string, string | undefined>>): { tls: TemporalTls | null; problems: string[] } {
  const wish = env['TEMPORAL_TLS'] ?? 'unset';
  if (!['unset', 'true', 'false'].includes(wish)) return { tls: null, problems: ['TEMPORAL_TLS must be true or false.'] };
  const details = [...FILES, 'TEMPORAL_TLS_SERVER_NAME', 'TEMPORAL_API_KEY'].some((name) => env[name]);
  if (wish === 'false' || (wish === 'unset' && !details)) return { tls: null, problems: [] };

  const [serverCa, cert, key] = FILES.map((name) => readPem(name, env[name]));
  const problems = [serverCa, cert, key].flatMap((file) => (typeof file === 'string' ? [file] : []));
  if (Boolean(cert) !== Boolean(key)) {
    problems.push('TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH belong together: set both or neither.');
  }
  return { tls: { serverName: env['TEMPORAL_TLS_SERVER_NAME'] ?? null, serverCa: asFile(serverCa), client: pair(cert, key) }, problems };
}

/** The file's contents, null where none is named, or the sentence that says why it could not be read. */
function readPem(name: string, path: string | undefined): Buffer | string | null {
  if (!path) return null;
  try {
    return readFileSync(path);
  } catch {
    return `${name} is ${path}, which cannot be read.`;
  }
}

function asFile(read: Buffer | string | null | undefined): Buffer | null {
  return read instanceof Buffer ? read : null;
}

function pair(cert: Buffer | string | null | undefined, key: Buffer | string | null | undefined): TemporalTls['client'] {
  return cert instanceof Buffer && key instanceof Buffer ? { cert, key } : null;
}
