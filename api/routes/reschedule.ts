import { rescheduleUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { utc } from '../instant.ts';
import { rescheduleCallback } from '../operations/callbacks.ts';
import { mustHoldOrSteer, visibleCallback } from '../visible.ts';

export const rescheduleEndpoint = endpoint(rescheduleCallback)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHoldOrSteer(row, caller);
  const windowEndsAt = body.windowEndsAt === undefined ? null : utc(body.windowEndsAt);
  return command(deps, rescheduleUpdate, row.id, { actor: actorOf(caller), at: utc(body.at), windowEndsAt, staysWithAgent: body.staysWithAgent });
});
