import type { Selectable, Transaction } from 'kysely';
import { lastFour } from '../../domain/numbers.ts';
import type { Actor, CallbackEvent, EventType } from '../../domain/words.ts';
import type { AgreedReachTable } from './agreed-reach-table.ts';
import { hint } from '../notify.ts';
import { hasAnotherOpen } from './still-open.ts';
import type { CallbackRow, Db, Tables } from '../tables.ts';
import { inTransaction, violates } from '../transaction.ts';

type Tx = Transaction<Tables>;

/** What was agreed with a customer of how to reach them at another time. */
export interface AgreedReach {
  readonly callbackId: string;
  /** ISO 8601: the time it was agreed for. */
  readonly at: string;
  /** E.164, with its keyed hash; null: the number stays. */
  readonly number: { readonly e164: string; readonly hash: string } | null;
  /** IANA; null: it stays. */
  readonly timeZone: string | null;
  readonly actor: Actor;
}

/** Another open callback of the route has the number: nothing was written down. */
export class NumberHasCallback extends Error {
  override readonly name = 'NumberHasCallback';
}

type AgreedRow = Selectable<AgreedReachTable>;

/**
 * Writes down how the customer is to be reached, before the callback is moved. The row itself changes when the callback has gone to that
 * time (`settleReach`): a call that is going on keeps the number it was made to. What was agreed earlier in the same call, and is not
 * said anew, still holds.
 *
 * @returns what had been agreed before, for `takeBackReach`
 * @throws {NumberHasCallback}
 */
export async function agreeOnReach(db: Db, { callbackId, at, number, timeZone, actor }: AgreedReach): Promise<AgreedRow | null> {
  return inTransaction(db, async (tx) => {
    const row = await lock(tx, callbackId);
    const before = (await tx.selectFrom('agreed_reach').selectAll().where('callback_id', '=', callbackId).executeTakeFirst()) ?? null;
    if (!row) return null;
    if (number !== null && (await hasAnotherOpen(tx, { ...row, number_hash: number.hash }))) throw new NumberHasCallback('Another open callback of the route has this number.');
    const kept = row.status === 'dialling' || row.status === 'connected' ? before : null;
    const numbers = number === null ? pick(kept) : { number: number.e164, number_hash: number.hash };
    await write(tx, callbackId, { at: new Date(at), ...numbers, time_zone: timeZone ?? kept?.time_zone ?? null, actor, agreed_at: new Date() });
    return before;
  });
}

/** The callback was not moved to that time after all: what had been agreed before holds again. */
export async function takeBackReach(db: Db, callbackId: string, at: string, before: AgreedRow | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lock(tx, callbackId);
    const taken = await tx.deleteFrom('agreed_reach').where('callback_id', '=', callbackId).where('at', '=', new Date(at)).returning('at').execute();
    if (before !== null && taken.length > 0) await write(tx, callbackId, before);
  });
}

function pick(row: AgreedRow | null): Pick<AgreedRow, 'number' | 'number_hash'> {
  return { number: row?.number ?? null, number_hash: row?.number_hash ?? null };
}

/** Nothing is written where everything stays as it is. */
async function write(tx: Tx, callbackId: string, { at, number, number_hash, time_zone, actor, agreed_at }: Omit<AgreedRow, 'callback_id'>): Promise<void> {
  await tx.deleteFrom('agreed_reach').where('callback_id', '=', callbackId).execute();
  if (number === null && time_zone === null) return;
  await tx.insertInto('agreed_reach').values({ callback_id: callbackId, at, number, number_hash, time_zone, actor: JSON.stringify(actor), agreed_at }).execute();
}

/**
 * The callback has gone to a time: what was agreed for that time holds from now on, and stands on the timeline. A number for which
 * somebody has requested another callback on the route meanwhile is left as it was. Doing it again changes nothing.
 */
export async function settleReach(db: Db, callbackId: string, at: string): Promise<void> {
  try {
    await inTransaction(db, (tx) => settle(tx, callbackId, at, { isNumberFree: true }));
  } catch (error) {
    if (!violates(error, 'callback_one_open')) throw error;
    await inTransaction(db, (tx) => settle(tx, callbackId, at, { isNumberFree: false }));
  }
}

async function settle(tx: Tx, callbackId: string, at: string, { isNumberFree }: { readonly isNumberFree: boolean }): Promise<void> {
  const row = await lock(tx, callbackId);
  const agreed = await tx.deleteFrom('agreed_reach').where('callback_id', '=', callbackId).where('at', '=', new Date(at)).returningAll().executeTakeFirst();
  if (!row || !agreed) return;
  const say = sayer(tx, callbackId, agreed.actor);
  const { number, number_hash, time_zone } = agreed;
  if (number !== null && number_hash !== null && number_hash !== row.number_hash) {
    if (isNumberFree) await tx.updateTable('callback').set({ number, number_hash }).where('id', '=', callbackId).execute();
    await say(isNumberFree ? 'number_changed' : 'number_kept', { from: lastFour(row.number), to: lastFour(number) });
  }
  if (time_zone !== null && time_zone !== row.time_zone) {
    await tx.updateTable('callback').set({ time_zone }).where('id', '=', callbackId).execute();
    await say('time_zone_changed', { from: row.time_zone, to: time_zone });
  }
  await hint(tx, { callbackId });
}

function sayer(tx: Tx, callbackId: string, actor: Actor) {
  return async (type: EventType, data: CallbackEvent['data']): Promise<void> => {
    await tx.insertInto('case_event').values({ callback_id: callbackId, type, actor: JSON.stringify(actor), data: JSON.stringify(data) }).execute();
  };
}

async function lock(tx: Tx, callbackId: string): Promise<CallbackRow | undefined> {
  return tx.selectFrom('callback').selectAll().where('id', '=', callbackId).forUpdate().executeTakeFirst();
}
