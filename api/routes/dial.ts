import { readAgent } from '../../store/agent/agents.ts';
import { releaseUnconfirmed, reserveForDial } from '../../store/agent/reservations.ts';
import type { CallbackRow } from '../../store/tables.ts';
import type { CalledNumber } from '../../store/callback/dialled-number.ts';
import { changeNumber, takeBackNumber } from '../../store/callback/dialled-number.ts';
import { readRoute } from '../../store/route/routes.ts';
import { TemporalUnavailable } from '../../temporal/errors.ts';
import type { DialWish } from '../../workflows/messages.ts';
import { dialUpdate } from '../../workflows/messages.ts';
import type { Person } from '../auth/caller.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { dial } from '../operations/callbacks.ts';
import { conflict } from '../problems.ts';
import { mustBePermittedNow } from '../permitted-hours.ts';
import { mustHoldOrActAsAgent, visibleCallback } from '../visible.ts';
import { numberTaken, otherNumber } from '../wanted-number.ts';

/**
 * Call, Call again, or Dial from the list: the last needs both sides reserved first (design, decision 5). None of them outside the
 * route's hours, however the case came into these hands; asking again for an attempt that has begun is answered at any time.
 */
export const dialEndpoint = endpoint(dial)(async ({ deps, caller, params, body: { attempt, number } }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHoldOrActAsAgent(row, caller);
  if (attempt > row.attempt + 1) throw conflict('wrong_state', `The newest attempt is ${row.attempt}: the next one is ${row.attempt + 1}.`);
  const route = await readRoute(deps.store.db, row.route_id);
  if (route && attempt === row.attempt + 1) mustBePermittedNow(route);
  await mustHaveTelephone(deps, caller);
  const wish = { actor: actorOf(caller), agentId: caller.id, attempt };
  const fromList = row.agent_id === null && attempt === row.attempt + 1;
  const other = route && otherNumber(deps, route, number);
  return atNumber(deps, row, { ...wish, number: other }, () => (fromList ? dialFromList(deps, row, wish) : command(deps, dialUpdate, row.id, { ...wish, reservationId: null })));
});

/** Another number is the callback's before it is dialled there, and the old one again where it was not. */
async function atNumber<T>({ store: { db } }: Deps, row: CallbackRow, { attempt, actor, number }: Called, dialled: () => Promise<T>): Promise<T> {
  if (number === null) return dialled();
  const before = await changeNumber(db, { callbackId: row.id, attempt, number, actor }).catch((error: unknown) => {
    throw numberTaken(error);
  });
  if (before === 'not_now') throw conflict('wrong_state', 'The number cannot be changed now: answer the offer first, or wait until the call is over.');
  try {
    return await dialled();
  } catch (error) {
    // Where no answer came, it may be dialled all the same.
    if (before !== null && !(error instanceof TemporalUnavailable)) await takeBackNumber(db, { callbackId: row.id, attempt, before });
    throw error;
  }
}

type Called = Pick<DialWish, 'attempt' | 'actor'> & { readonly number: CalledNumber | null };

async function mustHaveTelephone({ store }: Deps, { id }: Person): Promise<void> {
  const agent = await readAgent(store.db, id);
  if (!agent?.endpoint) throw conflict('no_telephone', 'There is no telephone to ring you on. An administrator can enter one.');
}

const BUSY = {
  agent_busy: 'You have another callback in hand.',
  callback_busy: 'This callback is being offered, or another agent has it in hand.',
} as const;

async function dialFromList(deps: Deps, { id }: CallbackRow, wish: Omit<DialWish, 'reservationId'>) {
  const reserved = await reserveForDial(deps.store.db, { callbackId: id, agentId: wish.agentId });
  if ('refused' in reserved) throw conflict(reserved.refused, BUSY[reserved.refused]);
  const { reservationId } = reserved;
  try {
    return await command(deps, dialUpdate, id, { ...wish, reservationId });
  } catch (error) {
    // Without an answer the update may still take effect: then it is confirmed, or else it lapses by itself.
    if (!(error instanceof TemporalUnavailable)) await releaseUnconfirmed(deps.store.db, reservationId);
    throw error;
  }
}
