import { offers } from '../../store/callback/timeline.ts';
import type { ReservationRow } from '../../store/tables.ts';
import type { Person } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden } from '../problems.ts';
import { visibleCallback } from '../visible.ts';

/**
 * The offer of this callback that was made to the caller. One that is over may be theirs still: the workflow then says so.
 *
 * @throws {HttpProblem} 404, 403 or 409
 */
export async function offerMustBeTheirs(deps: Deps, caller: Person, callbackId: string, offerId: string): Promise<ReservationRow> {
  const offer = (await offers(deps.store.db, callbackId)).find(({ id }) => id === offerId);
  if (offer?.agent_id === caller.id) return offer;
  await visibleCallback(deps, caller, callbackId);
  if (offer) throw forbidden('not_your_offer', 'This callback is offered to somebody else.');
  throw conflict('offer_over', 'There is no such offer of this callback.');
}
