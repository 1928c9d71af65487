import { useDesk } from '../api/queries.ts';
import type { CallbackRow, Desk, Me } from '../api/types.ts';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk, isTheirs } from '../session/rights.ts';
import { mayDial } from './may.ts';

type Dialled = Pick<CallbackRow, 'id' | 'status' | 'agent' | 'assignee'>;

/** Which callbacks this person can dial just now, Ready or not. Null where they never dial. */
export function useMayDial(): ((callback: Dialled) => boolean) | null {
  const me = useSignedIn();
  const { data: desk } = useDesk(hasDesk(me));
  if (!hasDesk(me)) return null;
  return (callback) => desk !== undefined && mayDialNow(me, desk, callback);
}

/**
 * One that waits in nobody's hands: its assignee, and an administrator who acts as an agent; not while another is in their hands or
 * offered to them, or they are asked into somebody else's call. Their own offer, and their own case between two calls, at any time.
 */
export function mayDialNow(me: Me, { live, offer, askedIn, joined }: Pick<Desk, 'live' | 'offer' | 'askedIn' | 'joined'>, callback: Dialled): boolean {
  if (callback.status === 'offered') return offer?.callback.id === callback.id;
  if (callback.status === 'preview' || callback.status === 'wrap_up') return live?.id === callback.id;
  const waits = mayDial(callback.status) && callback.agent === null;
  const isFree = [live, offer, askedIn, joined].every((one) => one === null);
  return waits && isFree && (me.role === 'administrator' || isTheirs(me, callback));
}
