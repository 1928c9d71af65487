import type { Me } from '../api/types.ts';

/** Whether this person works at a desk: is offered callbacks, and may dial. */
export function hasDesk(me: Me): boolean {
  return me.isAgent && me.mayPhone;
}
