import { namesOf } from '../store/callback/names.ts';
import { RouteRefused, readSettings } from '../store/route/route-settings.ts';
import type { Db } from '../store/tables.ts';
import { HttpProblem, conflict, notFound } from './problems.ts';

/**
 * Does what may be refused for what other routes have, or others have done.
 *
 * @throws {HttpProblem} 404 or 409 with a sentence, at the field where there is one
 */
export async function saying<T>(db: Db, id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof RouteRefused ? await problemOf(db, id, error) : error;
  }
}

async function problemOf(db: Db, id: string, { reason, index }: RouteRefused): Promise<HttpProblem> {
  switch (reason) {
    case 'gone':
      return notFound('There is no such route.');
    case 'id_taken':
      return at('id_taken', '/id', 'belongs to another route, or to one that was deleted');
    case 'name_taken':
      return at('name_taken', '/name', 'is the name of another route');
    case 'number_taken':
      return at('number_taken', `/numbers/${index}`, 'leads to another route');
    case 'edited_meanwhile':
      return conflict('edited_meanwhile', `${await lastEditor(db, id)} has edited this route since you read it. Nothing was overwritten.`);
    case 'has_callbacks':
      return conflict('route_has_callbacks', 'This route has open callbacks. It cannot be deleted, only closed to new ones.');
    case 'is_named':
      return conflict('route_is_named', 'Another route passes callbacks on to this one.');
  }
}

/** A conflict at one place in the body. */
function at(code: string, pointer: string, detail: string): HttpProblem {
  return new HttpProblem(409, code, `The value at "${pointer}" ${detail}.`, { errors: [{ pointer, detail }] });
}

async function lastEditor(db: Db, id: string): Promise<string> {
  const by = (await readSettings(db, id))?.edited.by ?? null;
  if (by === null || !('id' in by)) return 'Somebody';
  return (await namesOf(db, [by.id])).get(by.id) ?? 'Somebody';
}
