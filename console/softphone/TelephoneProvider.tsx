import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { answerOf, client } from '../api/client.ts';
import { useDesk } from '../api/queries.ts';
import type { Case, Desk } from '../api/types.ts';
import { partOf } from '../call/part.ts';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk } from '../session/rights.ts';
import type { Api } from './keeper.ts';
import { SoftphoneKeeper } from './keeper.ts';
import type { About, Expected } from './state.ts';
import { NOTHING_EXPECTED, begin } from './state.ts';
import { TelephoneContextProvider } from './telephone.ts';

/** Keeps the agent's softphone as long as they are signed in, where that is what they are rung on. */
export function TelephoneProvider({ children }: { readonly children: ReactNode }) {
  const me = useSignedIn();
  const keeper = useKeeper(me.telephone === 'softphone' ? me.id : null);
  const standing = useSyncExternalStore(keeper?.subscribe ?? nothingChanges, keeper?.standing ?? nothing);
  const { data: desk } = useDesk(hasDesk(me));
  useEffect(() => keeper?.expect(desk ? expectedOf(desk, me.id) : NOTHING_EXPECTED), [keeper, desk, me.id]);
  const unlock = useCallback(() => keeper?.unlock() ?? Promise.resolve(true), [keeper]);
  const { telephone } = me;
  const here = useMemo(() => ({ telephone, softphone: keeper && { keeper, standing }, unlock }), [telephone, keeper, standing, unlock]);
  return <TelephoneContextProvider value={here}>{children}</TelephoneContextProvider>;
}

function useKeeper(agentId: string | null): SoftphoneKeeper | null {
  const keeper = useMemo(() => (agentId === null ? null : new SoftphoneKeeper(agentId, API)), [agentId]);
  useEffect(() => keeper?.begin(), [keeper]);
  return keeper;
}

const NOTHING = begin(null);
const nothing = () => NOTHING;
const nothingChanges = () => () => undefined;

/**
 * From Accept or Dial on until the call has ended; and whatever conversation of a colleague's the agent takes part in. It is theirs, too, to
 * be rung for anew, once they have joined in.
 */
function expectedOf({ live, joined }: Desk, agentId: string): Expected {
  const own = live?.status === 'dialling' || live?.status === 'connected' ? [aboutOf(live)] : [];
  const hasJoinedIn = joined !== null && partOf(joined, agentId)?.as === 'member';
  const running = live?.status === 'connected' ? live : (hasJoinedIn && joined) || null;
  return { calls: joined ? [...own, aboutOf(joined)] : own, running: running && aboutOf(running) };
}

function aboutOf({ id, attempt }: Case): About {
  return { callbackId: id, attempt };
}

const API: Api = {
  async readToken() {
    const made = await answerOf(client.POST('/v1/me/softphone/token'));
    if (made.simulated) throw new Error('The network has become the sandbox.');
    return made.token;
  },
  async rejoin({ callbackId, attempt }) {
    await answerOf(client.POST('/v1/callbacks/{id}/rejoin', { params: { path: { id: callbackId } }, body: { attempt } }));
  },
};
