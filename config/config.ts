import { hkdfSync } from 'node:crypto';
import { resolve } from 'node:path';
import { ENV_SCHEMA, lacks, type Env } from './env.ts';
import { readMail } from './mail.ts';
import type { PayloadKey } from './payload-keys.ts';
import { readTls, type TemporalTls } from './tls.ts';

/** Everything the environment decides, read once at start. A part that is null is one that the one process brings itself. */
export interface Config {
  readonly port: number;
  /** What the telephone network calls and signs; without a slash at its end. */
  readonly publicUrl: string;
  /** Absolute path of the folder that keeps a one-process system's data. */
  readonly dataDir: string;
  /** IANA zone of the centre's own day, in lists and reports. */
  readonly centreTimeZone: string;
  readonly logLevel: Env['LOG_LEVEL'];
  /** At least 32 characters; signs sessions. */
  readonly authSecret: string;
  /** Keys the hashes that stand for telephone numbers; derived from the secret above. 32 bytes. */
  readonly numberHashKey: Buffer;
  /** The first key encrypts, every key decrypts. */
  readonly payloadKeys: readonly PayloadKey[];
  /** The mail server; null: none, and e-mails are written in the agent's own mail program. */
  readonly smtpUrl: string | null;
  /** The address that e-mails are from. */
  readonly mailFrom: string;
  readonly temporal: TemporalConfig;
  /** PostgreSQL; null: PGlite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Twilio, or what stands in for it; null: the sandbox. */
  readonly twilio: TwilioConfig | null;
  readonly oidc: OidcConfig | null;
  /** Executables of Temporal's servers, where the environment names them. */
  readonly temporalCliPath: string | null;
  readonly temporalTestServerPath: string | null;
}

export interface TemporalConfig {
  /** `host:port`; null: a dev server of our own. */
  readonly address: string | null;
  readonly namespace: string;
  readonly apiKey: string | null;
  /** null: without TLS. */
  readonly tls: TemporalTls | null;
}

export interface TwilioConfig {
  readonly accountSid: string;
  /** Signs webhooks, and REST requests where there is no API key. */
  readonly authToken: string;
  readonly apiKey: string | null;
  readonly apiSecret: string | null;
  /** Origin of REST requests; null: Twilio's own. */
  readonly baseUrl: string | null;
}

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The environment is not fit to start with. Its message is one sentence per bad value, one on each line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** What must be set before a process that runs alone can find the others. */
const SEPARATE = ['TEMPORAL_ADDRESS', 'DATABASE_URL', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'] as const;

/**
 * Reads and validates the environment (the design's contract); an empty value counts as none.
 *
 * @param options.separate for `npm run api` and `npm run worker`, which share nothing but Temporal, PostgreSQL and Twilio
 * @throws {ConfigError} with one sentence for every bad or missing value, all at once; none of them repeats a secret
 */
export function readConfig(env: NodeJS.ProcessEnv, { separate = false }: { separate?: boolean } = {}): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const missing = lacks(set);
  for (const name of separate ? SEPARATE.filter((name) => !set[name]) : []) {
    missing.set(name, `${name} is missing: a process that runs alone needs it.`);
  }
  const parsed = ENV_SCHEMA.safeParse(set);
  const { tls, problems: tlsProblems } = readTls(set);
  const problems = [...missing.values(), ...(parsed.error?.issues ?? []).map(({ message }) => message), ...tlsProblems];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed.data, tls);
}

function toConfig(env: Env, tls: TemporalTls | null): Config {
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
  return {
    port: env.PORT,
    publicUrl,
    dataDir: resolve(env.DATA_DIR),
    centreTimeZone: env.CENTRE_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    logLevel: env.LOG_LEVEL,
    authSecret: env.AUTH_SECRET,
    numberHashKey: deriveNumberHashKey(env.AUTH_SECRET),
    payloadKeys: env.PAYLOAD_KEYS,
    ...readMail(env.SMTP_URL, publicUrl),
    temporal: {
      address: env.TEMPORAL_ADDRESS ?? null,
      namespace: env.TEMPORAL_NAMESPACE,
      apiKey: env.TEMPORAL_API_KEY ?? null,
      tls,
    },
    databaseUrl: env.DATABASE_URL ?? null,
    twilio: readTwilio(env),
    oidc: readOidc(env),
    temporalCliPath: env.TEMPORAL_CLI_PATH ?? null,
    temporalTestServerPath: env.TEMPORAL_TEST_SERVER_PATH ?? null,
  };
}

/** HKDF-SHA256 (RFC 5869), so that the key of the hashes tells nothing of the secret that signs sessions. */
function deriveNumberHashKey(authSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', authSecret, '', 'ringback number hash', 32));
}

function readTwilio(env: Env): TwilioConfig | null {
  if (!env.TWILIO_ACCOUNT_SID || !env.TWILIO_AUTH_TOKEN) return null;
  return {
    accountSid: env.TWILIO_ACCOUNT_SID,
    authToken: env.TWILIO_AUTH_TOKEN,
    apiKey: env.TWILIO_API_KEY ?? null,
    apiSecret: env.TWILIO_API_SECRET ?? null,
    baseUrl: env.TWILIO_API_BASE_URL?.replace(/\/+$/, '') ?? null,
  };
}

function readOidc(env: Env): OidcConfig | null {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return null;
  return { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET };
}
