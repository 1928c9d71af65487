import { BadCursor, searchCallbacks } from '../../store/callbacks.ts';
import { endpoint } from '../endpoint.ts';
import { listCallbacks } from '../operations/callbacks.ts';
import { malformed } from '../problems.ts';
import { rowViews } from '../views/row.ts';
import { searchOf } from './search.ts';

export const listCallbacksEndpoint = endpoint(listCallbacks)(async ({ deps, caller, query: { cursor, limit, ...query } }) => {
  const { db } = deps.store;
  const search = await searchOf(deps, caller, query);
  try {
    const { rows, nextCursor } = await searchCallbacks(db, search, { cursor: cursor ?? null, limit });
    return { status: 200, body: { items: await rowViews(db, rows), nextCursor } };
  } catch (error) {
    throw error instanceof BadCursor ? malformed([{ parameter: 'cursor', detail: 'is not one that this list has given' }]) : error;
  }
});
