import { useCallback, useMemo, useRef, useState } from 'react';
import type { Selected } from './selection.ts';
import { allPressed, isSelected, NONE_SELECTED, pressed } from './selection.ts';

export interface Selection {
  readonly selected: Selected;
  readonly has: (id: string) => boolean;
  /** A press on a row's box; `isRange` when Shift is held. */
  readonly press: (id: string, isRange: boolean) => void;
  /** A press on the box above the rows. */
  readonly pressAll: () => void;
  readonly selectWhole: () => void;
  readonly clear: () => void;
}

/**
 * Which rows of a list are selected. A selection belongs to one search: another search begins with none.
 * @param shown the ids of the rows on the screen, in their order; the same array while they are the same
 * @param search the search as text
 * @param atFirst what is selected when the screen opens
 */
export function useSelection(shown: readonly string[], search: string, atFirst: Selected = NONE_SELECTED): Selection {
  const [state, setState] = useState({ selected: atFirst, search });
  const anchor = useRef<string | null>(null);
  const selected = state.search === search ? state.selected : NONE_SELECTED;
  const become = useCallback(
    (next: (before: Selected) => Selected) =>
      setState((before) => ({ search, selected: next(before.search === search ? before.selected : NONE_SELECTED) })),
    [search],
  );
  const press = useCallback(
    (id: string, isRange: boolean) => {
      const before = anchor.current;
      anchor.current = id;
      become((selected) => pressed(selected, shown, { id, anchor: before, isRange }));
    },
    [become, shown],
  );
  return useMemo(
    () => ({
      selected,
      has: (id: string) => isSelected(selected, id),
      press,
      pressAll: () => become((before) => allPressed(before, shown)),
      selectWhole: () => become(() => ({ type: 'whole' })),
      clear: () => become(() => NONE_SELECTED),
    }),
    [selected, press, become, shown],
  );
}
