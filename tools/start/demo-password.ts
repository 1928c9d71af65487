import { createHmac } from 'node:crypto';
import type { Auth } from '../../api/auth/auth.ts';

/** Everybody may know it: it opens nothing but a system whose telephones are a sandbox. */
export const DEMO_PASSWORD = 'ringback-demo';

/** Follows from our secret, so that a seeding that was killed before it told anybody can tell it the next time. 120 bits. */
export function ownPassword(authSecret: string, email: string): string {
  return createHmac('sha256', authSecret).update(`first password of ${email}`).digest('base64url').slice(0, 20);
}

/**
 * Takes the demo password from an account that still has it, and ends its sessions: the telephones are real now.
 *
 * @returns whether it had it; then `password` opens the account
 */
export async function retireDemoPassword(auth: Auth, email: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
  if (!found || !hash || !(await passwords.verify({ hash, password: DEMO_PASSWORD }))) return false;
  await internalAdapter.updatePassword(found.user.id, await passwords.hash(password));
  await internalAdapter.deleteUserSessions(found.user.id);
  return true;
}
