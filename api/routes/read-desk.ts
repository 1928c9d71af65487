import { myCallbacks, readCallback } from '../../store/callback/callbacks.ts';
import { alsoInCall } from '../../store/call/live-calls.ts';
import { presenceOf } from '../../store/agent/presence.ts';
import { endpoint } from '../endpoint.ts';
import { readDesk } from '../operations/desk.ts';
import { askedInView } from '../views/call.ts';
import { caseView } from '../views/case.ts';
import { offerView } from '../views/offer.ts';
import { presenceView } from '../views/presence.ts';
import { rowViews } from '../views/row.ts';

/** The desk: an offer is shown as long as it is open; whatever else is in hand is the live case. */
export const readDeskEndpoint = endpoint(readDesk)(async ({ deps, caller }) => {
  const { db } = deps.store;
  const [presence, mine] = await Promise.all([presenceOf(db, caller.id), myCallbacks(db, caller.id)]);
  const held = presence.live && (await readCallback(db, presence.live.callbackId));
  const row = held?.agent_id === caller.id ? held : null;
  const also = held && !row ? await alsoInCall(db, caller.id) : null;
  const askedIn = also && (await askedInView(db, also.row, also.targetId));
  const isOffered = row?.status === 'offered';
  const [offer, live, joined, callbacks] = await Promise.all([
    row && isOffered ? offerView(db, row, caller.id) : null,
    row && !isOffered ? caseView(db, row) : null,
    also && !askedIn ? caseView(db, also.row) : null,
    rowViews(db, mine),
  ]);
  const body = {
    serverTime: new Date().toISOString(),
    agent: { id: caller.id, name: caller.name, mayPhone: caller.mayPhone },
    presence: presenceView(presence),
    offer,
    live,
    askedIn,
    joined,
    callbacks,
  };
  return { status: 200, body };
});
