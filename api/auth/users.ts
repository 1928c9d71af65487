import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { inChunks } from '../../store/callback/rows.ts';
import type { Db, Tables } from '../../store/tables.ts';
import type { Auth } from './auth.ts';
import { hashMade } from './passwords.ts';

export type UserRole = 'administrator' | 'agent';

export interface NewUser {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: UserRole;
}

/**
 * Creates someone who can sign in, or leaves as they are whoever has that address already.
 *
 * @returns the user's id, which is also the id of their row in `agent`, if they are to have one
 * @throws when the address is no address, or the password is too short
 */
export async function createUser(auth: Auth, user: NewUser): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const known = await internalAdapter.findUserByEmail(user.email.toLowerCase());
  if (known) return known.user.id;
  const created = await auth.api.createUser({ body: { ...user } });
  return created.user.id;
}

/**
 * Makes a key for a machine. It can do what administrators can as long as its owner is one, except telephone.
 *
 * @param owner id of the administrator who answers for it
 * @param name what the timeline calls the machine
 * @returns the key, which is kept nowhere else in the clear
 */
export async function createMachineKey(auth: Auth, { owner, name }: { owner: string; name: string }): Promise<string> {
  const { key } = await auth.api.createApiKey({ body: { name, userId: owner } });
  return key;
}

/** Somebody who can sign in, or could. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: UserRole;
  /** May not sign in. */
  readonly disabled: boolean;
}

/** Everybody who can sign in, or could, by name; or the one of this id, if there is one. */
export async function readUsers(db: Db, id?: string): Promise<User[]> {
  const rows = await authTables(db)
    .selectFrom('auth_user')
    .select(['id', 'email', 'name', 'role', 'banned'])
    .$if(id !== undefined, (query) => query.where('id', '=', String(id)))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, email: row.email, name: row.name, role: roleIn(row.role), disabled: row.banned === true }));
}

/** What makes ids as better-auth does. */
export async function userIds(auth: Auth): Promise<() => string> {
  const { generateId } = await auth.$context;
  return () => {
    const made = generateId({ model: 'user' });
    if (!made) throw new Error('better-auth leaves the ids of users to the database.');
    return made;
  };
}

/** Creates people with passwords from `makePassword`, in the transaction that `tx` is: better-auth's own way knows none of ours. */
export async function insertUsers(tx: Db, users: readonly (User & { readonly password: string })[]): Promise<void> {
  const now = new Date();
  for (const some of inChunks(users)) {
    await authTables(tx)
      .insertInto('auth_user')
      .values(some.map(({ id, email, name, role }) => ({ id, email, name, role, emailVerified: false, banned: false, createdAt: now, updatedAt: now })))
      .execute();
    await authTables(tx).insertInto('auth_account').values(some.map(({ id, password }) => credential(id, password, now))).execute();
  }
}

function credential(userId: string, password: string, now: Date) {
  return { id: randomUUID(), accountId: userId, providerId: CREDENTIAL, userId, password: hashMade(password), createdAt: now, updatedAt: now };
}

/** Writes what a person is called and may do. Whoever may no longer sign in is signed out everywhere. */
export async function writeUser(tx: Db, { id, name, role, disabled }: User): Promise<void> {
  await authTables(tx).updateTable('auth_user').set({ name, role, banned: disabled, updatedAt: new Date() }).where('id', '=', id).execute();
  if (disabled) await endSessions(tx, id);
}

/** Gives a person another password, and ends every session that the old one began. */
export async function writePassword(tx: Db, { id, password }: { id: string; password: string }): Promise<void> {
  const now = new Date();
  const written = await authTables(tx)
    .updateTable('auth_account')
    .set({ password: hashMade(password), updatedAt: now })
    .where('userId', '=', id)
    .where('providerId', '=', CREDENTIAL)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) await authTables(tx).insertInto('auth_account').values(credential(id, password, now)).execute();
  await endSessions(tx, id);
}

/** Whether a person signs in by a password of their own. */
export async function hasPassword(db: Db, userId: string): Promise<boolean> {
  const account = await authTables(db)
    .selectFrom('auth_account')
    .select('id')
    .where('userId', '=', userId)
    .where('providerId', '=', CREDENTIAL)
    .where('password', 'is not', null)
    .executeTakeFirst();
  return account !== undefined;
}

/** The roles of the people whose sessions these are, by session: of those that last, and of people who may sign in. */
export async function rolesBySession(db: Db, sessionIds: readonly string[]): Promise<Map<string, UserRole>> {
  const rows = await authTables(db)
    .selectFrom('auth_session')
    .innerJoin('auth_user', 'auth_user.id', 'auth_session.userId')
    .select(['auth_session.id', 'auth_user.role'])
    .where('auth_session.id', '=', sql<string>`any(${sessionIds}::text[])`)
    .where('auth_session.expiresAt', '>', sql<Date>`now()`)
    .where('auth_user.banned', 'is not', true)
    .execute();
  return new Map(rows.map(({ id, role }) => [id, roleIn(role)]));
}

/** Ends one session. */
export async function endSession(tx: Db, id: string): Promise<void> {
  await authTables(tx).deleteFrom('auth_session').where('id', '=', id).execute();
}

async function endSessions(tx: Db, userId: string): Promise<void> {
  await authTables(tx).deleteFrom('auth_session').where('userId', '=', userId).execute();
}

/** better-auth keeps roles as a list with commas. */
export function roleIn(roles: string | null): UserRole {
  return roles?.split(',').includes('administrator') ? 'administrator' : 'agent';
}

const CREDENTIAL = 'credential';

/** Of better-auth's tables (store/migrations/0002_auth.sql), what is read and written here. */
type AuthTables = {
  auth_user: {
    id: string;
    email: string;
    name: string;
    role: string | null;
    banned: boolean | null;
    emailVerified: boolean;
    createdAt: Date;
    updatedAt: Date;
  };
  auth_account: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: Date;
    updatedAt: Date;
  };
  auth_session: { id: string; userId: string; expiresAt: Date };
};

function authTables(db: Db): Kysely<AuthTables> {
  return (db as Kysely<Tables>).withTables<AuthTables>();
}
