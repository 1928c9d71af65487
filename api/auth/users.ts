import type { Auth } from './auth.ts';

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
