import { shortenLease } from '../../store/agent/presence.ts';
import { endpoint } from '../endpoint.ts';
import { leaveTab } from '../operations/desk.ts';

/**
 * How long a page that goes may take to come back before its agent is gone. Longer than the pause between two heartbeats, so that
 * it does no harm when the page's last word arrives after the first one of the page that follows it.
 */
const GRACE_MS = 15_000;

export const leaveTabEndpoint = endpoint(leaveTab)(async ({ deps, caller, params }) => {
  await shortenLease(deps.store.db, { agentId: caller.id, tabId: params.tabId, graceMs: GRACE_MS });
  return { status: 204, body: undefined };
});
