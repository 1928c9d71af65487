import { readReasons, saveReasons as save } from '../../store/agent/reasons.ts';
import type { Db } from '../../store/tables.ts';
import { actorOf } from '../auth/caller.ts';
import { endpoint } from '../endpoint.ts';
import { listReasons, saveReasons } from '../operations/reasons.ts';

export const listReasonsEndpoint = endpoint(listReasons)(async ({ deps }) => ({ status: 200, body: await list(deps.store.db) }));

export const saveReasonsEndpoint = endpoint(saveReasons)(async ({ deps, caller, body }) => {
  await save(deps.store.db, { reasons: body.items, actor: actorOf(caller) });
  return { status: 200, body: await list(deps.store.db) };
});

async function list(db: Db) {
  return { items: (await readReasons(db)).map(({ code, label }) => ({ code, label: { ...label } })) };
}
