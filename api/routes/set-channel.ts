import { presenceOf, setWish } from '../../store/agent/presence.ts';
import { endpoint } from '../endpoint.ts';
import { setChannel } from '../operations/desk.ts';
import { presenceView } from '../views/presence.ts';

/** Being ready needs no reason; not being ready may have one. */
export const setChannelEndpoint = endpoint(setChannel)(async ({ deps, caller, params, body }) => {
  const { db } = deps.store;
  const reason = body.wish === 'ready' ? null : body.reason;
  await setWish(db, { agentId: caller.id, channel: params.channel, wish: body.wish, reason });
  return { status: 200, body: presenceView(await presenceOf(db, caller.id)) };
});
