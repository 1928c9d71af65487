import { createHmac } from 'node:crypto';
import { createAuth } from '../../api/auth/auth.ts';
import { makePassword } from '../../api/auth/passwords.ts';
import { insertUsers, userIds } from '../../api/auth/users.ts';
import { writeAgents } from '../../store/agent/agents.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { MeasuredSystem } from './apart.ts';

/** Somebody who can sign in, and is. */
export interface Employee {
  readonly id: string;
  /** What they sign in with. */
  readonly account: { readonly email: string; readonly password: string };
  /** The headers of their session. */
  readonly session: Record<string, string>;
}

/** Makes agents of a route, with a session each. Checking so many passwords would take longer than what is measured. */
export async function employ(system: MeasuredSystem, routeId: string, count: number): Promise<Employee[]> {
  const auth = createAuth(system);
  const nextId = await userIds(auth);
  const users = Array.from({ length: count }, (_, index) => {
    const name = `agent-${index + 1}`;
    return { id: nextId(), name, email: `${name}@example.com`, password: makePassword(), role: 'agent', disabled: false } as const;
  });
  await inTransaction(system.store.db, async (tx) => {
    await insertUsers(tx, users);
    await writeAgents(tx, users.map(({ id, name }) => ({ id, name, endpoint: `sip:${name}@agents.example.com`, languages: ['en'], mayPhone: true, routeIds: [routeId] })));
  });
  return Promise.all(users.map(async ({ id, email, password }) => ({ id, account: { email, password }, session: await beginSession(auth, id) })));
}

/** Begins a session as signing in does, and answers its cookie, signed as better-auth signs it. */
async function beginSession(auth: ReturnType<typeof createAuth>, userId: string): Promise<Record<string, string>> {
  const { internalAdapter, authCookies, secret } = await auth.$context;
  const { token } = await internalAdapter.createSession(userId);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return { Cookie: `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}` };
}
