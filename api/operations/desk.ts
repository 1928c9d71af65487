import { agentList, channelParams, desk, heartbeat, heartbeatAnswer, me, presenceNow, setWish, tabParams } from '../schemas/desk.ts';
import { routeList, routeParams, slotQuery, slots } from '../schemas/routes.ts';
import { changeHint, eventsQuery } from '../schemas/system.ts';
import { operation } from './operation.ts';

export const readMe = operation({
  id: 'read_me',
  tag: 'desk',
  method: 'get',
  path: '/v1/me',
  summary: 'Who is signed in, and what they may do',
  access: 'signed_in',
  answers: { 200: { description: 'The signed-in person', schema: me } },
  problems: { 403: 'A machine asked: it is nobody' },
});

export const setChannel = operation({
  id: 'set_channel',
  tag: 'desk',
  method: 'put',
  path: '/v1/me/channels/{channel}',
  summary: 'Be ready, or not, on a channel',
  access: 'phone',
  params: channelParams,
  body: setWish,
  answers: { 200: { description: 'Presence after the change', schema: presenceNow } },
  problems: { 404: 'There is no such channel' },
});

export const beat = operation({
  id: 'heartbeat',
  tag: 'desk',
  method: 'post',
  path: '/v1/me/heartbeat',
  summary: 'Renew the lease of one open tab; every 10 s',
  description: 'An agent without a lease is offline. Sent when a tab opens, and every 10 s until it closes. A lease ends with the session that renews it.',
  access: 'phone',
  body: heartbeat,
  answers: { 200: { description: 'Renewed', schema: heartbeatAnswer } },
});

export const leaveTab = operation({
  id: 'leave_tab',
  tag: 'desk',
  method: 'post',
  path: '/v1/me/tabs/{tabId}',
  summary: 'Say that the page of a tab is going, perhaps to be reloaded',
  description: 'Unless a heartbeat renews it before, its lease ends after 15 s. For navigator.sendBeacon: the body is ignored.',
  access: 'phone',
  params: tabParams,
  answers: { 204: { description: 'Heard, or there was no lease' } },
});

export const readDesk = operation({
  id: 'read_desk',
  tag: 'desk',
  method: 'get',
  path: '/v1/me/desk',
  summary: "All that the agent's home shows, read at one moment",
  access: 'phone',
  answers: { 200: { description: 'The desk', schema: desk } },
});

export const listAgents = operation({
  id: 'list_agents',
  tag: 'agents',
  method: 'get',
  path: '/v1/agents',
  summary: 'The agents, with their presence',
  access: 'signed_in',
  answers: { 200: { description: 'All agents by name', schema: agentList } },
});

export const listRoutes = operation({
  id: 'list_routes',
  tag: 'routes',
  method: 'get',
  path: '/v1/routes',
  summary: 'The routes',
  access: 'signed_in',
  answers: { 200: { description: 'All routes by name', schema: routeList } },
});

export const readSlots = operation({
  id: 'read_slots',
  tag: 'routes',
  method: 'get',
  path: '/v1/routes/{id}/slots',
  summary: 'The next times at which a route can call back',
  access: 'signed_in',
  params: routeParams,
  query: slotQuery,
  answers: { 200: { description: 'Times in order; fewer where the route opens no more', schema: slots } },
  problems: { 404: 'There is no such route' },
});

export const events = operation({
  id: 'events',
  tag: 'events',
  method: 'get',
  path: '/v1/events',
  summary: 'Hints of what changed, as server-sent events',
  description:
    'First a `hello` event: read everything then. After that `change` events, whose data says what to read again. Nothing is replayed after a break: the next `hello` stands for all that was missed. To whoever asks for their desk, `desk` events bring it as `GET /v1/me/desk` answers it, after each change of it.',
  access: 'signed_in',
  query: eventsQuery,
  answers: { 200: { description: 'An endless stream of `hello`, `change` and `desk` events', mediaType: 'text/event-stream', schema: changeHint } },
});
