import { totals } from '../../store/search/totals.ts';
import { endpoint } from '../endpoint.ts';
import { countCallbacks } from '../operations/callbacks.ts';
import { searchOf } from './search.ts';

export const countCallbacksEndpoint = endpoint(countCallbacks)(async ({ deps, caller, query }) => ({
  status: 200,
  body: await totals(deps.store.db, await searchOf(deps, caller, query)),
}));
