import type { Transaction } from 'kysely';
import { isAllowed } from '../../domain/allowed.ts';
import { lastFour } from '../../domain/numbers.ts';
import type { Status } from '../../domain/status.ts';
import type { Actor } from '../../domain/words.ts';
import { NumberHasCallback } from './agreed-reach.ts';
import { hint } from '../notify.ts';
import type { Db, Tables } from '../tables.ts';
import { inTransaction, violates } from '../transaction.ts';

type Tx = Transaction<Tables>;

/** E.164, with its keyed hash. */
export interface CalledNumber {
  readonly e164: string;
  readonly hash: string;
}

interface NumberChange {
  readonly callbackId: string;
  /** The attempt that is to be made to it. */
  readonly attempt: number;
  readonly number: CalledNumber;
  readonly actor: Actor;
}

/** What a change of number replaced, for `takeBackNumber`. */
export interface NumberBefore extends CalledNumber {
  readonly eventId: number;
}

/** While a call is going on it keeps the number it was made to; an offer is of the number that it showed. */
function mayChange(status: Status): boolean {
  return isAllowed('dial', status) && status !== 'offered';
}

/**
 * The callback is of another number from now on, before it is dialled there; it stands on the timeline.
 *
 * @returns what it was before; null: it has that number, or the attempt has begun; `not_now`: it cannot be another while it stands so
 * @throws {NumberHasCallback}
 */
export async function changeNumber(db: Db, { callbackId, attempt, number, actor }: NumberChange): Promise<NumberBefore | 'not_now' | null> {
  try {
    return await inTransaction(db, async (tx) => {
      const row = await lock(tx, callbackId);
      if (!row || attempt !== row.attempt + 1 || row.number_hash === number.hash) return null;
      if (!mayChange(row.status)) return 'not_now';
      await write(tx, callbackId, number);
      const data = { from: lastFour(row.number), to: lastFour(number.e164) };
      const said = { callback_id: callbackId, type: 'number_changed' as const, actor: JSON.stringify(actor), data: JSON.stringify(data) };
      const { id } = await tx.insertInto('case_event').values(said).returning('id').executeTakeFirstOrThrow();
      return { e164: row.number, hash: row.number_hash, eventId: id };
    });
  } catch (error) {
    throw violates(error, 'callback_one_open') ? new NumberHasCallback('Another open callback of the route has this number.') : error;
  }
}

/**
 * It was not dialled there after all: it is of the number it was of before, unless that attempt has begun some other way, or somebody
 * has requested another callback of that number on the route meanwhile.
 */
export async function takeBackNumber(db: Db, { callbackId, attempt, before }: { callbackId: string; attempt: number; before: NumberBefore }): Promise<void> {
  try {
    await inTransaction(db, async (tx) => {
      const row = await lock(tx, callbackId);
      if (row?.attempt !== attempt - 1) return;
      await tx.deleteFrom('case_event').where('id', '=', before.eventId).execute();
      await write(tx, callbackId, before);
    });
  } catch (error) {
    if (!violates(error, 'callback_one_open')) throw error;
  }
}

async function write(tx: Tx, callbackId: string, { e164, hash }: CalledNumber): Promise<void> {
  await tx.updateTable('callback').set({ number: e164, number_hash: hash }).where('id', '=', callbackId).execute();
  await hint(tx, { callbackId });
}

async function lock(tx: Tx, callbackId: string) {
  return tx.selectFrom('callback').select(['attempt', 'status', 'number', 'number_hash']).where('id', '=', callbackId).forUpdate().executeTakeFirst();
}
