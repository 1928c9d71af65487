import { phoneActParams, phoneCallParams, phoneCallsQuery } from '../schemas/phone.ts';
import { operation } from './operation.ts';

/*
 * What the page "Phone" needs of the sandbox telephone network, passed on to its control API (sandbox/README.md); what that API can
 * do beyond this is for whoever runs the sandbox. Who sees its calls sees customers' numbers.
 */

const passedOn = {
  tag: 'phone',
  access: 'callbacks',
  problems: { 404: 'There is no sandbox, or it has no such thing', 502: 'The sandbox does not answer' },
} as const;

const refusals = { ...passedOn.problems, 400: 'The sandbox refuses it', 409: 'The sandbox refuses it now', 413: 'The body is too large' } as const;

const json = 'application/json';

export const phoneCalls = operation({
  ...passedOn,
  id: 'phone_calls',
  method: 'get',
  path: '/v1/phone/calls',
  summary: 'Calls in the sandbox telephone network, newest first',
  query: phoneCallsQuery,
  answers: { 200: { description: 'At most 500 calls', mediaType: json } },
});

export const phoneCall = operation({
  ...passedOn,
  id: 'phone_call',
  method: 'get',
  path: '/v1/phone/calls/{sid}',
  summary: 'One call, with what has been said in it',
  params: phoneCallParams,
  answers: { 200: { description: 'The call', mediaType: json } },
});

export const phonePeople = operation({
  ...passedOn,
  id: 'phone_people',
  method: 'get',
  path: '/v1/phone/people',
  summary: 'Who answers behind which number',
  answers: { 200: { description: 'Behaviours by the ending of a number', mediaType: json } },
});

export const phoneMessages = operation({
  ...passedOn,
  id: 'phone_messages',
  method: 'get',
  path: '/v1/phone/messages',
  summary: 'Text messages in the sandbox telephone network, newest first',
  answers: { 200: { description: 'The last 100, with text and status', mediaType: json } },
});

export const phoneEvents = operation({
  ...passedOn,
  id: 'phone_events',
  method: 'get',
  path: '/v1/phone/events',
  summary: 'A hint for each change in the network',
  answers: { 200: { description: 'Server-sent events', mediaType: 'text/event-stream' } },
});

export const phoneDial = operation({
  ...passedOn,
  id: 'phone_dial',
  method: 'post',
  path: '/v1/phone/calls',
  summary: 'Dial one of the centre’s numbers, as a customer',
  description: 'The body is JSON: `from` and `to`, E.164.',
  answers: { 201: { description: 'The call', mediaType: json } },
  problems: refusals,
});

export const phoneAct = operation({
  ...passedOn,
  id: 'phone_act',
  method: 'post',
  path: '/v1/phone/calls/{sid}/{act}',
  summary: 'Do what a person does with a call: press keys, speak, hang up, answer, decline',
  description: 'The body is JSON: `digits` or `text` for the first two.',
  params: phoneActParams,
  answers: { 200: { description: 'The call', mediaType: json } },
  problems: refusals,
});
