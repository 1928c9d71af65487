import { renewLease } from '../../store/agent/presence.ts';
import { endpoint } from '../endpoint.ts';
import { beat } from '../operations/desk.ts';
import { notSignedIn } from '../problems.ts';

/** A tab that has been silent for this long is taken to be gone; heartbeats come every 10 s (design, decision 6). */
const LEASE_MS = 30_000;

export const heartbeatEndpoint = endpoint(beat)(async ({ deps, caller, body }) => {
  const isHeld = await renewLease(deps.store.db, { agentId: caller.id, tabId: body.tabId, sessionId: caller.sessionId, leaseMs: LEASE_MS });
  // They signed out in another tab, since it was asked who they are.
  if (!isHeld) throw notSignedIn();
  return { status: 200, body: { serverTime: new Date().toISOString(), leaseMs: LEASE_MS } };
});
