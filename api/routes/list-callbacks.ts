import { BadCursor, searchCallbacks } from '../../store/callback/callbacks.ts';
import { endpoint } from '../endpoint.ts';
import { listCallbacks } from '../operations/callbacks.ts';
import { malformed } from '../problems.ts';
import { rowViews } from '../views/row.ts';
import { searchOf } from './search.ts';

export const listCallbacksEndpoint = endpoint(listCallbacks)(async ({ deps, caller, query: { cursor, before, page, limit, ...query } }) => {
  const { db } = deps.store;
  const isPlaced = cursor !== undefined || before !== undefined;
  if (isPlaced && (page === 'last' || (cursor !== undefined && before !== undefined))) {
    throw malformed([{ parameter: 'before', detail: 'cannot be combined: give one of `cursor`, `before` and `page=last`' }]);
  }
  const search = await searchOf(deps, caller, query);
  const wish = { cursor: cursor ?? null, before: before ?? null, isLast: page === 'last', limit };
  try {
    const { rows, ...cursors } = await searchCallbacks(db, search, wish);
    return { status: 200, body: { items: await rowViews(db, rows), ...cursors } };
  } catch (error) {
    const parameter = before === undefined ? 'cursor' : 'before';
    throw error instanceof BadCursor ? malformed([{ parameter, detail: 'is not one that this list has given' }]) : error;
  }
});
