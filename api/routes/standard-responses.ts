import { bestLanguage, isFound } from '../../domain/standard-response.ts';
import { readCategories } from '../../store/response/response-categories.ts';
import * as categories from '../../store/response/response-categories.ts';
import { readResponses } from '../../store/response/responses.ts';
import * as responses from '../../store/response/responses.ts';
import type { Db } from '../../store/tables.ts';
import { readRoute, readRoutes } from '../../store/route/routes.ts';
import { actorOf } from '../auth/caller.ts';
import { endpoint } from '../endpoint.ts';
import * as operations from '../operations/standard-responses.ts';
import { malformed, notFound } from '../problems.ts';
import { sayingOfResponses } from '../response-refusals.ts';
import { categoryView, factsOf, filledView, responseViews } from '../views/standard-response.ts';
import { visibleCallback } from '../visible.ts';

export const listResponsesEndpoint = endpoint(operations.listResponses)(async ({ deps, query }) => {
  const { db } = deps.store;
  const { routeId, language, search = '' } = query;
  const [all, found] = await Promise.all([readCategories(db), readResponses(db, { routeId })]);
  const wanted = found.filter((response) => (language === undefined || language in response.text) && isFound(response, search));
  return { status: 200, body: { categories: all.map(categoryView), responses: await responseViews(db, wanted) } };
});

export const readFilledResponsesEndpoint = endpoint(operations.readFilledResponses)(async ({ deps, caller, params, query }) => {
  const { db } = deps.store;
  const row = await visibleCallback(deps, caller, params.id);
  const [route, all, found] = await Promise.all([readRoute(db, row.route_id), readCategories(db), readResponses(db, { routeId: row.route_id })]);
  const facts = await factsOf(db, row, route, { caller, now: new Date().toISOString() });
  const languages = [...new Set(found.flatMap(({ text }) => Object.keys(text)))].toSorted();
  const wanted = query.language ?? row.language ?? route?.policy.languages[0] ?? 'en';
  const telling = { language: bestLanguage(languages, wanted) ?? wanted, timeZone: deps.config.centreTimeZone };
  const filled = found.map((response) => filledView(response, facts, telling));
  return { status: 200, body: { language: telling.language, languages, categories: all.map(categoryView), responses: filled } };
});

export const createCategoryEndpoint = endpoint(operations.createCategory)(async ({ deps, caller, body }) => {
  const { db } = deps.store;
  const made = await sayingOfResponses(db, null, () => categories.createCategory(db, { ...body, actor: actorOf(caller) }));
  return { status: 201, body: categoryView(made) };
});

export const editCategoryEndpoint = endpoint(operations.editCategory)(async ({ deps, caller, params, body }) => {
  const { db } = deps.store;
  const edited = await sayingOfResponses(db, null, () => categories.editCategory(db, params.id, { ...body, actor: actorOf(caller) }));
  return { status: 200, body: categoryView(edited) };
});

export const placeCategoryEndpoint = endpoint(operations.placeCategory)(async ({ deps, caller, params, body }) => {
  const { db } = deps.store;
  await sayingOfResponses(db, null, () => categories.placeCategory(db, params.id, body.position, actorOf(caller)));
  return { status: 204, body: undefined };
});

export const removeCategoryEndpoint = endpoint(operations.removeCategory)(async ({ deps, caller, params }) => {
  const { db } = deps.store;
  await sayingOfResponses(db, null, () => categories.deleteCategory(db, params.id, actorOf(caller)));
  return { status: 204, body: undefined };
});

export const createResponseEndpoint = endpoint(operations.createResponse)(async ({ deps, caller, body }) => {
  const { db } = deps.store;
  await refuseUnknownRoutes(db, body.routeIds);
  const id = await sayingOfResponses(db, null, () => responses.createResponse(db, { ...body, actor: actorOf(caller) }));
  return { status: 201, body: await responseNow(db, id) };
});

export const editResponseEndpoint = endpoint(operations.editResponse)(async ({ deps, caller, params, body }) => {
  const { db } = deps.store;
  await refuseUnknownRoutes(db, body.routeIds);
  await sayingOfResponses(db, params.id, () => responses.editResponse(db, params.id, { ...body, actor: actorOf(caller) }));
  return { status: 200, body: await responseNow(db, params.id) };
});

export const placeResponseEndpoint = endpoint(operations.placeResponse)(async ({ deps, caller, params, body }) => {
  const { db } = deps.store;
  await sayingOfResponses(db, params.id, () => responses.placeResponse(db, params.id, body.position, actorOf(caller)));
  return { status: 204, body: undefined };
});

export const removeResponseEndpoint = endpoint(operations.removeResponse)(async ({ deps, caller, params }) => {
  const { db } = deps.store;
  await sayingOfResponses(db, params.id, () => responses.deleteResponse(db, params.id, actorOf(caller)));
  return { status: 204, body: undefined };
});

/** @throws {HttpProblem} 404 when somebody has deleted it just now */
async function responseNow(db: Db, id: string) {
  const found = await responses.readResponse(db, id);
  const [view] = await responseViews(db, found ? [found] : []);
  if (!view) throw notFound('It is not there any more.');
  return view;
}

/** @throws {HttpProblem} 400 at each id that names no route; one that was deleted since may stay */
async function refuseUnknownRoutes(db: Db, routeIds: readonly string[] | null): Promise<void> {
  const known = new Set((await readRoutes(db)).map(({ id }) => id));
  const errors = (routeIds ?? []).flatMap((id, index) => (known.has(id) ? [] : [{ pointer: `/routeIds/${index}`, detail: 'names no route' }]));
  if (errors.length > 0) throw malformed(errors);
}
