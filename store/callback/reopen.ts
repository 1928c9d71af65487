import { isTerminal } from '../../domain/status.ts';
import type { Actor, CallbackEvent, EventType } from '../../domain/words.ts';
import { hint } from '../notify.ts';
import { holdRoute } from '../route/route-change.ts';
import type { CallbackRow, Db } from '../tables.ts';
import { inTransaction, violates } from '../transaction.ts';

/** What was re-opened, or why it was not: it has not ended, its number has another open callback on that route, or the route was deleted. */
export type Reopened = { readonly generation: number } | { readonly refused: 'not_over' | 'route_has_one' | 'route_deleted' };

/**
 * Re-opens a callback that has ended: as if it had been requested at `now`, for `at` or for as soon as can be, with all its attempts
 * to come. What was tried before stays. Its workflow is the caller's to start; the sweep starts it otherwise.
 *
 * @param given instants are ISO 8601; `at` null: as soon as can be
 * @returns null: there is no such callback
 */
export async function reopenCallback(
  db: Db,
  given: { callbackId: string; at: string | null; reason: string; actor: Actor; now: string },
): Promise<Reopened | null> {
  try {
    return await inTransaction(db, async (tx) => {
      const row = await lock(tx, given.callbackId);
      if (!row) return null;
      if (!isTerminal(row.status)) return { refused: 'not_over' };
      if ((await holdRoute(tx, row.route_id)) === 'deleted') return { refused: 'route_deleted' };
      const generation = row.generation + 1;
      await tx.updateTable('callback').set({ ...anew(given), generation }).where('id', '=', row.id).execute();
      await say(tx, row, { type: 'reopened', actor: given.actor, data: { reason: given.reason, from: row.status, disposition: row.disposition } });
      return { generation };
    });
  } catch (error) {
    if (violates(error, 'callback_one_open')) return { refused: 'route_has_one' };
    throw error;
  }
}

/** The life so far is over: its attempts stay known, and none of them counts towards the route's maximum any more. */
function anew({ at, now }: { at: string | null; now: string }) {
  return {
    status: 'scheduled',
    kind: at === null ? 'asap' : 'scheduled',
    desired_at: at,
    due_at: null,
    window_ends_at: null,
    reopened_at: now,
    started_at: null,
    ended_at: null,
    end_reason: null,
    disposition: null,
    attempts_counted: 0,
    agent_id: null,
    reservation_id: null,
    connected_at: null,
    preview_ends_at: null,
    wrap_up_ends_at: null,
    draft_note: '',
    draft_disposition: null,
  } as const;
}

/**
 * Files another disposition for a callback that has ended; the one it has already is no mistake.
 *
 * @returns the row as it is now, or that it has not ended; null: there is no such callback
 */
export async function correctDisposition(
  db: Db,
  { callbackId, disposition, reason, actor }: { callbackId: string; disposition: string; reason: string; actor: Actor },
): Promise<CallbackRow | 'not_over' | null> {
  return inTransaction(db, async (tx) => {
    const row = await lock(tx, callbackId);
    if (!row) return null;
    if (!isTerminal(row.status)) return 'not_over';
    if (row.disposition === disposition) return row;
    await tx.updateTable('callback').set({ disposition }).where('id', '=', callbackId).execute();
    await say(tx, row, { type: 'disposition_corrected', actor, data: { from: row.disposition, to: disposition, reason } });
    return { ...row, disposition };
  });
}

async function lock(tx: Db, id: string): Promise<CallbackRow | undefined> {
  return tx.selectFrom('callback').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

async function say(tx: Db, { id, assignee_id }: CallbackRow, { type, actor, data }: { type: EventType; actor: Actor; data: CallbackEvent['data'] }): Promise<void> {
  await tx.insertInto('case_event').values({ callback_id: id, type, actor: JSON.stringify(actor), data: JSON.stringify(data) }).execute();
  await hint(tx, { callbackId: id });
  if (assignee_id !== null) await hint(tx, { agentId: assignee_id });
}
