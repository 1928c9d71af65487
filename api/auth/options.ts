import { apiKey } from '@better-auth/api-key';
import type { BetterAuthOptions } from 'better-auth';
import { admin, createAccessControl } from 'better-auth/plugins';
import { adminAc, defaultStatements, userAc } from 'better-auth/plugins/admin/access';
import type { Kysely } from 'kysely';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../domain/password.ts';
import { passwords } from './passwords.ts';

/** What sign-in is made of. `db` is the store's own handle; `publicUrl` decides whether cookies are for https only. */
export interface AuthSettings {
  readonly secret: string;
  readonly publicUrl: string;
  // better-auth asks for a handle that admits its own tables beside ours.
  readonly db: Kysely<never>;
}

/** The address of the peer, which api/auth/handler.ts sets: nothing a client says about its address is believed. */
export const PEER_HEADER = 'x-ringback-peer';

const access = createAccessControl(defaultStatements);
const roles = { administrator: access.newRole(adminAc.statements), agent: access.newRole(userAc.statements) };

/** Days until a session ends by itself, and how old it may become before using it makes it new. */
const SESSION_S = 7 * 24 * 3600;
const SESSION_RENEWED_AFTER_S = 24 * 3600;

/** As many as one peer may ask of one process: checking a password takes it a tenth of a second. */
export const SIGN_INS_PER_MINUTE = 300;

const PASSWORD_PATHS = ['/sign-in/email', '/change-password'];

/**
 * better-auth's settings: e-mail and password, roles, keys for machines; nobody signs up by themselves. The tables they need are
 * frozen in store/migrations/0002_auth.sql, and a test holds that the two agree.
 */
export function authOptions({ secret, publicUrl, db }: AuthSettings) {
  return {
    appName: 'Ringback',
    baseURL: publicUrl,
    basePath: '/auth',
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD, maxPasswordLength: LONGEST_PASSWORD, password: passwords },
    user: { modelName: 'auth_user' },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    session: { modelName: 'auth_session', expiresIn: SESSION_S, updateAge: SESSION_RENEWED_AFTER_S },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      // By peer, which may be a proxy before everybody: a whole shift signs in within minutes. What keeps passwords from being
      // guessed is the limit by account (account-limit.ts).
      customRules: Object.fromEntries(PASSWORD_PATHS.map((path) => [path, { window: 60, max: SIGN_INS_PER_MINUTE }])),
    },
    advanced: {
      // A session and its user in one statement: every request asks for them.
      database: { joins: true },
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [PEER_HEADER] },
      // api/middleware/same-site.ts guards every unsafe request, these too.
      disableCSRFCheck: true,
      // Addresses to go on to are looked at in tests, too, where better-auth would not.
      disableOriginCheck: false,
    },
    plugins: [
      admin({ ac: access, roles, defaultRole: 'agent', adminRoles: ['administrator'] }),
      apiKey(
        { apiKeyHeaders: 'x-api-key', defaultPrefix: 'rb_', requireName: true, rateLimit: { enabled: false } },
        { schema: { apikey: { modelName: 'auth_api_key' } } },
      ),
    ],
  } satisfies BetterAuthOptions;
}
