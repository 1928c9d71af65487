import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';
import { setServerTime } from '../session/clock.ts';
import type { Desk } from './types.ts';

/**
 * Shows a desk that the event stream brings. While one is being read, or when a newer one is there, nobody can say which of the two is
 * right: then `readIt` is asked to read it once more.
 */
export function showDesk(queries: QueryClient, desk: Desk, readIt: () => void): void {
  const shown = queries.getQueryState<Desk>(['desk']);
  const isNewer = shown?.data !== undefined && shown.data.serverTime <= desk.serverTime;
  if (!isNewer || shown.fetchStatus === 'fetching') return readIt();
  setServerTime(desk.serverTime);
  queries.setQueryData<Desk>(['desk'], desk);
}

/**
 * Has what is on the screen read again. A reading that is the first of its kind is not begun anew by that, though it may have looked
 * before the change: once it is there, it is read again.
 */
export async function readAgain(queries: QueryClient, which: InvalidateQueryFilters): Promise<void> {
  const isBeingRead = queries.getQueryCache().findAll(which).some(({ state }) => state.data === undefined && state.fetchStatus === 'fetching');
  await queries.invalidateQueries(which);
  if (isBeingRead) await queries.invalidateQueries(which);
}
