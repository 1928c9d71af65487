import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { CallTargetTable } from './call-tables.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

export type CallTarget = Selectable<CallTargetTable>;

/** Somebody to ask in; exactly one of agent, route and number. */
export type NewTarget = Omit<Insertable<CallTargetTable>, 'asked_at'>;

/**
 * Writes down whom an agent asks in; the same id again finds what is there. A number stands here and nowhere else.
 * @returns the row as it stands.
 */
export async function writeTarget(db: Db, target: NewTarget): Promise<CallTarget> {
  await db.insertInto('call_target').values(target).onConflict((oc) => oc.column('id').doNothing()).execute();
  return db.selectFrom('call_target').selectAll().where('id', '=', target.id).executeTakeFirstOrThrow();
}

/** The targets of these ids. */
export async function readTargets(db: Db, ids: readonly string[]): Promise<CallTarget[]> {
  return ids.length === 0 ? [] : db.selectFrom('call_target').selectAll().where('id', 'in', ids).execute();
}

/** What an agent is held for beside a case of their own: to be asked in, or to supervise. */
export interface HeldFor {
  readonly callbackId: string;
  readonly agentId: string;
  readonly purpose: 'guest' | 'supervise';
  readonly targetId: string | null;
}

/**
 * Holds an agent for somebody else's conversation; asking again gives the same reservation.
 * @returns null when they have something else in hand.
 */
export async function holdForCall(db: Db, { callbackId, agentId, purpose, targetId }: HeldFor): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    const id = randomUUID();
    const made = await tx
      .insertInto('reservation')
      .values({ id, callback_id: callbackId, agent_id: agentId, purpose, target_id: targetId })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 1n) return id;
    const held = await tx.selectFrom('reservation').selectAll().where('agent_id', '=', agentId).where('released_at', 'is', null).executeTakeFirst();
    const isTheSame = held?.callback_id === callbackId && held.purpose === purpose && held.target_id === targetId;
    return isTheSame ? held.id : null;
  });
}

/** Keeps digits for the customer's ear under a token; the same token again changes nothing. */
export async function writeTones(db: Db, tones: { token: string; callbackId: string; attempt: number; digits: string; sentBy: string }): Promise<void> {
  const { token, callbackId, attempt, digits, sentBy } = tones;
  await db
    .insertInto('call_tones')
    .values({ token, callback_id: callbackId, attempt, digits, sent_by: sentBy })
    .onConflict((oc) => oc.column('token').doNothing())
    .execute();
}
