import { unprocessedByAgent } from '../../store/report/unprocessed.ts';
import { endpoint } from '../endpoint.ts';
import { countUnprocessed } from '../operations/callbacks.ts';
import { searchOf } from './search.ts';

export const countUnprocessedEndpoint = endpoint(countUnprocessed)(async ({ deps, caller, query }) => ({
  status: 200,
  body: { items: await unprocessedByAgent(deps.store.db, await searchOf(deps, caller, query)) },
}));
