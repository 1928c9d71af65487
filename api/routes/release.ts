import { releaseUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { release } from '../operations/callbacks.ts';
import { visibleCallback } from '../visible.ts';

export const releaseEndpoint = endpoint(release)(async ({ deps, caller, params }) => {
  const row = await visibleCallback(deps, caller, params.id);
  return command(deps, releaseUpdate, row.id, { actor: actorOf(caller) });
});
