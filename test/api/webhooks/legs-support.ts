import { randomUUID } from 'node:crypto';
import type { IntentState, LegRole } from '../../../domain/leg.ts';
import { requestCallback } from '../../../store/callback/intake.ts';
import type { Store } from '../../../store/open.ts';
import type { LegRow } from '../../../store/tables.ts';
import { CUSTOMER, givenRoute } from './support.ts';

export const LABEL = 'customer-1-1';

/** A callback whose first attempt has one leg, in this state. Answers the callback's id. */
export async function givenLeg(store: Store, state: IntentState, more: { role?: LegRole; settled?: boolean; endWanted?: boolean; callSid?: string } = {}): Promise<string> {
  await givenRoute(store);
  const numberHash = randomUUID();
  const { id } = await requestCallback(store.db, {
    routeId: 'support',
    number: CUSTOMER,
    numberHash,
    name: '',
    language: 'en',
    timeZone: null,
    kind: 'asap',
    origin: 'ivr',
    channel: 'voice',
    desiredAt: null,
    windowEndsAt: null,
    collected: {},
    requestKey: null,
    actor: { type: 'customer' },
  });
  await store.db.insertInto('attempt').values({ callback_id: id, attempt: 1, agent_id: 'alice' }).execute();
  const deadline = new Date(Date.now() + 60_000);
  const { role = 'customer', settled = false, endWanted = false, callSid = null } = more;
  const row = { callback_id: id, label: LABEL, attempt: 1, role, state, deadline_at: deadline, number_hash: numberHash } as const;
  await store.db
    .insertInto('leg')
    .values({ ...row, settled_at: settled ? new Date() : null, end_wanted: endWanted, call_sid: callSid })
    .execute();
  return id;
}

export async function legIn(store: Store, callbackId: string, label = LABEL): Promise<LegRow> {
  return store.db.selectFrom('leg').selectAll().where('callback_id', '=', callbackId).where('label', '=', label).executeTakeFirstOrThrow();
}

/** What the workflow will be told, in order. */
export async function told(store: Store, callbackId: string): Promise<unknown[]> {
  const rows = await store.db.selectFrom('outbox').selectAll().where('callback_id', '=', callbackId).orderBy('id').execute();
  return rows.map(({ message, payload }) => ({ message, payload }));
}
