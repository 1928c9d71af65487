import type { Expression, Selectable, SqlBool } from 'kysely';
import { expressionBuilder } from 'kysely';
import { LIVE_STATUSES } from '../../domain/status.ts';
import type { Actor } from '../../domain/words.ts';
import { hint } from '../notify.ts';
import { gathered } from './rows.ts';
import type { CaseNoteTable, Db, Tables } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

export type Note = Selectable<CaseNoteTable>;

/** Files a note, with a line on the timeline. */
export async function addNote(
  db: Db,
  { callbackId, authorId, text, actor }: { callbackId: string; authorId: string; text: string; actor?: Actor },
): Promise<Note> {
  return inTransaction(db, async (tx) => {
    const note = await tx
      .insertInto('case_note')
      .values({ callback_id: callbackId, author_id: authorId, text })
      .returningAll()
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('case_event')
      .values({
        callback_id: callbackId,
        type: 'noted',
        actor: JSON.stringify(actor ?? { type: 'user', id: authorId }),
        data: JSON.stringify({ noteId: note.id }),
      })
      .execute();
    await hint(tx, { callbackId });
    return note;
  });
}

/**
 * Files what its author had as a draft: the note is written, unless it is the last one of this attempt and theirs already (said again
 * after a refusal), and the draft's note is empty from now on.
 */
export async function fileNote(
  db: Db,
  note: { callbackId: string; authorId: string; text: string; actor?: Actor },
): Promise<void> {
  const { callbackId, authorId, text } = note;
  await inTransaction(db, async (tx) => {
    const last = await lastNoteOfAttempt(tx, callbackId);
    if (last?.author_id !== authorId || last.text !== text) await addNote(tx, note);
    await saveDraft(tx, { callbackId, agentId: authorId, note: '' });
  });
}

/** The newest note since the newest attempt began: of a line that is busy again one writes what one wrote before. */
async function lastNoteOfAttempt(tx: Db, callbackId: string): Promise<Note | undefined> {
  return tx
    .selectFrom('case_note')
    .selectAll()
    .where('callback_id', '=', callbackId)
    .where('at', '>=', (eb) =>
      eb
        .selectFrom('attempt')
        .where('callback_id', '=', callbackId)
        .select((began) => began.fn.coalesce(began.fn.max('started_at'), began.val(new Date(0))).as('at')),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The callback's notes, the first one first. */
export async function readNotes(db: Db, callbackId: string): Promise<Note[]> {
  return db.selectFrom('case_note').selectAll().where('callback_id', '=', callbackId).orderBy('id').execute();
}

/** The notes of each of these callbacks that has any, the first one first. */
export async function notesOf(db: Db, callbackIds: readonly string[]): Promise<Map<string, Note[]>> {
  if (callbackIds.length === 0) return new Map();
  const notes = await db.selectFrom('case_note').selectAll().where('callback_id', 'in', callbackIds).orderBy('id').execute();
  return gathered(notes.map((note) => [note.callback_id, note]));
}

/** The note that is stored is not the one that was seen: nothing was changed. */
export class NoteTypedMeanwhile extends Error {
  override readonly name = 'NoteTypedMeanwhile';
  readonly stored: string;
  constructor(stored: string) {
    super('Another note was typed meanwhile.');
    this.stored = stored;
  }
}

/** What is typed but not filed; a field left out stays as it is. */
interface Typed {
  readonly callbackId: string;
  readonly agentId: string;
  readonly note?: string | undefined;
  /** The note this one was made of, any of these; left out, it replaces whatever is stored. */
  readonly seenNotes?: readonly string[] | undefined;
  readonly disposition?: string | null | undefined;
}

/**
 * Keeps what the agent who has the case in hand has typed but not filed. The agent's other screens are told: whoever marks the case done
 * there files what was typed last.
 * @returns false when the case is not in this agent's hands.
 * @throws {NoteTypedMeanwhile} when another screen has kept another note since; the same one, sent again, is kept
 */
export async function saveDraft(db: Db, typed: Typed): Promise<boolean> {
  const { callbackId, agentId, note, seenNotes, disposition } = typed;
  const replaceable = note === undefined || seenNotes === undefined ? null : [...seenNotes, note];
  const saved = await db
    .updateTable('callback')
    .set({ draft_note: note, draft_disposition: disposition, id: callbackId })
    .where(inHand(typed))
    .$if(replaceable !== null, (query) => query.where('draft_note', 'in', replaceable ?? []))
    .executeTakeFirst();
  const isSaved = saved.numUpdatedRows === 1n;
  if (isSaved) await hint(db, { agentId });
  else if (replaceable) await refuseOther(db, typed);
  return isSaved;
}

async function refuseOther(db: Db, typed: Typed): Promise<void> {
  const other = await db.selectFrom('callback').select('draft_note').where(inHand(typed)).executeTakeFirst();
  if (other) throw new NoteTypedMeanwhile(other.draft_note);
}

function inHand({ callbackId, agentId }: Typed): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'callback'>();
  return eb.and([eb('callback.id', '=', callbackId), eb('callback.agent_id', '=', agentId), eb('callback.status', 'in', LIVE_STATUSES)]);
}
