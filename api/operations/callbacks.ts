import {
  callbackPage,
  callbackParams,
  callbackRequest,
  distributorList,
  listQuery,
  requestHeaders,
  requested,
  totals,
  totalsQuery,
  unprocessedByAgent,
} from '../schemas/callbacks.ts';
import { callbackCase, note } from '../schemas/case.ts';
import { ack, cancellation, completion, dialWish, draft, hangUp, newNote, offerAnswer, reschedule } from '../schemas/commands.ts';
import { assignment, releasing, withdrawal } from '../schemas/plans.ts';
import { operation } from './operation.ts';

export const listCallbacks = operation({
  id: 'list_callbacks',
  tag: 'callbacks',
  method: 'get',
  path: '/v1/callbacks',
  summary: 'Callbacks, newest first, a page at a time',
  description: 'Agents see what is assigned, offered to, or was handled by them; administrators and machines see all.',
  access: 'callbacks',
  query: listQuery,
  answers: { 200: { description: 'One page', schema: callbackPage } },
});

export const countCallbacks = operation({
  id: 'count_callbacks',
  tag: 'callbacks',
  method: 'get',
  path: '/v1/callbacks/totals',
  summary: 'How many callbacks a search finds, and how the open ones are distributed',
  access: 'callbacks',
  query: totalsQuery,
  answers: { 200: { description: 'The totals', schema: totals } },
});

export const countUnprocessed = operation({
  id: 'count_unprocessed_by_agent',
  tag: 'callbacks',
  method: 'get',
  path: '/v1/callbacks/unprocessed-by-agent',
  summary: 'How many open callbacks of a search each agent is assigned',
  access: 'administrators',
  query: totalsQuery,
  answers: { 200: { description: 'The agents who have any', schema: unprocessedByAgent } },
});

export const listDistributors = operation({
  id: 'list_distributors',
  tag: 'callbacks',
  method: 'get',
  path: '/v1/distributors',
  summary: 'Who can have distributed a callback: administrators and machines, by name',
  access: 'callbacks',
  answers: { 200: { description: 'All of them', schema: distributorList } },
});

const requestedHeaders = { Location: 'The callback' };

export const requestCallback = operation({
  id: 'request_callback',
  tag: 'callbacks',
  method: 'post',
  path: '/v1/callbacks',
  summary: 'Ask for a customer to be called back',
  description: 'The request is kept before this answers; there is one open callback per route and number.',
  access: 'signed_in',
  headers: requestHeaders,
  body: callbackRequest,
  answers: {
    200: { description: 'It was there already', schema: requested, headers: requestedHeaders },
    201: { description: 'Created', schema: requested, headers: requestedHeaders },
  },
  problems: { 409: 'The route is closed to new callbacks, or the Idempotency-Key was used for another request' },
});

const unknown = { 404: 'There is no such callback, or it is not yours to see' };

export const readCase = operation({
  id: 'read_callback',
  tag: 'callbacks',
  method: 'get',
  path: '/v1/callbacks/{id}',
  summary: 'Everything known of a callback',
  access: 'callbacks',
  params: callbackParams,
  answers: { 200: { description: 'The case', schema: callbackCase } },
  problems: unknown,
});

const command = {
  tag: 'commands',
  method: 'post',
  access: 'callbacks',
  params: callbackParams,
  answers: { 200: { description: 'Done; the version shows it', schema: ack } },
  problems: {
    ...unknown,
    403: 'It is not yours to act on',
    409: 'Refused where it stands now; `code` says why: wrong_state, not_your_callback, offer_over, disposition_required, disposition_gone, time_required, bad_time, callback_over, busy, agent_busy, callback_busy, no_telephone, outside_hours',
    503: 'Temporal did not answer in time: it may still be done. Read the callback, or ask again: what was done already is not done twice',
  },
} as const;

const WITHIN_HOURS = 'Never outside the hours of the route: then the answer is 409 `outside_hours`, and says when the route opens next.';

