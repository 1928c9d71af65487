import { z } from 'zod';
import { parsePayloadKeys, type PayloadKey } from './payload-keys.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

function isTimeZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

/** A URL with one of these protocols (`http:`); the sentence is shown when it is anything else. */
function url(protocols: readonly string[], error: string) {
  return z.string().trim().refine((text) => isUrl(text, protocols), { error });
}

const web = ['http:', 'https:'] as const;

const keys = z.string({ error: 'PAYLOAD_KEYS is missing: it holds the keys payloads are encrypted with, as id:base64key.' }).transform(
  (text, context): readonly PayloadKey[] => {
    const parsed = parsePayloadKeys(text);
    if (parsed) return parsed;
    const message = 'PAYLOAD_KEYS must be id:base64key[,id:base64key], with 32 bytes in each key and no id twice.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  },
);

const secret = z
  .string({ error: 'AUTH_SECRET is missing: it signs sessions and must be at least 32 characters, for example from `openssl rand -base64 32`.' })
  .min(32, { error: 'AUTH_SECRET must be at least 32 characters, for example from `openssl rand -base64 32`.' });

/** The variables of the environment that Ringback reads, other than TEMPORAL_TLS_* (tls.ts); each error is a sentence for people. */
export const ENV_SCHEMA = z.object({
  PORT: z.string().default('3000').transform(Number).refine((port) => Number.isInteger(port) && port >= 0 && port <= 65535, {
    error: 'PORT must be a whole number from 0 to 65535 (0: any free port).',
  }),
  PUBLIC_URL: url(web, 'PUBLIC_URL must be an http or https URL: the address the telephone network calls.').optional(),
  DATA_DIR: z.string().default('.ringback'),
  CENTRE_TIME_ZONE: z.string().refine(isTimeZone, { error: 'CENTRE_TIME_ZONE must be an IANA time zone, such as Asia/Tokyo.' }).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` }).default('info'),
  AUTH_SECRET: secret,
  PAYLOAD_KEYS: keys,
  SMTP_URL: url(['smtp:', 'smtps:'], 'SMTP_URL must be an smtp or smtps URL.').optional(),
  TEMPORAL_CLI_PATH: z.string().optional(),
  TEMPORAL_TEST_SERVER_PATH: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().regex(/^(\[[0-9a-fA-F:.]+\]|[^\s:/]+):\d{1,5}$/, {
    error: 'TEMPORAL_ADDRESS must be host:port, such as temporal.example.com:7233.',
  }).optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_API_KEY: z.string().optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'DATABASE_URL must be a postgres URL, such as postgres://user@host:5432/ringback.').optional(),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-fA-F]{32}$/, {
    error: 'TWILIO_ACCOUNT_SID must be an account SID: AC and 32 hexadecimal digits.',
  }).optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_API_KEY: z.string().regex(/^SK[0-9a-fA-F]{32}$/, {
    error: 'TWILIO_API_KEY must be an API key SID: SK and 32 hexadecimal digits.',
  }).optional(),
  TWILIO_API_SECRET: z.string().optional(),
  TWILIO_API_BASE_URL: url(web, 'TWILIO_API_BASE_URL must be an http or https URL: where requests to Twilio are sent.').optional(),
  OIDC_ISSUER: url(web, 'OIDC_ISSUER must be an http or https URL.').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
});

export type Env = z.output<typeof ENV_SCHEMA>;

/** Which variables make no sense without which others. */
const NEEDS: readonly (readonly [given: keyof Env, needed: keyof Env, why: string])[] = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'it proves that webhooks are Twilio’s'],
  ['TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT_SID', 'requests name the account'],
  ['TWILIO_API_BASE_URL', 'TWILIO_ACCOUNT_SID', 'requests name the account'],
  ['TWILIO_API_BASE_URL', 'TWILIO_AUTH_TOKEN', 'it proves that webhooks come from there'],
  ['TWILIO_API_KEY', 'TWILIO_ACCOUNT_SID', 'requests name the account'],
  ['TWILIO_API_KEY', 'TWILIO_API_SECRET', 'one is the name of the other'],
  ['TWILIO_API_SECRET', 'TWILIO_API_KEY', 'one is the name of the other'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'the issuer knows us by it'],
  ['OIDC_CLIENT_ID', 'OIDC_ISSUER', 'it is the issuer’s'],
  ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'the issuer knows us by both'],
  ['OIDC_CLIENT_SECRET', 'OIDC_CLIENT_ID', 'the issuer knows us by both'],
];

/** One sentence for each variable that another one calls for. */
export function lacks(env: Readonly<Record<string, unknown>>): Map<string, string> {
  const found = NEEDS.filter(([given, needed]) => env[given] !== undefined && env[needed] === undefined);
  return new Map(found.map(([given, needed, why]) => [needed, `${needed} is missing: ${given} is set, and ${why}.`]));
}
