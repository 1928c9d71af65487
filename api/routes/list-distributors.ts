import { readDistributors } from '../../store/callback/names.ts';
import { endpoint } from '../endpoint.ts';
import { listDistributors } from '../operations/callbacks.ts';

export const listDistributorsEndpoint = endpoint(listDistributors)(async ({ deps }) => ({
  status: 200,
  body: { items: await readDistributors(deps.store.db) },
}));
