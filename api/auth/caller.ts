import type { IncomingHttpHeaders } from 'node:http';
import { getSessionCookie } from 'better-auth/cookies';
import { fromNodeHeaders } from 'better-auth/node';
import { sql } from 'kysely';
import type { Actor } from '../../domain/words.ts';
import { agentOfSession } from '../../store/agent/agents.ts';
import type { Store } from '../../store/open.ts';
import { HttpProblem } from '../problems.ts';
import type { Auth } from './auth.ts';
import type { UserRole } from './users.ts';
import { roleIn } from './users.ts';

/** A signed-in person. */
export interface Person {
  readonly type: 'user';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: UserRole;
  /** Has a desk: there is a row for them in `agent`. */
  readonly isAgent: boolean;
  readonly mayPhone: boolean;
  /** The session by which they are signed in. */
  readonly sessionId: string;
}

/** A machine with a key of its own. */
export interface Machine {
  readonly type: 'machine';
  readonly id: string;
  readonly name: string;
}

export type Caller = Person | Machine;

/** How the caller is named in events. */
export function actorOf(caller: Caller): Actor {
  return { type: caller.type, id: caller.id };
}

/** Whether the caller may see and steer every callback. */
export function seesAll(caller: Caller): boolean {
  return caller.type === 'machine' || caller.role === 'administrator';
}

/**
 * Who sends a request: by `X-API-Key` if it has one, else by its session cookie; null: nobody.
 *
 * @throws {HttpProblem} 401 when the key is not valid (a cookie beside it does not count)
 */
export async function identify(deps: { auth: Auth; store: Store }, headers: IncomingHttpHeaders): Promise<Caller | null> {
  const key = headers['x-api-key'];
  return key === undefined ? personOf(deps, headers) : machineOf(deps, String(key));
}

async function machineOf({ auth, store }: { auth: Auth; store: Store }, key: string): Promise<Machine> {
  const { valid, key: known } = await auth.api.verifyApiKey({ body: { key } });
  // better-auth calls a key invalid also where it could not be looked up: then the database says so itself.
  if (!valid) await sql`select from auth_api_key limit 1`.execute(store.db);
  const { internalAdapter } = await auth.$context;
  const owner = valid && known ? await internalAdapter.findUserById(known.referenceId) : null;
  if (!known || !owner || isDisabled(owner) || roleOf(owner) !== 'administrator') throw new HttpProblem(401, 'bad_api_key', 'The API key is not valid.');
  return { type: 'machine', id: known.id, name: known.name ?? known.id };
}

/** Every request waits for this: what they may do is asked beside who they are, and counts only once that is known. */
async function personOf({ auth, store }: { auth: Auth; store: Store }, incoming: IncomingHttpHeaders): Promise<Person | null> {
  const headers = fromNodeHeaders(incoming);
  const [session, agent] = await Promise.all([auth.api.getSession({ headers }), agentOfSession(store.db, tokenIn(headers))]);
  if (!session || isDisabled(session.user)) return null;
  const { id, name, email } = session.user;
  const isAgent = agent?.id === id;
  return { type: 'user', id, name, email, role: roleOf(session.user), isAgent, mayPhone: isAgent && agent.mayPhone, sessionId: session.session.id };
}

/** The token of the session that the cookie claims: it stands before the signature, which only better-auth believes or not. */
function tokenIn(headers: Headers): string {
  return getSessionCookie(headers)?.split('.')[0] ?? '';
}

/** Of somebody who may no longer sign in, a session begun at the same moment does not count either. */
function isDisabled(user: object): boolean {
  return 'banned' in user && user.banned === true;
}

/** better-auth's types know nothing of the role that its plugin adds. */
function roleOf(user: object): UserRole {
  return roleIn('role' in user && typeof user.role === 'string' ? user.role : null);
}
