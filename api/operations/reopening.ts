import { callbackParams } from '../schemas/callbacks.ts';
import { ack, correction, reopening } from '../schemas/commands.ts';
import { operation } from './operation.ts';

const onEnded = {
  tag: 'callbacks',
  method: 'post',
  access: 'administrators',
  params: callbackParams,
  answers: { 200: { description: 'Done', schema: ack } },
} as const;

const unknown = { 404: 'There is no such callback' };

export const reopen = operation({
  ...onEnded,
  id: 'reopen',
  path: '/v1/callbacks/{id}/reopen',
  summary: 'Re-open a callback that has ended',
  description: 'It is planned, and expires, as if it had been requested now; all of the route’s attempts are to come. What was tried before stays known.',
  body: reopening,
  problems: { ...unknown, 409: '`code` says why: not_over, route_has_one, route_deleted, bad_time' },
});

export const correctDisposition = operation({
  ...onEnded,
  id: 'correct_disposition',
  path: '/v1/callbacks/{id}/correct-disposition',
  summary: 'Correct the disposition of a callback that has ended',
  body: correction,
  problems: { ...unknown, 409: 'It has not ended (not_over)' },
});
