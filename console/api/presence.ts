import { answerOf, client } from './client.ts';
import { useCommand } from './commands.ts';
import type { ChannelWish } from './types.ts';

type WishGiven = Pick<ChannelWish, 'channel' | 'wish' | 'reason'>;

const on = (channel: ChannelWish['channel']) => ({ params: { path: { channel } } });

export const useSetWish = () =>
  useCommand(({ channel, wish, reason }: WishGiven) => answerOf(client.PUT('/v1/me/channels/{channel}', { ...on(channel), body: { wish, reason } })));

/** Reserves a wish for when the case in hand leaves the agent. */
export const useReserveWish = () =>
  useCommand(({ channel, wish, reason }: WishGiven) => answerOf(client.PUT('/v1/me/channels/{channel}/next', { ...on(channel), body: { wish, reason } })));

/** Takes back what was reserved on a channel. */
export const useDropReservedWish = () =>
  useCommand((channel: ChannelWish['channel']) => answerOf(client.DELETE('/v1/me/channels/{channel}/next', on(channel))));
