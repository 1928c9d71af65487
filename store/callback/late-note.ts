import { sql } from 'kysely';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';
import { hint } from '../notify.ts';
import type { Note } from './notes.ts';
import { addNote, NoteTypedMeanwhile } from './notes.ts';

/** How long a note that was filed when its case left an agent's hands may still turn out to have been only its beginning. */
const UNFINISHED = '10 minutes';

interface LateNote {
  readonly callbackId: string;
  readonly authorId: string;
  /** The whole text, not what was added to it. */
  readonly text: string;
  /** What may have been filed of it already, as the screen saw it: any of these. */
  readonly seenNotes: readonly string[];
}

/**
 * Files what an agent was still typing when the case left their hands. The beginning of it, filed for them then, becomes the whole; where
 * nothing of it was filed, it is a note of its own. Said twice, or overtaken by the whole of it, it is filed once; a blank text is none.
 *
 * @throws {NoteTypedMeanwhile} when another screen of theirs has filed another note meanwhile: the two are to be joined first
 */
export async function fileLateNote(db: Db, late: LateNote): Promise<void> {
  const { callbackId, authorId, text, seenNotes } = late;
  if (text.trim() === '') return;
  await inTransaction(db, async (tx) => {
    const filed = await unfinishedNote(tx, late);
    if (filed?.text === text) return;
    if (filed && seenNotes.includes(filed.text)) return finish(tx, filed, text);
    if (filed?.text.startsWith(text)) return;
    if (filed && !seenNotes.includes('')) throw new NoteTypedMeanwhile(filed.text);
    await addNote(tx, { callbackId, authorId, text });
  });
}

async function unfinishedNote(tx: Db, { callbackId, authorId }: LateNote): Promise<Note | undefined> {
  return tx
    .selectFrom('case_note')
    .selectAll()
    .where('callback_id', '=', callbackId)
    .where('author_id', '=', authorId)
    .where('at', '>', sql<Date>`now() - ${UNFINISHED}::interval`)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

async function finish(tx: Db, { id, callback_id: callbackId }: Note, text: string): Promise<void> {
  await tx.updateTable('case_note').set({ text }).where('id', '=', id).execute();
  await hint(tx, { callbackId });
}
