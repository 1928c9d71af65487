import { useDesk } from '../api/queries.ts';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk } from '../session/rights.ts';

/** Whether this person can dial from a list just now: nothing is offered to them or in their hands. Null where they never dial. */
export function useCanDial(): boolean | null {
  const me = useSignedIn();
  const { data: desk } = useDesk(hasDesk(me));
  return hasDesk(me) ? desk?.live === null && desk.offer === null : null;
}
