import { sql } from 'kysely';
import type { Status } from '../../domain/status.ts';
import { CHANNELS } from '../../domain/words.ts';
import type { Channel, Presence, Wish } from '../../domain/words.ts';
import { hint, kick } from '../notify.ts';
import { gathered } from '../callback/rows.ts';
import type { Db } from '../tables.ts';
import { inTransaction, violates } from '../transaction.ts';

/** What an agent wishes, and why they are not ready. */
export interface WishWithReason {
  readonly wish: Wish;
  readonly reason: string | null;
}

/** What an agent wishes on one channel; `since` is null when nothing was ever wished. */
export interface ChannelWish extends WishWithReason {
  readonly channel: Channel;
  readonly since: Date | null;
  /** What they have reserved for when the case in hand leaves them; null: the wish stays. */
  readonly next: WishWithReason | null;
}

/** How an agent stands: the stored wishes, and what follows from them, the lease and the case in hand. */
export interface AgentPresence {
  readonly presence: Presence;
  readonly channels: readonly ChannelWish[];
  /** The live callback the agent has confirmed hold of, or null. */
  readonly live: { readonly callbackId: string; readonly status: Status } | null;
}

/** A tab's hold on its agent's presence. It ends with the session that renews it; without one it only lapses. */
interface Lease {
  readonly agentId: string;
  readonly tabId: string;
  readonly sessionId?: string;
  readonly leaseMs: number;
}

/**
 * A tab's heartbeat: its agent is not offline for `leaseMs` from now, by the database's clock.
 * @returns whether it is held; false: the session has ended meanwhile
 */
export async function renewLease(db: Db, lease: Lease): Promise<boolean> {
  try {
    if (!(await prolong(db, lease))) await takeLease(db, lease);
    return true;
  } catch (error) {
    if (violates(error, 'agent_lease_session_id_fkey')) return false;
    throw error;
  }
}

const untilThen = (leaseMs: number) => sql<Date>`now() + ${leaseMs} * interval '1 millisecond'`;

/** Nearly every heartbeat finds its tab's lease holding still: nobody need be told. False: there is none, or it has lapsed. */
async function prolong(db: Db, { agentId, tabId, sessionId, leaseMs }: Lease): Promise<boolean> {
  const prolonged = await db
    .updateTable('agent_lease')
    .set({ expires_at: untilThen(leaseMs), session_id: sessionId })
    .where('agent_id', '=', agentId)
    .where('tab_id', '=', tabId)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return prolonged.numUpdatedRows === 1n;
}

async function takeLease(db: Db, { agentId, tabId, sessionId, leaseMs }: Lease): Promise<void> {
  await inTransaction(db, async (tx) => {
    const wasThere = await isThere(tx, agentId);
    const held = { expires_at: untilThen(leaseMs), session_id: sessionId };
    await tx
      .insertInto('agent_lease')
      .values({ agent_id: agentId, tab_id: tabId, ...held })
      .onConflict((oc) => oc.columns(['agent_id', 'tab_id']).doUpdateSet(held))
      .execute();
    if (wasThere) return;
    await tx.deleteFrom('agent_lease').where('agent_id', '=', agentId).where('expires_at', '<=', sql<Date>`now()`).execute();
    await hint(tx, { agentId });
    await kick(tx);
  });
}

/** The tab's page is going, and may be one that is being reloaded: unless it is renewed, its lease ends after `graceMs` at the latest. */
export async function shortenLease(db: Db, { agentId, tabId, graceMs }: { agentId: string; tabId: string; graceMs: number }): Promise<void> {
  await db
    .updateTable('agent_lease')
    .set({ expires_at: sql<Date>`least(expires_at, ${untilThen(graceMs)})` })
    .where('agent_id', '=', agentId)
    .where('tab_id', '=', tabId)
    .execute();
}

/**
 * Records what the agent wants on a channel from now on; what was reserved there is of no interest any more. Becoming ready puts the
 * agent last in the order of the longest idle.
 */
