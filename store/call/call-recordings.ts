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

/**
 * Recordings begun longer ago than this that are not known to be finished, though they were stopped, or their call is over. More than
 * can be had are drawn by lot: one that cannot be mended is in nobody's way.
 */
export async function recordingsToLookAt(db: Db, olderThanMs: number, limit: number): Promise<CallRecordingRow[]> {
  const { rows } = await sql<CallRecordingRow>`
    select r.* from call_recording r
    where r.status in ('recording', 'paused', 'processing') and r.started_at < now() - ${olderThanMs} * interval '1 millisecond'
      and (r.status = 'processing'
           or exists (select from attempt a where a.callback_id = r.callback_id and a.attempt = r.attempt and a.ended_at is not null)
           or not exists (
             select from leg l
             where l.callback_id = r.callback_id and l.attempt = r.attempt and l.role = 'customer' and l.settled_at is null))
    order by random()
    limit ${limit}`.execute(db);
  return rows;
}

/** What was kept of a callback's conversations, in the order it began. */
export async function recordingsOf(db: Db, callbackId: string): Promise<CallRecordingRow[]> {
  return db.selectFrom('call_recording').selectAll().where('callback_id', '=', callbackId).orderBy('started_at').orderBy('recording_sid').execute();
}
