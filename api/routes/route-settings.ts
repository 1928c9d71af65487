import { randomUUID } from 'node:crypto';
import { holidayCountries } from '../../domain/hours.ts';
import { countryOf } from '../../domain/numbers.ts';
import type { StoredSettings } from '../../store/route/route-settings.ts';
import { closeRoute, createRoute, deleteRoute, editRoute, readAllSettings, readSettings } from '../../store/route/route-settings.ts';
import { actorOf } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import * as operations from '../operations/routes.ts';
import { notFound } from '../problems.ts';
import { impactOf } from '../route-impact.ts';
import { saying } from '../route-refusals.ts';
import { leadNumbers } from '../sandbox-numbers.ts';
import { lineView, settingsView } from '../views/route-settings.ts';
import { newPolicy, wantedSettings } from '../wanted-route.ts';

export const listRouteSettingsEndpoint = endpoint(operations.listRouteSettings)(async ({ deps }) => {
  const all = await readAllSettings(deps.store.db);
  return { status: 200, body: { items: all.map(lineView), holidayCountries: holidayCountries() } };
});

export const readRouteSettingsEndpoint = endpoint(operations.readRouteSettings)(async ({ deps, params }) => ({
  status: 200,
  body: await settingsView(deps.store.db, await routeOf(deps, params.id)),
}));

export const createRouteEndpoint = endpoint(operations.createRoute)(async ({ deps, caller, body }) => {
  const { db } = deps.store;
  const policy = newPolicy(body.policy, body.numbers, deps.config.centreTimeZone);
  const settings = await wantedSettings(db, null, { ...body, policy }, null);
  const id = body.id ?? randomUUID();
  await saying(db, id, () => createRoute(db, id, settings, actorOf(caller)));
  await leadNumbers(deps, [], settings.numbers);
  return { status: 201, body: await settingsView(db, await routeOf(deps, id)), headers: { Location: `/v1/routes/${id}/settings` } };
});

export const editRouteEndpoint = endpoint(operations.editRoute)(async ({ deps, caller, params, body }) => {
  const { db } = deps.store;
  const { route } = await routeOf(deps, params.id);
  const settings = await wantedSettings(db, route.id, body, countryOf(route.policy.callerId));
  await saying(db, route.id, () => editRoute(db, route.id, body.version, settings, actorOf(caller)));
  await leadNumbers(deps, route.numbers, settings.numbers);
  return { status: 200, body: await settingsView(db, await routeOf(deps, route.id)) };
});

export const previewRouteEndpoint = endpoint(operations.previewRoute)(async ({ deps, params, body }) => {
  const { db } = deps.store;
  const stored = await routeOf(deps, params.id);
  const settings = await wantedSettings(db, stored.route.id, body, countryOf(stored.route.policy.callerId));
  return { status: 200, body: await impactOf(db, stored, settings) };
});

export const closeRouteEndpoint = endpoint(operations.closeRoute)(async ({ deps, caller, params }) => {
  if (!(await closeRoute(deps.store.db, params.id, true, actorOf(caller)))) throw noRoute();
  return { status: 200, body: await settingsView(deps.store.db, await routeOf(deps, params.id)) };
});

export const openRouteEndpoint = endpoint(operations.openRoute)(async ({ deps, caller, params }) => {
  if (!(await closeRoute(deps.store.db, params.id, false, actorOf(caller)))) throw noRoute();
  return { status: 200, body: await settingsView(deps.store.db, await routeOf(deps, params.id)) };
});

export const deleteRouteEndpoint = endpoint(operations.deleteRoute)(async ({ deps, caller, params }) => {
  const { db } = deps.store;
  const numbers = await saying(db, params.id, () => deleteRoute(db, params.id, actorOf(caller)));
  await leadNumbers(deps, numbers, []);
  return { status: 204, body: undefined };
});

/** @throws {HttpProblem} 404 when there is no such route, or none any more */
async function routeOf({ store }: Deps, id: string): Promise<StoredSettings> {
  const stored = await readSettings(store.db, id);
  if (!stored) throw noRoute();
  return stored;
}

function noRoute() {
  return notFound('There is no such route.');
}