export async function setWish(db: Db, { agentId, channel, wish, reason }: WishWithReason & { agentId: string; channel: Channel }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await tx
      .selectFrom('agent_channel')
      .select('wish')
      .where('agent_id', '=', agentId)
      .where('channel', '=', channel)
      .forUpdate()
      .executeTakeFirst();
    const columns = { wish, reason, next_wish: null, next_reason: null, since: before?.wish === wish ? undefined : sql<Date>`now()` };
    await tx
      .insertInto('agent_channel')
      .values({ agent_id: agentId, channel, wish, reason })
      .onConflict((oc) => oc.columns(['agent_id', 'channel']).doUpdateSet(columns))
      .execute();
    await hint(tx, { agentId });
    if (wish !== 'ready') return;
    if (before?.wish !== 'ready') await tx.updateTable('agent').set({ idle_since: sql<Date>`now()` }).where('id', '=', agentId).execute();
    await kick(tx);
  });
}

/** How an agent stands now. An agent nobody knows is offline. */
export async function presenceOf(db: Db, agentId: string): Promise<AgentPresence> {
  const all = await presences(db, [agentId]);
  return all.get(agentId) as AgentPresence;
}

/** How these agents stand now, by id. */
export async function presences(db: Db, agentIds: readonly string[]): Promise<Map<string, AgentPresence>> {
  if (agentIds.length === 0) return new Map();
  const { rows } = await standing(agentIds).execute(db);
  const byAgent = gathered(rows.map((row) => [row.agent_id, row]));
  return new Map(
    agentIds.map((id) => {
      const theirs = byAgent.get(id) ?? [];
      const channels = channelsOf(theirs);
      const { is_there: isThere = false, callback_id: callbackId = null, status = null } = theirs[0] ?? {};
      const live = callbackId !== null && status !== null ? { callbackId, status } : null;
      return [id, { presence: derive(isThere, status, channels), channels, live }];
    }),
  );
}

/** An agent on a channel; without a wish on any there is one line of them all the same. */
interface Standing {
  readonly agent_id: string;
  readonly channel: Channel | null;
  readonly wish: Wish | null;
  readonly reason: string | null;
  readonly since: Date | null;
  readonly next_wish: Wish | null;
  readonly next_reason: string | null;
  readonly is_there: boolean;
  /** What they have confirmed hold of. */
  readonly callback_id: string | null;
  readonly status: Status | null;
}

/** Asked with every desk: one statement. */
function standing(agentIds: readonly string[]) {
  return sql<Standing>`
    select agent.id as agent_id, wished.channel, wished.wish, wished.reason, wished.since, wished.next_wish, wished.next_reason,
      exists (select from agent_lease held where held.agent_id = agent.id and held.expires_at > now()) as is_there,
      callback.id as callback_id, callback.status
    from unnest(${agentIds}::text[]) as agent (id)
    left join agent_channel wished on wished.agent_id = agent.id
    left join reservation on reservation.agent_id = agent.id and reservation.released_at is null and reservation.confirmed_at is not null
    left join callback on callback.id = reservation.callback_id`;
}

function channelsOf(rows: readonly Standing[]): ChannelWish[] {
  return CHANNELS.map((channel) => {
    const row = rows.find((known) => known.channel === channel);
    if (!row?.wish) return { channel, wish: 'not_ready', reason: null, since: null, next: null };
    const { wish, reason, since, next_wish, next_reason } = row;
    return { channel, wish, reason, since, next: next_wish && { wish: next_wish, reason: next_reason } };
  });
}

function derive(isThere: boolean, live: Status | null, channels: readonly ChannelWish[]): Presence {
  if (!isThere) return 'offline';
  if (live === 'wrap_up') return 'after_call';
  if (live !== null) return 'busy';
  return channels.some(({ wish }) => wish === 'ready') ? 'ready' : 'not_ready';
}

async function isThere(db: Db, agentId: string): Promise<boolean> {
  const lease = await db
    .selectFrom('agent_lease')
    .select('tab_id')
    .where('agent_id', '=', agentId)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return lease !== undefined;
}
