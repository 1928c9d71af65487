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

const noCategory = { 404: 'There is no such category' };

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
  problems: { ...noCategory, 409: `${meanwhile}; or it ${misplaced.slice(3)}` },
});

export const placeCategory = operation({
  id: 'place_response_category',
  tag,
  method: 'put',
  path: '/v1/response-categories/{id}/position',
  summary: 'Put a category at a place among those of the same parent',
  access: 'administrators',
  params,
  body: schemas.place,
  answers: { 204: { description: 'It is there' } },
  problems: noCategory,
});

export const removeCategory = operation({
  id: 'delete_response_category',
  tag,
  method: 'delete',
  path: '/v1/response-categories/{id}',
  summary: 'Delete a category that holds nothing',
  access: 'administrators',
  params,
  answers: { 204: { description: 'Deleted' } },
  problems: { ...noCategory, 409: 'It holds categories or responses' },
});

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

const noResponse = { 404: 'There is no such standard response' };

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
  problems: { ...noResponse, 409: meanwhile },
});

export const placeResponse = operation({
  id: 'place_standard_response',
  tag,
  method: 'put',
  path: '/v1/standard-responses/{id}/position',
  summary: 'Put a standard response at a place among those of its category',
  access: 'administrators',
  params,
  body: schemas.place,
  answers: { 204: { description: 'It is there' } },
  problems: noResponse,
});

export const removeResponse = operation({
  id: 'delete_standard_response',
  tag,
  method: 'delete',
  path: '/v1/standard-responses/{id}',
  summary: 'Delete a standard response',
  access: 'administrators',
  params,
  answers: { 204: { description: 'Deleted' } },
  problems: noResponse,
});
