import type { CallbackRow, Me } from '../api/types.ts';

/** Whether this person works at a desk: is offered callbacks, and may dial. */
export function hasDesk(me: Me): boolean {
  return me.isAgent && me.mayPhone;
}

type Held = Pick<CallbackRow, 'agent' | 'assignee'>;

/** Whether a callback is this person's: in their hands, or in nobody's and assigned to them. */
export function isTheirs(me: Me, { agent, assignee }: Held): boolean {
  return (agent ?? assignee)?.id === me.id;
}

/** Whether this person may change a callback: administrators any, agents their own. */
export function mayActOn(me: Me, held: Held): boolean {
  return me.role === 'administrator' || isTheirs(me, held);
}

/** Whether this person may see callbacks at all: numbers are for administrators, and for agents with the right to phone. */
export function seesCallbacks(me: Me): boolean {
  return me.role === 'administrator' || me.mayPhone;
}
