import { answerOf, client } from '../api/client.ts';

/** Starts a session. @throws {ProblemError} 401 where the address or the password is wrong, 429 after too many tries */
export async function signIn(email: string, password: string): Promise<void> {
  await answerOf(client.POST('/auth/sign-in/email', { body: { email, password } }));
}

/** Ends the session, and with it the lease of every tab of this browser: nobody is offered anything who is gone. */
export async function signOut(): Promise<void> {
  await answerOf(client.POST('/auth/sign-out', { headers: { 'Content-Type': 'application/json' } }));
}

export interface PasswordChange {
  readonly present: string;
  readonly wanted: string;
  /** Signs out wherever else one is signed in. */
  readonly elsewhere: boolean;
}

/**
 * Gives whoever is signed in another password.
 * @throws {ProblemError} `invalid_password` where `present` is not the present one, 429 after too many tries
 */
export async function changePassword({ present, wanted, elsewhere }: PasswordChange): Promise<void> {
  await answerOf(client.POST('/auth/change-password', { body: { currentPassword: present, newPassword: wanted, revokeOtherSessions: elsewhere } }));
}
