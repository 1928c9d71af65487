import { readCallback } from '../../store/callback/callbacks.ts';
import { readRouteOf } from '../../store/route/routes.ts';
import { acceptUpdate } from '../../workflows/messages.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { accept } from '../operations/callbacks.ts';
import { mustBePermittedNow } from '../permitted-hours.ts';
import { offerMustBeTheirs } from './offer-mine.ts';

/** Not once an edit has closed the route over an open offer; accepting again what was accepted is answered at any time. */
export const acceptEndpoint = endpoint(accept)(async ({ deps, caller, params, body: { offerId } }) => {
  const { db } = deps.store;
  const [row, route] = await Promise.all([readCallback(db, params.id), readRouteOf(db, params.id), offerMustBeTheirs(deps, caller, params.id, offerId)]);
  if (row?.status === 'offered' && route) mustBePermittedNow(route);
  return command(deps, acceptUpdate, params.id, { offerId, agentId: caller.id });
});
