import { channelParams, presenceNow, setWish } from '../schemas/desk.ts';
import { operation } from './operation.ts';

const reserved = {
  tag: 'desk',
  path: '/v1/me/channels/{channel}/next',
  access: 'phone',
  params: channelParams,
  answers: { 200: { description: 'Presence after the change', schema: presenceNow } },
  problems: { 404: 'There is no such channel' },
} as const;

export const reserveWish = operation({
  ...reserved,
  id: 'reserve_wish',
  method: 'put',
  summary: 'Reserve what you will be on a channel once the case in hand leaves you',
  description: 'Taken up at Mark Done, or when the case leaves you otherwise. With nothing in hand it is your wish at once.',
  body: setWish,
});

export const dropReservedWish = operation({ ...reserved, id: 'drop_reserved_wish', method: 'delete', summary: 'Take back what was reserved on a channel' });
