import type * as z from 'zod';
import { myCallbacks } from '../../store/callback/callbacks.ts';
import type { InHand } from '../../store/call/live-calls.ts';
import { inHandOf } from '../../store/call/live-calls.ts';
import { presenceOf } from '../../store/agent/presence.ts';
import type { Db } from '../../store/tables.ts';
import type { Person } from '../auth/caller.ts';
import type { desk } from '../schemas/desk.ts';
import { askedInto, askedInView } from './call.ts';
import { listedIn, namedIn, readFacts } from './case-facts.ts';
import { viewOf } from './case.ts';
import { offerView, readOffer } from './offer.ts';
import { presenceView } from './presence.ts';
import { contextOf, rowView } from './row.ts';

/** All that somebody's home shows. */
export type DeskView = z.output<typeof desk>;

/**
 * Somebody's desk: an offer is shown as long as it is open; whatever else is in hand is the live case. It is read after nearly every
 * step of a call, and so everything is read before anything is named: names and routes are looked up once for all of it.
 */
export async function readDesk(db: Db, { id, name, mayPhone }: Person): Promise<DeskView> {
  const serverTime = new Date().toISOString();
  const [presence, mine, inHand] = await Promise.all([presenceOf(db, id), myCallbacks(db, id), inHandOf(db, id)]);
  const { offer, live, asked, joined } = await readInHand(db, inHand, id);
  const facts = [offer?.facts, live, joined].filter((read) => read != null);
  const rows = [...mine, ...[offer, asked].flatMap((invited) => invited?.row ?? []), ...facts.flatMap(listedIn)];
  const earlierOf = [...mine, ...(offer ? [offer.row] : []), ...facts.map(({ row }) => row)];
  const context = await contextOf(db, rows, { others: facts.flatMap(namedIn), earlierOf });
  return {
    serverTime,
    agent: { id, name, mayPhone },
    presence: presenceView(presence),
    offer: offer && offerView(offer, context),
    live: live && viewOf(live, context),
    askedIn: asked && askedInView(asked.row, asked.guest, context),
    joined: joined && viewOf(joined, context),
    callbacks: mine.map((row) => rowView(row, context)),
  };
}

/** One of four: an offer, a case of one's own, an invitation into somebody else's conversation, or that conversation. */
async function readInHand(db: Db, inHand: InHand | null, agentId: string) {
  const none = { offer: null, live: null, asked: null, joined: null };
  if (!inHand) return none;
  const { row, held } = inHand;
  if (row.agent_id === agentId && row.status === 'offered') return { ...none, offer: await readOffer(db, row, held) };
  if (row.agent_id === agentId) return { ...none, live: await readFacts(db, row) };
  if (held.purpose !== 'guest' && held.purpose !== 'supervise') return none;
  const guest = askedInto(row, held.target_id);
  return guest ? { ...none, asked: { row, guest } } : { ...none, joined: await readFacts(db, row) };
}
