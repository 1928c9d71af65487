import { voidIntended, wantEnded } from '../../store/call/legs.ts';
import type { CallActivities } from '../contract.ts';
import type { ActivityDependencies } from '../index.ts';

/** Ends one leg, as endAttempt ends all: one that nobody has asked for is void; one whose call is not known yet is marked. */
export async function endLeg(
  { store, telephony }: ActivityDependencies,
  leg: Parameters<CallActivities['endLeg']>[0],
): Promise<{ voided: boolean }> {
  const voided = await voidIntended(store.db, leg);
  const callSids = await wantEnded(store.db, leg);
  for (const callSid of callSids) await telephony.endCall(callSid);
  return { voided: voided.length > 0 };
}
