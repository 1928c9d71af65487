import { readConversation } from '../../store/call/conversation.ts';
import { readLeg } from '../../store/call/legs.ts';
import type { CallActivities } from '../contract.ts';
import type { ActivityDependencies } from '../index.ts';
import { asStep, callOf, customerOf } from './step.ts';

/** Tells a customer whose agent is lost that we are sorry, in their language, and hangs up. Where it cannot be told, it is hung up all the same. */
export async function apologise({ store, telephony }: ActivityDependencies, key: Parameters<CallActivities['apologise']>[0]): Promise<void> {
  const leg = customerOf(await readConversation(store.db, key));
  const known = leg && (await readLeg(store.db, { callbackId: key.callbackId, label: leg.label }));
  if (!known) return;
  const callSid = callOf(known.leg);
  const language = known.language ?? known.policy.languages[0] ?? 'en';
  const result = await asStep(store.db, key, { type: 'apology' }, () => telephony.apologise(callSid, language));
  if (result !== 'done') await telephony.endCall(callSid);
}
