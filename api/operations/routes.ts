import { auditPage, auditQuery } from '../schemas/audit.ts';
import { newRoute, routeEdit, routeImpact, routeLines, routeSettings } from '../schemas/route-settings.ts';
import { routeParams } from '../schemas/routes.ts';
import { operation } from './operation.ts';

/* Route management: for administrators, and for machines that set a centre up. */

const unknown = { 404: 'There is no such route' };
const ofRoute = { tag: 'routes', access: 'administrators', params: routeParams, problems: unknown } as const;

export const listRouteSettings = operation({
  id: 'list_route_settings',
  tag: 'routes',
  method: 'get',
  path: '/v1/routes/settings',
  summary: 'The routes, as they are administered',
  access: 'administrators',
  answers: { 200: { description: 'All routes by name', schema: routeLines } },
});

export const createRoute = operation({
  id: 'create_route',
  tag: 'routes',
  method: 'post',
  path: '/v1/routes',
  summary: 'Make a route',
  access: 'administrators',
  body: newRoute,
  answers: { 201: { description: 'Made', schema: routeSettings, headers: { Location: 'Its settings' } } },
  problems: { 409: 'Its id, its name or one of its numbers belongs to another route; `errors` says which' },
});

export const readRouteSettings = operation({
  ...ofRoute,
  id: 'read_route_settings',
  method: 'get',
  path: '/v1/routes/{id}/settings',
  summary: 'Everything that can be set of a route',
  answers: { 200: { description: 'The settings', schema: routeSettings } },
});

export const editRoute = operation({
  ...ofRoute,
  id: 'edit_route',
  method: 'put',
  path: '/v1/routes/{id}/settings',
  summary: 'Write the settings of a route whole',
  description: 'Callbacks that wait live by the new settings: where times may follow from them, each is told, those due soonest first.',
  body: routeEdit,
  answers: { 200: { description: 'As they are now', schema: routeSettings } },
  problems: {
    ...unknown,
    409: '`edited_meanwhile`: somebody has edited it since it was read, and nothing was overwritten; `name_taken`, `number_taken`: another route has it',
  },
});

export const previewRoute = operation({
  ...ofRoute,
  id: 'preview_route',
  method: 'post',
  path: '/v1/routes/{id}/settings/preview',
  summary: 'What such an edit would do to the callbacks that wait; changes nothing',
  body: routeEdit,
  answers: { 200: { description: 'How many it concerns', schema: routeImpact } },
});

export const closeRoute = operation({
  ...ofRoute,
  id: 'close_route',
  method: 'post',
  path: '/v1/routes/{id}/close',
  summary: 'Close a route to new callbacks; those it has are served',
  answers: { 200: { description: 'Closed', schema: routeSettings } },
});

export const openRoute = operation({
  ...ofRoute,
  id: 'open_route',
  method: 'post',
  path: '/v1/routes/{id}/open',
  summary: 'Open a route to new callbacks again',
  answers: { 200: { description: 'Open', schema: routeSettings } },
});

export const deleteRoute = operation({
  ...ofRoute,
  id: 'delete_route',
  method: 'delete',
  path: '/v1/routes/{id}',
  summary: 'Delete a route',
  description: 'Its ended callbacks stay, and lists and reports go on naming it. Its numbers are free for another route.',
  answers: { 204: { description: 'Deleted' } },
  problems: { ...unknown, 409: '`route_has_callbacks`: it has open callbacks, and can only be closed to new ones; `route_is_named`: another route passes callbacks on to it' },
});

export const readAudit = operation({
  id: 'read_audit',
  tag: 'audit',
  method: 'get',
  path: '/v1/audit',
  summary: 'Who changed or took away what, newest first',
  access: 'administrators',
  query: auditQuery,
  answers: { 200: { description: 'One page', schema: auditPage } },
});
