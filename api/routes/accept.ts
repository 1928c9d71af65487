import { acceptUpdate } from '../../workflows/messages.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { accept } from '../operations/callbacks.ts';
import { offerMustBeTheirs } from './offer-mine.ts';

export const acceptEndpoint = endpoint(accept)(async ({ deps, caller, params, body: { offerId } }) => {
  await offerMustBeTheirs(deps, caller, params.id, offerId);
  return command(deps, acceptUpdate, params.id, { offerId, agentId: caller.id });
});