export const accept = operation({
  ...command,
  id: 'accept',
  path: '/v1/callbacks/{id}/accept',
  summary: 'Accept an offer',
  description: WITHIN_HOURS,
  access: 'phone',
  body: offerAnswer,
});

export const reject = operation({
  ...command,
  id: 'reject',
  path: '/v1/callbacks/{id}/reject',
  summary: 'Reject an offer, or give back the preview that accepting it opened',
  access: 'phone',
  body: offerAnswer,
});

export const dial = operation({
  ...command,
  id: 'dial',
  path: '/v1/callbacks/{id}/dial',
  summary: 'Dial: from the preview, again after an attempt, or from the list',
  description: `${WITHIN_HOURS} Another number for which the route has another open callback is 409 \`number_has_callback\`.`,
  access: 'phone',
  body: dialWish,
});

export const hangUpCall = operation({ ...command, id: 'hang_up', path: '/v1/callbacks/{id}/hang-up', summary: 'End the call, or the dialling', access: 'phone', body: hangUp });

export const rescheduleCallback = operation({
  ...command,
  id: 'reschedule',
  path: '/v1/callbacks/{id}/reschedule',
  summary: 'Move it to another time',
  description:
    'Only to a time within the hours of the route: otherwise the answer is 409 `closed_then`, with the next times that are free. A number for which the route has another open callback is 409 `number_has_callback`.',
  body: reschedule,
});

export const complete = operation({
  ...command,
  id: 'complete',
  path: '/v1/callbacks/{id}/complete',
  summary: 'Mark Done',
  description: 'A note given with it is saved first, and stays saved if completing is refused. Administrators complete any callback, a wrap-up of its agent as well.',
  body: completion,
});

export const cancel = operation({ ...command, id: 'cancel', path: '/v1/callbacks/{id}/cancel', summary: 'Cancel it for good', body: cancellation });

const steering = { ...command, access: 'administrators' } as const;

export const withdraw = operation({
  ...steering,
  id: 'withdraw',
  path: '/v1/callbacks/{id}/withdraw',
  summary: 'Take it back from the agent it is distributed to',
  body: withdrawal,
  problems: { ...command.problems, 409: 'Refused where it stands now; `code` says why: not_distributed, being_called, wrong_state, callback_over, busy' },
});

export const release = operation({
  ...steering,
  id: 'release',
  path: '/v1/callbacks/{id}/release',
  summary: 'Have it called now, within the route’s hours, whatever time it was planned for',
  body: releasing,
  problems: { ...command.problems, 409: 'Refused where it stands now; `code` says why: wrong_state, callback_over, busy' },
});

export const assign = operation({
  ...steering,
  id: 'assign',
  path: '/v1/callbacks/{id}/assign',
  summary: 'Distribute it to an agent, or move it to another',
  body: assignment,
  problems: {
    ...command.problems,
    409: 'Refused where it stands now; `code` says why: no_eligible_agent, being_called, wrong_state, callback_over, busy',
  },
});

export const saveDraft = operation({
  id: 'save_draft',
  tag: 'callbacks',
  method: 'put',
  path: '/v1/callbacks/{id}/draft',
  summary: 'Keep what is typed',
  description: 'Of the case in hand it is kept until it is filed. What comes after the case has left these hands is filed at once: a note that was filed of it for them then is only its beginning, and becomes the whole. For that, `seenNotes` is needed.',
  access: 'phone',
  params: callbackParams,
  body: draft,
  answers: { 204: { description: 'Kept, or filed' } },
  problems: {
    ...unknown,
    403: 'It is not yours to act on',
    409: 'Refused; `code` says why: not_your_callback (you do not have it in hand now, and never had), note_typed_meanwhile (another note was kept since the one you saw: `storedNote`)',
  },
});

export const addNote = operation({
  id: 'add_note',
  tag: 'callbacks',
  method: 'post',
  path: '/v1/callbacks/{id}/notes',
  summary: 'Write a note',
  access: 'callbacks',
  params: callbackParams,
  body: newNote,
  answers: { 201: { description: 'Written', schema: note } },
  problems: { ...unknown, 403: 'It is not yours to act on' },
});
