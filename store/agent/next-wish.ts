import { sql } from 'kysely';
import type { Channel } from '../../domain/words.ts';
import { hint } from '../notify.ts';
import type { WishWithReason } from './presence.ts';
import { setWish } from './presence.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Reserves what an agent will wish on a channel once the case in hand leaves them; null takes the reservation back. Where they have
 * nothing in hand, or no longer, it is their wish at once.
 */
export async function reserveWish(
  db: Db,
  { agentId, channel, next }: { agentId: string; channel: Channel; next: WishWithReason | null },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (next !== null && !(await hasSomethingInHand(tx, agentId))) return setWish(tx, { agentId, channel, ...next });
    const columns = { next_wish: next?.wish ?? null, next_reason: next?.reason ?? null };
    await tx
      .insertInto('agent_channel')
      .values({ agent_id: agentId, channel, wish: 'not_ready', ...columns })
      .onConflict((oc) => oc.columns(['agent_id', 'channel']).doUpdateSet(columns))
      .execute();
    await hint(tx, { agentId });
  });
}

/** The case in hand leaves these agents: what they have reserved is their wish from now on. */
export async function takeUpNextWishes(db: Db, agentIds: readonly string[]): Promise<void> {
  await db
    .updateTable('agent_channel')
    .set((eb) => ({
      wish: sql`next_wish`,
      reason: eb.ref('next_reason'),
      since: sql<Date>`case when wish = next_wish then since else now() end`,
      next_wish: null,
      next_reason: null,
    }))
    .where('agent_id', 'in', agentIds)
    .where('next_wish', 'is not', null)
    .execute();
}

/** Waits for whoever lets the case go just now: so that what is reserved either finds the agent held, or is taken up with it. */
async function hasSomethingInHand(db: Db, agentId: string): Promise<boolean> {
  const held = await db.selectFrom('reservation').select('id').where('agent_id', '=', agentId).where('released_at', 'is', null).forUpdate().executeTakeFirst();
  return held !== undefined;
}
