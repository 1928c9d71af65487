import { rejectUpdate } from '../../workflows/messages.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { reject } from '../operations/callbacks.ts';
import { offerMustBeTheirs } from './offer-mine.ts';

/** Rejects an open offer; an accepted one names the preview it opened, which is given back. */
export const rejectEndpoint = endpoint(reject)(async ({ deps, caller, params, body: { offerId } }) => {
  await offerMustBeTheirs(deps, caller, params.id, offerId);
  return command(deps, rejectUpdate, params.id, { offerId, agentId: caller.id });
});
