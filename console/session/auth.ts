import { answerOf, client } from '../api/client.ts';

/** Starts a session. @throws {ProblemError} 401 where the address or the password is wrong, 429 after too many tries */
export async function signIn(email: string, password: string): Promise<void> {
  await answerOf(client.POST('/auth/sign-in/email', { body: { email, password } }));
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await answerOf(client.POST('/auth/sign-out', { headers: { 'Content-Type': 'application/json' } }));
}
