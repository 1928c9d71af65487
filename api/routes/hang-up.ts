import { hangUpUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { hangUpCall } from '../operations/callbacks.ts';
import { mustHold, visibleCallback } from '../visible.ts';

export const hangUpEndpoint = endpoint(hangUpCall)(async ({ deps, caller, params, body: { attempt } }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHold(row, caller);
  return command(deps, hangUpUpdate, row.id, { actor: actorOf(caller), attempt });
});
