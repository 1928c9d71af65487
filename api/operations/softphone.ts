import { softphoneToken } from '../schemas/softphone.ts';
import { operation } from './operation.ts';

export const makeSoftphoneToken = operation({
  id: 'make_softphone_token',
  tag: 'desk',
  method: 'post',
  path: '/v1/me/softphone/token',
  summary: 'What this agent’s browser signs in to the telephone network with, for an hour',
  description: 'The browser can be rung with it and cannot call. With the sandbox the softphone is simulated, and there is no token.',
  access: 'phone',
  answers: { 200: { description: 'The token, or that there is none to have', schema: softphoneToken } },
  problems: { 409: 'There is no softphone for this agent; `code` says why: not_a_softphone (their telephone is another), no_softphone (it is not set up)' },
});
