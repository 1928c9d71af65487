import { endpoint } from '../endpoint.ts';
import { readCase } from '../operations/callbacks.ts';
import { caseView } from '../views/case.ts';
import { visibleCallback } from '../visible.ts';

export const readCallbackEndpoint = endpoint(readCase)(async ({ deps, caller, params }) => {
  const row = await visibleCallback(deps, caller, params.id);
  return { status: 200, body: await caseView(deps.store.db, row) };
});
