import type { OperationNodeSource, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Projection } from '../../domain/projection.ts';
import type { Status } from '../../domain/status.ts';
import type { OfferEnd } from '../../domain/words.ts';
import { SYSTEM } from '../../domain/words.ts';
import { moveToRoute } from '../route/route-change.ts';
import { readRoute } from '../route/routes.ts';
import type { Tables } from '../tables.ts';

type Tx = Transaction<Tables>;

const WAITING: readonly Status[] = ['queued', 'scheduled'];

/** What writing the end of an offer brought about. */
export interface WrittenEnd {
  /** An offer that has ended with this step, and had not ended like that before: what follows from it is to be done now. */
  readonly ended: { readonly offerId: string; readonly end: OfferEnd } | null;
  /** Offers whose end history has forgotten, and the routes their callback was taken away from. */
  readonly forgotten: readonly { readonly offerId: string; readonly movedFrom: string | null }[];
}

/** An offer whose end was taken back, as it was. */
interface TakenBack {
  readonly id: string;
  readonly offer_end: OfferEnd | null;
  readonly moved_from: string | null;
}

/** The first end of an offer stays, unless a forgotten step wrote it, or whoever accepted declines after reading: then it is rejected. */
export function offerEnd(tx: Tx, { callbackId, version, endedOffer }: Projection): OperationNodeSource[] {
  if (!endedOffer) return [];
  return [
    tx
      .updateTable('reservation')
      .set({ offer_end: endedOffer.end, offer_ended_at: sql<Date>`now()`, offer_end_version: version })
      .$if(endedOffer.end === 'accepted', (update) => update.set({ accepted_version: version }))
      .where('id', '=', endedOffer.offerId)
      .where('callback_id', '=', callbackId)
      .where((eb) => eb.or([eb('offer_end', 'is', null), ...(endedOffer.end === 'rejected' ? [eb('offer_end', '=', 'accepted')] : [])])),
  ];
}

/** What an end means that was written, or was not. A step that is written again finds its own end among those taken back, and repeats nothing. */
export function writtenEnd({ endedOffer }: Projection, before: readonly TakenBack[], isWritten: boolean): WrittenEnd {
  const isSame = (old: TakenBack) => old.id === endedOffer?.offerId && old.offer_end === endedOffer.end;
  const forgotten = before.filter((old) => !isSame(old)).map(({ id, moved_from }) => ({ offerId: id, movedFrom: moved_from }));
  const isNew = isWritten && !before.some(isSame);
  return { ended: isNew ? endedOffer : null, forgotten };
}

/** Ends that steps above `after` have written were never part of this life: such an offer is open again, or accepted as it had been before. */
export async function takeBackOfferEnds(tx: Tx, { callbackId, after }: Projection): Promise<TakenBack[]> {
  const { rows } = await sql<TakenBack>`
    update reservation r set
      offer_end = case when accepted_version <= ${after} then 'accepted' end,
      offer_ended_at = case when accepted_version <= ${after} then offer_ended_at end,
      offer_end_version = case when accepted_version <= ${after} then accepted_version end,
      accepted_version = case when accepted_version <= ${after} then accepted_version end
    from (select id, offer_end, moved_from from reservation where callback_id = ${callbackId} and offer_end_version > ${after} for update) as old
    where r.id = old.id
    returning old.id, old.offer_end, old.moved_from`.execute(tx);
  return rows;
}

/**
 * Does what the route says of a rejected or missed offer, once for each offer. Going to another agent needs nothing done: matching
 * sees how the offer ended. A route that does not take the callback leaves it to the other agents of its own.
 */
export async function followOfferEnd(tx: Tx, { callbackId, state }: Projection, { ended, forgotten }: WrittenEnd): Promise<void> {
  for (const { offerId, movedFrom } of forgotten) if (movedFrom !== null) await moveBack(tx, callbackId, offerId, movedFrom);
  if (ended === null || !WAITING.includes(state.status)) return;
  const from = await routeOf(tx, callbackId);
  const policy = (await readRoute(tx, from))?.policy;
  const destination = ended.end === 'rejected' ? policy?.afterRejectedOffer : ended.end === 'missed' ? policy?.afterMissedOffer : undefined;
  if (destination?.to !== 'route' || destination.routeId === from) return;
  if ((await moveToRoute(tx, { callbackId, routeId: destination.routeId, actor: SYSTEM })) !== 'moved') return;
  await tx.updateTable('reservation').set({ moved_from: from }).where('id', '=', ended.offerId).execute();
}

/** History has forgotten that the offer ended like that: the callback had never left its route. */
async function moveBack(tx: Tx, callbackId: string, offerId: string, routeId: string): Promise<void> {
  await tx.updateTable('reservation').set({ moved_from: null }).where('id', '=', offerId).execute();
  await moveToRoute(tx, { callbackId, routeId, actor: SYSTEM });
}

async function routeOf(tx: Tx, callbackId: string): Promise<string> {
  const { route_id } = await tx.selectFrom('callback').select('route_id').where('id', '=', callbackId).executeTakeFirstOrThrow();
  return route_id;
}
