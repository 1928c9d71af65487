import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { isRecorded, mayFollow } from '../../domain/call/recorded.ts';
import type { RecordingState } from '../../domain/call/recorded.ts';
import type { ConversationKey } from './conversation.ts';
import { hint } from '../notify.ts';
import type { CallRecordingTable } from './recording-table.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

export type CallRecordingRow = Selectable<CallRecordingTable>;

/** What the network says of a recording. */
export interface RecordingNews extends ConversationKey {
  readonly sid: string;
  readonly state: RecordingState;
  readonly startedAt: Date;
  /** In seconds; null: not known, or it is not over. */
  readonly durationS: number | null;
}

/** Writes what the network says of a recording; what comes late takes nothing back. */
export async function noteRecording(db: Db, news: RecordingNews): Promise<void> {
  await inTransaction(db, async (tx) => {
    const known = await tx.selectFrom('call_recording').selectAll().where('recording_sid', '=', news.sid).forUpdate().executeTakeFirst();
    if (known && !mayFollow(known.status, news.state)) return;
    const { sid, callbackId, attempt, state, startedAt } = news;
    const durationS = news.durationS ?? known?.duration_s ?? null;
    const endedAt = isRecorded(state) ? (known?.ended_at ?? sql<Date>`now()`) : null;
    const change = { status: state, duration_s: durationS, ended_at: endedAt };
    await tx
      .insertInto('call_recording')
      .values({ recording_sid: sid, callback_id: callbackId, attempt, started_at: startedAt, ...change })
      .onConflict((oc) => oc.column('recording_sid').doUpdateSet(change))
      .execute();
    await hint(tx, { callbackId });
  });
}

/** A recording has begun, says a word that may come late: one that is known already stays as it is. */
export async function noteRecordingBegun(db: Db, { sid, callbackId, attempt, startedAt }: Omit<RecordingNews, 'state' | 'durationS'>): Promise<void> {
  await db
    .insertInto('call_recording')
    .values({ recording_sid: sid, callback_id: callbackId, attempt, started_at: startedAt, status: 'recording' })
    .onConflict((oc) => oc.column('recording_sid').doNothing())
    .execute();
  await hint(db, { callbackId });
}

/** What was kept of a callback's conversations, in the order it began. */
export async function recordingsOf(db: Db, callbackId: string): Promise<CallRecordingRow[]> {
  return db.selectFrom('call_recording').selectAll().where('callback_id', '=', callbackId).orderBy('started_at').orderBy('recording_sid').execute();
}
