import { addNote as write } from '../../store/callback/notes.ts';
import { actorOf } from '../auth/caller.ts';
import { endpoint } from '../endpoint.ts';
import { addNote } from '../operations/callbacks.ts';
import { noteView } from '../views/case.ts';
import { mustHoldOrSteer, visibleCallback } from '../visible.ts';

export const addNoteEndpoint = endpoint(addNote)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHoldOrSteer(row, caller);
  const note = await write(deps.store.db, { callbackId: row.id, authorId: caller.id, text: body.text, actor: actorOf(caller) });
  return { status: 201, body: noteView(note, { names: new Map([[caller.id, caller.name]]) }) };
});
