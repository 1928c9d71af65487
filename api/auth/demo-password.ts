import { createHmac } from 'node:crypto';
import type { Config } from '../../config/config.ts';
import type { Log } from '../../config/log.ts';
import { SYSTEM } from '../../domain/words.ts';
import type { Store } from '../../store/open.ts';
import { auditAll } from '../../store/report/audit.ts';
import { type Auth, createAuth } from './auth.ts';
import { keyDeleted } from './key-audit.ts';

/** Everybody may know it: it opens nothing but a system whose telephones are a sandbox. */
export const DEMO_PASSWORD = 'ringback-demo';

/** Who has it: the accounts that a newcomer's system is given. */
export const DEMO_EMAILS = {
  administrator: 'admin@example.com',
  agents: ['hana@example.com', 'ken@example.com', 'emma@example.com', 'carlos@example.com'],
} as const;

/** The password of an account, by its e-mail address. */
export interface FirstPassword {
  readonly email: string;
  readonly password: string;
}

/** Follows from our secret, so that a process that was killed before it told anybody can tell it the next time. 120 bits. */
export function ownPassword(authSecret: string, email: string): string {
  return createHmac('sha256', authSecret).update(`first password of ${email}`).digest('base64url').slice(0, 20);
}

/**
 * Takes the demo password from every account that still has it, with its sessions and the keys it made: call it wherever the
 * telephones are real, before anybody can sign in. Of several processes at once each sets the same passwords.
 *
 * @returns the passwords that open these accounts now; whoever runs the system has to be told, as they are kept nowhere in the clear
 */
export async function retireDemoPassword(deps: { config: Config; store: Store; log: Log }): Promise<FirstPassword[]> {
  const auth = createAuth(deps);
  const retired: FirstPassword[] = [];
  for (const email of [DEMO_EMAILS.administrator, ...DEMO_EMAILS.agents]) {
    const password = ownPassword(deps.config.authSecret, email);
    if (await replace(auth, deps.store, email, password)) retired.push({ email, password });
  }
  return retired;
}

/** What is told of them on a terminal; nothing where there are none. */
export function tellPasswords(retired: readonly FirstPassword[]): string {
  if (retired.length === 0) return '';
  const lines = retired.map(({ email, password }) => `  ${email}  ${password}\n`).join('');
  return `The telephones are real: accounts that had the password everybody knows have new ones, which are shown only now.\n${lines}`;
}

async function replace(auth: Auth, store: Store, email: string, own: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  const account = found?.accounts.find(({ providerId }) => providerId === 'credential');
  if (!account?.password || !(await passwords.verify({ hash: account.password, password: DEMO_PASSWORD }))) return false;
  const hash = await passwords.hash(own);
  // All or nothing: a start that is cut short leaves no session behind that the next one would not find.
  await store.db.withTables<AuthTables>().transaction().execute(async (tx) => {
    await tx.updateTable('auth_account').set({ password: hash }).where('id', '=', account.id).execute();
    await tx.deleteFrom('auth_session').where('userId', '=', account.userId).execute();
    const keys = await tx.deleteFrom('auth_api_key').where('referenceId', '=', account.userId).returning(['id', 'name']).execute();
    await auditAll(tx, keys.map((key) => keyDeleted(SYSTEM, key)));
  });
  return true;
}

/** Of better-auth's tables (store/migrations/0002_auth.sql), the columns used here. */
type AuthTables = {
  auth_account: { id: string; password: string | null };
  auth_session: { userId: string };
  auth_api_key: { id: string; name: string | null; referenceId: string };
};
