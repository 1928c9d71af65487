import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { CallStepTable, RequestedStep } from './call-tables.ts';
import { legsOf } from './leg-read.ts';
import type { Db, LegRow } from '../tables.ts';

/** Names a conversation. */
export interface ConversationKey {
  readonly callbackId: string;
  readonly attempt: number;
}

/** What is known of a conversation. */
export interface Conversation extends ConversationKey {
  /** Null: nobody has told us yet. */
  readonly conferenceSid: string | null;
  /** In the order they were intended. */
  readonly legs: readonly LegRow[];
}

export async function readConversation(db: Db, { callbackId, attempt }: ConversationKey): Promise<Conversation> {
  const row = db
    .selectFrom('attempt')
    .select('conference_sid')
    .where('callback_id', '=', callbackId)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  const [known, legs] = await Promise.all([row, legsOf(db, callbackId, attempt)]);
  return { callbackId, attempt, conferenceSid: known?.conference_sid ?? null, legs };
}

/** Writes a request about a running conversation before it is sent, and answers the row's id. */
export async function intendStep(db: Db, { callbackId, attempt }: ConversationKey, step: RequestedStep): Promise<number> {
  const { id } = await db
    .insertInto('call_step')
    .values({ callback_id: callbackId, attempt, step: JSON.stringify(step) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes what the network has answered. */
export async function answerStep(db: Db, id: number, result: Selectable<CallStepTable>['result']): Promise<void> {
  await db.updateTable('call_step').set({ answered_at: sql<Date>`now()`, result }).where('id', '=', id).execute();
}
