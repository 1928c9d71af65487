import { fileLateNote } from '../../store/callback/late-note.ts';
import { NoteTypedMeanwhile, saveDraft as keep } from '../../store/callback/notes.ts';
import { hasHadInHand } from '../../store/callback/timeline.ts';
import type { CallbackRow } from '../../store/tables.ts';
import type { Caller } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { saveDraft } from '../operations/callbacks.ts';
import { conflict } from '../problems.ts';
import { isInTheirHands, mustHold, visibleCallback } from '../visible.ts';

interface Typed {
  readonly note?: string | undefined;
  readonly seenNotes?: readonly string[] | undefined;
}

export const saveDraftEndpoint = endpoint(saveDraft)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  const isKept = isInTheirHands(row, caller) && (await keep(deps.store.db, { callbackId: row.id, agentId: caller.id, ...body }).catch(sayWhy));
  if (!isKept) await fileLate(deps, caller, row, body);
  return { status: 204, body: undefined };
});

/**
 * The case was taken out of their hands while they typed (the time for it was over, a preview went back to the queue, a supervisor
 * completed it): what they typed is filed.
 *
 * @throws {HttpProblem} 403 or 409 where they never had it in hand
 */
async function fileLate({ store }: Deps, caller: Caller, row: CallbackRow, { note, seenNotes }: Typed): Promise<void> {
  const hadIt = await hasHadInHand(store.db, row.id, caller.id);
  if (!hadIt) mustHold(row, caller);
  if (!hadIt || note === undefined || seenNotes === undefined) throw conflict('not_your_callback', 'You do not have this callback in hand now.');
  await fileLateNote(store.db, { callbackId: row.id, authorId: caller.id, text: note, seenNotes }).catch(sayWhy);
}

function sayWhy(error: unknown): never {
  if (!(error instanceof NoteTypedMeanwhile)) throw error;
  throw conflict('note_typed_meanwhile', 'Another note was typed since you saw this one. Nothing was overwritten.', { storedNote: error.stored });
}
