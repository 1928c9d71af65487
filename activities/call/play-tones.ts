import { setTimeout as sleep } from 'node:timers/promises';
import { readConversation } from '../../store/call/conversation.ts';
import { readTones } from '../../store/call/played-tones.ts';
import type { Db } from '../../store/tables.ts';
import type { CallActivities, Controlled } from '../contract.ts';
import type { ActivityDependencies } from '../index.ts';
import { asStep, callOf, conferenceOf, customerOf } from './step.ts';

/** What the network takes at most to fetch the digits and tell their end, and to play one. */
const AROUND_MS = 2_000;
const ONE_MS = 400;
const LONGEST_MS = 5_000;
const LOOK_EVERY_MS = 100;

/**
 * Has the customer hear digits. Answers when they have been heard, as far as anybody tells us in time: the next ones would cut these
 * off. @throws when it is not known whether they are heard.
 */
export async function playTones(
  { store, telephony }: ActivityDependencies,
  { callbackId, attempt, token }: Parameters<CallActivities['playTones']>[0],
): Promise<Controlled> {
  const key = { callbackId, attempt };
  const conversation = await readConversation(store.db, key);
  const customer = customerOf(conversation);
  if (customer === null) return 'gone';
  const party = { conferenceSid: conferenceOf(conversation), callSid: callOf(customer) };
  const result = await asStep(store.db, key, { type: 'tones', token }, () => telephony.playTones(party, token));
  if (result === 'done') await heard(store.db, token);
  return result;
}

async function heard(db: Db, token: string): Promise<void> {
  let leftMs = LONGEST_MS;
  for (let waitedMs = 0; waitedMs < leftMs; waitedMs += LOOK_EVERY_MS) {
    const tones = await readTones(db, token);
    if (tones === null || tones.hasEnded) return;
    leftMs = Math.min(LONGEST_MS, AROUND_MS + tones.count * ONE_MS);
    await sleep(LOOK_EVERY_MS);
  }
}
