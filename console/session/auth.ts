import { answerOf, client } from '../api/client.ts';
import { claimTabId } from './tab.ts';

/** Starts a session. @throws {ProblemError} 401 where the address or the password is wrong, 429 after too many tries */
export async function signIn(email: string, password: string): Promise<void> {
  await answerOf(client.POST('/auth/sign-in/email', { body: { email, password } }));
}

/** Gives up this tab's lease, so that nobody is offered anything who is gone, and ends the session. */
export async function signOut(): Promise<void> {
  const tabId = await claimTabId();
  await client.DELETE('/v1/me/tabs/{tabId}', { params: { path: { tabId } } }).catch(() => undefined);
  await answerOf(client.POST('/auth/sign-out', { headers: { 'Content-Type': 'application/json' } }));
}
