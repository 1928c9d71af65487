import { cancelUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { cancel } from '../operations/callbacks.ts';
import { mustHoldOrSteer, visibleCallback } from '../visible.ts';

export const cancelEndpoint = endpoint(cancel)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHoldOrSteer(row, caller);
  return command(deps, cancelUpdate, row.id, { actor: actorOf(caller), reason: body.reason ?? null });
});
