import type * as z from 'zod';
import type { OfferDestination } from '../../domain/route.ts';
import { offers } from '../../store/callback/timeline.ts';
import type { CallbackRow, Db, ReservationRow } from '../../store/tables.ts';
import type { offer as offerSchema } from '../schemas/desk.ts';
import type { CaseFacts } from './case-facts.ts';
import { readFacts } from './case-facts.ts';
import { fieldsView, offeredAt, viewOf } from './case.ts';
import type { Context } from './row.ts';
import { rowView } from './row.ts';

/** What an offer is shown from. */
export interface OfferFacts {
  readonly row: CallbackRow;
  readonly offer: ReservationRow & { readonly deadline_at: Date };
  /** What is read before deciding; null: the route shows no preview. */
  readonly facts: CaseFacts | null;
}

/** Reads the open offer of a callback to this agent; null: it has ended meanwhile. */
export async function readOffer(db: Db, row: CallbackRow, agentId: string): Promise<OfferFacts | null> {
  const open = (await offers(db, row.id)).find(({ agent_id, offer_end }) => agent_id === agentId && offer_end === null);
  if (!open?.deadline_at) return null;
  return { row, offer: { ...open, deadline_at: open.deadline_at }, facts: open.preview ? await readFacts(db, row) : null };
}

/** An offer with what its route says of offers. */
export function offerView({ row, offer, facts }: OfferFacts, context: Context): z.output<typeof offerSchema> {
  const policy = context.routes.get(row.route_id)?.policy;
  return {
    offerId: offer.id,
    offeredAt: offeredAt(offer),
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
