import { withdrawUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { withdraw } from '../operations/callbacks.ts';
import { conflict } from '../problems.ts';
import { visibleCallback } from '../visible.ts';

/** Said again, it finds the callback withdrawn, and that is no mistake. */
export const withdrawEndpoint = endpoint(withdraw)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  const isOpen = row.ended_at === null && row.status !== 'withdrawn';
  if (isOpen && row.assignee_id === null) throw conflict('not_distributed', 'This callback is not distributed to anybody.');
  return command(deps, withdrawUpdate, row.id, { actor: actorOf(caller), reason: body.reason ?? null });
});
