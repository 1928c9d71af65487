import { reasonList, reasonsWish } from '../schemas/reasons.ts';
import { operation } from './operation.ts';

export const listReasons = operation({
  id: 'list_not_ready_reasons',
  tag: 'agents',
  method: 'get',
  path: '/v1/not-ready-reasons',
  summary: 'What agents may give as the reason of Not Ready',
  access: 'signed_in',
  answers: { 200: { description: 'The reasons, in the order they are shown', schema: reasonList } },
});

export const saveReasons = operation({
  id: 'save_not_ready_reasons',
  tag: 'agents',
  method: 'put',
  path: '/v1/not-ready-reasons',
  summary: 'Write the reasons of Not Ready whole',
  access: 'administrators',
  body: reasonsWish,
  answers: { 200: { description: 'As they are now', schema: reasonList } },
});
