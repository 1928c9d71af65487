import { myCallbacks } from '../../store/callback/callbacks.ts';
import type { InHand } from '../../store/call/live-calls.ts';
import { inHandOf } from '../../store/call/live-calls.ts';
import { presenceOf } from '../../store/agent/presence.ts';
import type { Db } from '../../store/tables.ts';
import { endpoint } from '../endpoint.ts';
import { readDesk } from '../operations/desk.ts';
import { askedInto, askedInView } from '../views/call.ts';
import { listedIn, namedIn, readFacts } from '../views/case-facts.ts';
import { viewOf } from '../views/case.ts';
import { offerView, readOffer } from '../views/offer.ts';
import { presenceView } from '../views/presence.ts';
import { contextOf, rowView } from '../views/row.ts';

/**
 * The desk: an offer is shown as long as it is open; whatever else is in hand is the live case. It is read after nearly every step of
 * a call, and so everything is read before anything is named: names and routes are looked up once for all of it.
 */
export const readDeskEndpoint = endpoint(readDesk)(async ({ deps, caller }) => {
  const { db } = deps.store;
  const [presence, mine, inHand] = await Promise.all([presenceOf(db, caller.id), myCallbacks(db, caller.id), inHandOf(db, caller.id)]);
  const { offer, live, asked, joined } = await readInHand(db, inHand, caller.id);
  const facts = [offer?.facts, live, joined].filter((read) => read != null);
  const rows = [...mine, ...[offer, asked].flatMap((invited) => invited?.row ?? []), ...facts.flatMap(listedIn)];
  const context = await contextOf(db, rows, facts.flatMap(namedIn));
  const body = {
    serverTime: new Date().toISOString(),
    agent: { id: caller.id, name: caller.name, mayPhone: caller.mayPhone },
    presence: presenceView(presence),
    offer: offer && offerView(offer, context),
    live: live && viewOf(live, context),
    askedIn: asked && askedInView(asked.row, asked.guest, context),
    joined: joined && viewOf(joined, context),
    callbacks: mine.map((row) => rowView(row, context)),
  };
  return { status: 200, body };
});

/** One of four: an offer, a case of one's own, an invitation into somebody else's conversation, or that conversation. */
async function readInHand(db: Db, inHand: InHand | null, agentId: string) {
  const none = { offer: null, live: null, asked: null, joined: null };
  if (!inHand) return none;
  const { row, purpose, targetId } = inHand;
  if (row.agent_id === agentId && row.status === 'offered') return { ...none, offer: await readOffer(db, row, agentId) };
  if (row.agent_id === agentId) return { ...none, live: await readFacts(db, row) };
  if (purpose !== 'guest' && purpose !== 'supervise') return none;
  const guest = askedInto(row, targetId);
  return guest ? { ...none, asked: { row, guest } } : { ...none, joined: await readFacts(db, row) };
}
