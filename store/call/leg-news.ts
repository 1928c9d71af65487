import type { Transaction, UpdateObject } from 'kysely';
import { sql } from 'kysely';
import type { LegFacts } from '../../domain/leg.ts';
import { isNews, learn } from '../../domain/leg.ts';
import type { LegKey } from './leg-read.ts';
import { learnConference } from './leg-read.ts';
import { hint } from '../notify.ts';
import type { Db, LegRow, Tables } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** What the network says of a leg. Whatever it does not say is left out. */
export interface LegSays extends LegKey {
  readonly facts: Partial<LegFacts>;
  readonly callSid?: string | undefined;
  readonly conferenceSid?: string | undefined;
  /** When it happened; the database's now when left out. */
  readonly at?: Date | undefined;
  /** The leg joined the conference, or left it, and why. */
  readonly party?: { readonly event: 'joined' } | { readonly event: 'left'; readonly reason: string | null } | undefined;
}

/** What came of hearing it. */
export interface Learnt {
  /** The facts changed: the workflow is to be told. */
  readonly news: boolean;
  /** The leg had been given up, or refused: a call of it that still lives must be hung up. */
  readonly wasSettled: boolean;
  readonly leg: LegRow;
}

/**
 * Adds what the network says of a leg to what is known, under the row's lock: order does not matter and repeats change nothing.
 * That the network speaks of a leg proves that it was placed. Of a leg that was given up nothing counts any more but its sid.
 * @returns null when there is no such leg.
 */
export async function learnLeg(db: Db, said: LegSays): Promise<Learnt | null> {
  return inTransaction(db, async (tx) => {
    const { callbackId, label } = said;
    const known = await tx
      .selectFrom('leg')
      .selectAll()
      .where('callback_id', '=', callbackId)
      .where('label', '=', label)
      .forUpdate()
      .executeTakeFirst();
    if (!known) return null;
    const givenUp = known.settled_at !== null && known.progress !== 'ended';
    const leg = await write(tx, known, givenUp ? sids(said) : { ...sids(said), ...whatChanges(known, said) });
    if (said.conferenceSid !== undefined) await learnConference(tx, leg, said.conferenceSid);
    await hint(tx, { callbackId });
    return { news: !givenUp && isNews(factsOf(known), said.facts), wasSettled: givenUp, leg };
  });
}

/** What is known of a leg's call, as the domain says it. */
export function factsOf(leg: LegRow): LegFacts {
  return { progress: leg.progress, end: leg.call_end, answeredBy: leg.answered_by };
}

type Change = UpdateObject<Tables, 'leg'>;

/** The first sid stays: a label names one call. */
function sids({ callSid, conferenceSid }: LegSays): Change {
  return {
    ...(callSid !== undefined && { call_sid: sql<string>`coalesce(call_sid, ${callSid})` }),
    ...(conferenceSid !== undefined && { conference_sid: sql<string>`coalesce(conference_sid, ${conferenceSid})` }),
  };
}

function whatChanges(known: LegRow, { facts, at, party }: LegSays): Change {
  const next = learn(factsOf(known), facts);
  const when = at ?? sql<Date>`now()`;
  const isPlaced = known.state === 'intended' || known.state === 'posting' || known.state === 'unknown';
  return {
    ...(isPlaced && { state: 'placed' as const }),
    progress: next.progress,
    call_end: next.end,
    answered_by: next.answeredBy,
    ...(facts.progress === 'answered' && { answered_at: known.answered_at ?? when }),
    ...(facts.progress === 'ended' && { ended_at: known.ended_at ?? when, settled_at: known.settled_at ?? sql<Date>`now()` }),
    ...(party?.event === 'joined' && { joined_at: known.joined_at ?? when }),
    ...(party?.event === 'left' && { left_at: known.left_at ?? when, left_reason: known.left_reason ?? party.reason }),
  };
}

async function write(tx: Transaction<Tables>, { callback_id, label }: LegRow, change: Change): Promise<LegRow> {
  return tx
    .updateTable('leg')
    .set({ label, ...change })
    .where('callback_id', '=', callback_id)
    .where('label', '=', label)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Gives a leg up that was asked for longer ago than this, by the database's clock, and that nobody has answered: nothing the
 * network says of it counts any more. False: it may still ring, or is over already.
 */
export async function giveUp(db: Db, { callbackId, label }: LegKey, afterMs: number): Promise<boolean> {
  const given = await db
    .updateTable('leg')
    .set({ settled_at: sql<Date>`now()` })
    .where('callback_id', '=', callbackId)
    .where('label', '=', label)
    .where('settled_at', 'is', null)
    .where('progress', 'in', ['none', 'initiated', 'ringing'])
    .where(sql<boolean>`coalesce(posted_at, intended_at) < now() - ${afterMs} * interval '1 millisecond'`)
    .executeTakeFirst();
  return given.numUpdatedRows === 1n;
}
