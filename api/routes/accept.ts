import { readRouteOf } from '../../store/route/routes.ts';
import { acceptUpdate } from '../../workflows/messages.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { accept } from '../operations/callbacks.ts';
import { mustBePermittedNow } from '../permitted-hours.ts';
import { offerMustBeTheirs } from './offer-mine.ts';

/** Not once an edit has closed the route over an open offer; accepting again what was accepted is answered at any time. */
export const acceptEndpoint = endpoint(accept)(async ({ deps, caller, params, body: { offerId } }) => {
  const [offer, route] = await Promise.all([offerMustBeTheirs(deps, caller, params.id, offerId), readRouteOf(deps.store.db, params.id)]);
  if (offer.offer_end === null && route) mustBePermittedNow(route);
  return command(deps, acceptUpdate, params.id, { offerId, agentId: caller.id });
});
