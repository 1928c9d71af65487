import { DEEPEST_CATEGORY } from '../domain/response-tree.ts';
import { namesOf } from '../store/callback/names.ts';
import { MOST_CATEGORIES, MOST_RESPONSES, ResponseRefused } from '../store/response/response-editing.ts';
import { readResponse } from '../store/response/responses.ts';
import type { Db } from '../store/tables.ts';
import type { HttpProblem } from './problems.ts';
import { conflict, notFound } from './problems.ts';
import { malformedAt } from './validate.ts';

/**
 * Does what may be refused for where a category or response stands, or for what others have done.
 *
 * @param id of the response that is written; null: it is a new one, or a category
 * @throws {HttpProblem} 404, 400 or 409 with a sentence
 */
export async function sayingOfResponses<T>(db: Db, id: string | null, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ResponseRefused ? await problemOf(db, id, error.reason) : error;
  }
}

async function problemOf(db: Db, id: string | null, reason: ResponseRefused['reason']): Promise<HttpProblem> {
  switch (reason) {
    case 'gone':
      return notFound('It is not there, or not there any more.');
    case 'edited_meanwhile':
      return conflict('response_edited_meanwhile', `${await lastEditor(db, id)} has edited this since you read it. Nothing was overwritten.`);
    case 'no_such_category':
      return malformedAt('/categoryId', 'names no category');
    case 'no_such_parent':
      return malformedAt('/parentId', 'names no category');
    case 'within_itself':
      return conflict('category_within_itself', 'A category cannot stand within itself, or within one that it holds.');
    case 'too_deep':
      return conflict('category_too_deep', `Categories can stand within one another ${DEEPEST_CATEGORY} deep, and no deeper.`);
    case 'not_empty':
      return conflict('category_not_empty', 'This category holds something. Delete or move what is in it first.');
    case 'too_many':
      return conflict('too_many_responses', `There can be ${MOST_RESPONSES} standard responses and ${MOST_CATEGORIES} categories, and no more.`);
  }
}

async function lastEditor(db: Db, id: string | null): Promise<string> {
  const by = (id === null ? null : await readResponse(db, id))?.edited.by ?? null;
  if (by === null || !('id' in by)) return 'Somebody';
  return (await namesOf(db, [by.id])).get(by.id) ?? 'Somebody';
}
