import { NoteTypedMeanwhile, saveDraft as keep } from '../../store/callback/notes.ts';
import { endpoint } from '../endpoint.ts';
import { saveDraft } from '../operations/callbacks.ts';
import { conflict } from '../problems.ts';
import { mustHold, visibleCallback } from '../visible.ts';

export const saveDraftEndpoint = endpoint(saveDraft)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHold(row, caller);
  const kept = await keep(deps.store.db, { callbackId: row.id, agentId: caller.id, ...body }).catch(sayWhy);
  if (!kept) throw conflict('not_your_callback', 'You do not have this callback in hand now.');
  return { status: 204, body: undefined };
});

function sayWhy(error: unknown): never {
  if (!(error instanceof NoteTypedMeanwhile)) throw error;
  throw conflict('note_typed_meanwhile', 'Another note was typed since you saw this one. Nothing was overwritten.', { storedNote: error.stored });
}
