import { noteRecording } from '../../store/call/call-recordings.ts';
import { readConversation } from '../../store/call/conversation.ts';
import type { CallActivities, Controlled } from '../contract.ts';
import type { ActivityDependencies } from '../index.ts';
import { asStep, callOf, customerOf } from './step.ts';

/** Has the customer's call be recorded, with everybody else on the other channel; or pauses, resumes or stops it. */
export async function record(
  { store, telephony }: ActivityDependencies,
  { callbackId, attempt, recording }: Parameters<CallActivities['record']>[0],
): Promise<Controlled> {
  const key = { callbackId, attempt };
  const customer = customerOf(await readConversation(store.db, key));
  if (customer === null) return 'gone';
  const wish = { ...key, callSid: callOf(customer), recording };
  return asStep(store.db, key, { type: 'record', recording }, async () => {
    const { answered, seen } = await telephony.record(wish);
    if (seen) await noteRecording(store.db, { ...key, ...seen });
    return answered;
  });
}
