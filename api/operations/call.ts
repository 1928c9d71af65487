import * as schemas from '../schemas/call.ts';
import { callbackParams } from '../schemas/callbacks.ts';
import { ack } from '../schemas/commands.ts';
import { operation } from './operation.ts';

const answers = { 200: { description: 'It is wanted so from now on; the parties show when it is so', schema: ack } } as const;
const problems = { 404: 'There is no such callback, or it is not yours to see', 409: 'No such conversation is going on, or something stands in the way' } as const;
const control = { tag: 'call', method: 'post', access: 'phone', params: callbackParams, answers, problems } as const;

export const hold = operation({ ...control, id: 'hold', path: '/v1/callbacks/{id}/hold', summary: 'Put the customer on hold, with music, or take them off', body: schemas.holding });

export const sendDigits = operation({ ...control, id: 'send_digits', path: '/v1/callbacks/{id}/digits', summary: 'Have the customer hear tones', body: schemas.digits });

export const invite = operation({
  ...control,
  id: 'invite',
  path: '/v1/callbacks/{id}/invitations',
  summary: 'Ask an agent, a route or a number into the call',
  description: 'An agent is asked and may refuse; of a route, one free agent after the other; a number is rung. Whatever fails leaves the customer with the agent.',
  body: schemas.invitation,
});

export const answerInvitation = operation({
  ...control,
  id: 'answer_invitation',
  path: '/v1/callbacks/{id}/invitations/{targetId}/answer',
  summary: 'Accept an invitation into a call, or refuse it',
  params: schemas.invitationParams,
  body: schemas.invitationAnswer,
});

export const changeGuest = operation({
  ...control,
  id: 'change_guest',
  path: '/v1/callbacks/{id}/invitations/{targetId}',
  summary: 'Swap, make it a conference, transfer, or end the consultation',
  params: schemas.invitationParams,
  body: schemas.guestWish,
});

export const dismissParty = operation({
  ...control,
  id: 'dismiss_party',
  path: '/v1/callbacks/{id}/parties/{label}/dismiss',
  summary: 'Take somebody out of the conference',
  description: 'Whoever joined in may be sent away by the agent, or leave by themselves. The agent may leave, too, as long as another agent is a member of it: that one has the case from then on.',
  params: schemas.partyParams,
  body: schemas.dismissal,
});

export const recordCall = operation({ ...control, id: 'record', path: '/v1/callbacks/{id}/recording', summary: 'Start, pause, resume or stop the recording', body: schemas.recordingWish });

export const askForHelp = operation({ ...control, id: 'ask_for_help', path: '/v1/callbacks/{id}/help', summary: 'Ask supervisors for help, or say that it is not needed any more', body: schemas.helpWish });

export const rejoin = operation({ ...control, id: 'rejoin', path: '/v1/callbacks/{id}/rejoin', summary: 'Ring an agent’s telephone anew: their browser has come back without it', description: 'The agent who has the case, and whoever joined in.', body: schemas.rejoining });

export const supervise = operation({
  ...control,
  id: 'supervise',
  path: '/v1/callbacks/{id}/supervision',
  summary: 'Listen in, speak to the agent alone, barge in, take the call over, or leave it',
  access: 'administrators',
  body: schemas.supervisionWish,
});

export const readDirectory = operation({
  id: 'read_directory',
  tag: 'call',
  method: 'get',
  path: '/v1/directory',
  summary: 'Whom one can ask into a call: agents with their presence, and routes',
  access: 'phone',
  query: schemas.directoryQuery,
  answers: { 200: { description: 'Agents who can be asked first, then by name', schema: schemas.directory } },
});

export const listLiveCalls = operation({
  id: 'list_live_calls',
  tag: 'call',
  method: 'get',
  path: '/v1/live-calls',
  summary: 'The conversations going on, those that ask for help first',
  access: 'administrators',
  answers: { 200: { description: 'All of them', schema: schemas.liveCalls } },
});
