import type * as z from 'zod';
import type { OfferDestination } from '../../domain/route.ts';
import type { Held } from '../../store/call/live-calls.ts';
import type { CallbackRow, Db } from '../../store/tables.ts';
import type { offer as offerSchema } from '../schemas/desk.ts';
import type { CaseFacts } from './case-facts.ts';
import { readFacts } from './case-facts.ts';
import { fieldsView, viewOf } from './case.ts';
import type { Context } from './row.ts';
import { rowView } from './row.ts';

/** What an offer is shown from. */
export interface OfferFacts {
  readonly row: CallbackRow;
  readonly offer: Held & { readonly deadline_at: Date };
  /** What is read before deciding; null: the route shows no preview. */
  readonly facts: CaseFacts | null;
}

/** Reads what belongs to the open offer of a callback that holds an agent; null: it has ended meanwhile. */
export async function readOffer(db: Db, row: CallbackRow, held: Held): Promise<OfferFacts | null> {
  const { purpose, offer_end, deadline_at } = held;
  if (purpose !== 'offer' || offer_end !== null || deadline_at === null) return null;
  return { row, offer: { ...held, deadline_at }, facts: held.preview ? await readFacts(db, row) : null };
}

/** An offer with what its route says of offers. */
export function offerView({ row, offer, facts }: OfferFacts, context: Context): z.output<typeof offerSchema> {
  const policy = context.routes.get(row.route_id)?.policy;
  return {
    offerId: offer.id,
    offeredAt: offer.confirmed_at.toISOString(),
    deadlineAt: offer.deadline_at.toISOString(),
    preview: offer.preview,
    callback: rowView(row, context),
    case: facts && viewOf(facts, context),
    previewFields: offer.preview ? fieldsView(policy?.previewFields ?? policy?.caseFields) : null,
    rejectedGoesTo: destinationView(policy?.afterRejectedOffer, context),
    missedGoesTo: destinationView(policy?.afterMissedOffer, context),
    missedMakesNotReady: policy?.missedOfferMakesNotReady ?? false,
  };
}

function destinationView(destination: OfferDestination | undefined, { routes }: Context): z.output<typeof offerSchema>['rejectedGoesTo'] {
  if (destination?.to !== 'route') return { to: destination?.to ?? 'queue', route: null };
  const { routeId } = destination;
  return { to: 'route', route: { id: routeId, name: routes.get(routeId)?.name ?? routeId } };
}
