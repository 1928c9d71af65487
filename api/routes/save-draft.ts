import { saveDraft as keep } from '../../store/callback/notes.ts';
import { endpoint } from '../endpoint.ts';
import { saveDraft } from '../operations/callbacks.ts';
import { conflict } from '../problems.ts';
import { mustHold, visibleCallback } from '../visible.ts';

export const saveDraftEndpoint = endpoint(saveDraft)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHold(row, caller);
  const kept = await keep(deps.store.db, { callbackId: row.id, agentId: caller.id, ...body });
  if (!kept) throw conflict('not_your_callback', 'You do not have this callback in hand now.');
  return { status: 204, body: undefined };
});
