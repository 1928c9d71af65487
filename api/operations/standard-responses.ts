import * as schemas from '../schemas/standard-responses.ts';
import { operation } from './operation.ts';

const tag = 'standard responses';
const params = schemas.placeParams;

export const listResponses = operation({
  id: 'list_standard_responses',
  tag,
  method: 'get',
  path: '/v1/standard-responses',
  summary: 'The standard responses in their tree of categories',
  access: 'signed_in',
  query: schemas.responsesQuery,
  answers: { 200: { description: 'All that are found, and the categories they stand in', schema: schemas.responseTree } },
});

export const readFilledResponses = operation({
  id: 'read_filled_responses',
  tag,
  method: 'get',
  path: '/v1/callbacks/{id}/standard-responses',
  summary: 'The standard responses of a callback’s route, filled in from its case',
  access: 'callbacks',
  params: schemas.filledParams,
  query: schemas.filledQuery,
  answers: { 200: { description: 'Ready to be read or sent', schema: schemas.filledTree } },
  problems: { 404: 'There is no such callback, or it is not the caller’s to see' },
});

/** What stands in the tree: both kinds of it are put in their place and deleted alike. */
interface Kind {
  readonly id: 'response_category' | 'standard_response';
  readonly path: '/v1/response-categories/{id}' | '/v1/standard-responses/{id}';
  readonly gone: { readonly 404: string };
}
const category = { id: 'response_category', path: '/v1/response-categories/{id}', gone: { 404: 'There is no such category' } } as const satisfies Kind;
const response = { id: 'standard_response', path: '/v1/standard-responses/{id}', gone: { 404: 'There is no such standard response' } } as const satisfies Kind;

function placing({ id, path, gone }: Kind, summary: string) {
  const answers = { 204: { description: 'It is there' } };
  return { id: `place_${id}`, tag, method: 'put', path: `${path}/position`, summary, access: 'administrators', params, body: schemas.place, answers, problems: gone } as const;
}

function deleting({ id, path, gone }: Kind, summary: string) {
  return { id: `delete_${id}`, tag, method: 'delete', path, summary, access: 'administrators', params, answers: { 204: { description: 'Deleted' } }, problems: gone } as const;
}

const tooMany = '; or there are too many already';
const misplaced = 'It would stand within itself, or deeper than five categories';
const meanwhile = 'Somebody has edited it since it was read';

export const createCategory = operation({
  id: 'create_response_category',
  tag,
  method: 'post',
  path: '/v1/response-categories',
  summary: 'Make a category of standard responses',
  access: 'administrators',
  body: schemas.newCategory,
  answers: { 201: { description: 'Made, the last within its parent', schema: schemas.responseCategory } },
  problems: { 409: misplaced + tooMany },
});

export const editCategory = operation({
  id: 'edit_response_category',
  tag,
  method: 'put',
  path: '/v1/response-categories/{id}',
  summary: 'Name a category, or put it into another',
  access: 'administrators',
  params,
  body: schemas.categoryEdit,
  answers: { 200: { description: 'As it is now', schema: schemas.responseCategory } },
  problems: { ...category.gone, 409: `${meanwhile}; or it ${misplaced.slice(3)}` },
});

export const placeCategory = operation(placing(category, 'Put a category at a place among those of the same parent'));

export const removeCategory = operation({ ...deleting(category, 'Delete a category that holds nothing'), problems: { ...category.gone, 409: 'It holds categories or responses' } });

export const createResponse = operation({
  id: 'create_standard_response',
  tag,
  method: 'post',
  path: '/v1/standard-responses',
  summary: 'Write a standard response',
  access: 'administrators',
  body: schemas.newResponse,
  answers: { 201: { description: 'Made, the last within its category', schema: schemas.standardResponse } },
  problems: { 409: 'There are too many already' },
});

export const editResponse = operation({
  id: 'edit_standard_response',
  tag,
  method: 'put',
  path: '/v1/standard-responses/{id}',
  summary: 'Write a standard response anew',
  access: 'administrators',
  params,
  body: schemas.responseEdit,
  answers: { 200: { description: 'As it is now', schema: schemas.standardResponse } },
  problems: { ...response.gone, 409: meanwhile },
});

export const placeResponse = operation(placing(response, 'Put a standard response at a place among those of its category'));

export const removeResponse = operation(deleting(response, 'Delete a standard response'));
