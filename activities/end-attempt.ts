import { voidIntended, wantEnded } from '../store/call/legs.ts';
import type { TelephonyActivities } from './contract.ts';
import type { ActivityDependencies } from './index.ts';

/**
 * Ends an attempt's legs: those still intended are void and never ring; those the network knows are ended there; one whose answer
 * is still on its way is marked, and ended by whoever learns its call.
 */
export async function endAttempt(
  { store, telephony }: ActivityDependencies,
  attempt: Parameters<TelephonyActivities['endAttempt']>[0],
): Promise<{ voided: readonly string[] }> {
  const voided = await voidIntended(store.db, attempt);
  const callSids = await wantEnded(store.db, attempt);
  await Promise.all(callSids.map((callSid) => telephony.endCall(callSid)));
  return { voided };
}
