import { endpoint } from '../endpoint.ts';
import { readDesk } from '../operations/desk.ts';
import { readDesk as read } from '../views/desk.ts';

export const readDeskEndpoint = endpoint(readDesk)(async ({ deps, caller }) => ({ status: 200, body: await read(deps.store.db, caller) }));
