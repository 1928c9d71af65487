import { dropLease } from '../../store/presence.ts';
import type { Input } from '../endpoint.ts';
import { endpoint } from '../endpoint.ts';
import { dropTab, dropTabByBeacon } from '../operations/desk.ts';

async function drop({ deps, caller, params }: Input<typeof dropTab> | Input<typeof dropTabByBeacon>) {
  await dropLease(deps.store.db, { agentId: caller.id, tabId: params.tabId });
  return { status: 204, body: undefined } as const;
}

export const dropTabEndpoint = endpoint(dropTab)(drop);
export const dropTabByBeaconEndpoint = endpoint(dropTabByBeacon)(drop);
