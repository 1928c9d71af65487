import { myCallbacks, readCallback } from '../../store/callbacks.ts';
import { alsoInCall } from '../../store/live-calls.ts';
import { presenceOf } from '../../store/presence.ts';
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
  const body = {
    serverTime: new Date().toISOString(),
    agent: { id: caller.id, name: caller.name, mayPhone: caller.mayPhone },
    presence: presenceView(presence),
    offer: row && isOffered ? await offerView(db, row, caller.id) : null,
    live: row && !isOffered ? await caseView(db, row) : null,
    askedIn,
    joined: also && !askedIn ? await caseView(db, also.row) : null,
    callbacks: await rowViews(db, mine),
  };
  return { status: 200, body };
});
