import type { Selected } from '../selection/selection.ts';
import { NONE_SELECTED } from '../selection/selection.ts';

/* A selection goes from one screen to the next in the state of the browser's history: thousands of ids are too many for an address. */

/** A selection as the history keeps it. */
export function handOver({ type, ...rest }: Selected): object {
  return { selected: 'ids' in rest ? [...rest.ids] : type };
}

/** The selection that came with the history; none where it holds none. */
export function selectedIn(state: unknown): Selected {
  const selected = typeof state === 'object' && state !== null && 'selected' in state ? state.selected : null;
  if (selected === 'whole') return { type: 'whole' };
  return Array.isArray(selected) ? { type: 'some', ids: new Set(selected.map(String)) } : NONE_SELECTED;
}
