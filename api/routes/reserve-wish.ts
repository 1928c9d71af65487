import { reserveWish } from '../../store/agent/next-wish.ts';
import { presenceOf } from '../../store/agent/presence.ts';
import { endpoint } from '../endpoint.ts';
import * as operations from '../operations/presence.ts';
import { presenceView } from '../views/presence.ts';

/** Being ready needs no reason; not being ready may have one. */
export const reserveWishEndpoint = endpoint(operations.reserveWish)(async ({ deps, caller, params, body }) => {
  const { db } = deps.store;
  const next = { wish: body.wish, reason: body.wish === 'ready' ? null : body.reason };
  await reserveWish(db, { agentId: caller.id, channel: params.channel, next });
  return { status: 200, body: presenceView(await presenceOf(db, caller.id)) };
});

export const dropReservedWishEndpoint = endpoint(operations.dropReservedWish)(async ({ deps, caller, params }) => {
  const { db } = deps.store;
  await reserveWish(db, { agentId: caller.id, channel: params.channel, next: null });
  return { status: 200, body: presenceView(await presenceOf(db, caller.id)) };
});
