import type * as z from 'zod';
import type { OfferDestination } from '../../domain/route.ts';
import type { CallbackRow, Db } from '../../store/tables.ts';
import { offers } from '../../store/callback/timeline.ts';
import type { offer } from '../schemas/desk.ts';
import { caseView, fieldsView, offeredAt } from './case.ts';
import type { Context } from './row.ts';
import { contextOf, rowView } from './row.ts';

/** The open offer of a callback to this agent, with what its route says of offers; null when it has ended meanwhile. */
export async function offerView(db: Db, row: CallbackRow, agentId: string): Promise<z.output<typeof offer> | null> {
  const [made, context] = await Promise.all([offers(db, row.id), contextOf(db, [row])]);
  const open = made.find(({ agent_id, offer_end }) => agent_id === agentId && offer_end === null);
  if (!open?.deadline_at) return null;
  const policy = context.routes.get(row.route_id)?.policy;
  return {
    offerId: open.id,
    offeredAt: offeredAt(open),
    deadlineAt: open.deadline_at.toISOString(),
    preview: open.preview,
    callback: rowView(row, context),
    case: open.preview ? await caseView(db, row) : null,
    previewFields: open.preview ? fieldsView(policy?.previewFields ?? policy?.caseFields) : null,
    rejectedGoesTo: destinationView(policy?.afterRejectedOffer, context),
    missedGoesTo: destinationView(policy?.afterMissedOffer, context),
    missedMakesNotReady: policy?.missedOfferMakesNotReady ?? false,
  };
}

function destinationView(destination: OfferDestination | undefined, { routes }: Context): z.output<typeof offer>['rejectedGoesTo'] {
  if (destination?.to !== 'route') return { to: destination?.to ?? 'queue', route: null };
  const { routeId } = destination;
  return { to: 'route', route: { id: routeId, name: routes.get(routeId)?.name ?? routeId } };
}
