/** The most callbacks that can be selected one by one; more are selected as a search. */
export const MOST_SELECTED = 10_000;

/** What is selected: some callbacks by id, or everything that the search finds, shown or not. */
export type Selected = { readonly type: 'some'; readonly ids: ReadonlySet<string> } | { readonly type: 'whole' };

export const NONE_SELECTED: Selected = { type: 'some', ids: new Set() };

/** A press on the box of one row. */
interface Press {
  readonly id: string;
  /** The row that was pressed before this one. */
  readonly anchor: string | null;
  /** Shift was held: every row between the anchor and this one becomes as this one does. */
  readonly isRange: boolean;
}

/** Whether this row is selected. */
export function isSelected(selected: Selected, id: string): boolean {
  return selected.type === 'whole' || selected.ids.has(id);
}

/**
 * What is selected after a press. Taking one row out of the whole search leaves the other rows that are shown.
 * @param shown the ids of the rows on the screen, in their order
 */
export function pressed(selected: Selected, shown: readonly string[], { id, anchor, isRange }: Press): Selected {
  const ids = new Set(selected.type === 'whole' ? shown : selected.ids);
  const isTaken = !ids.has(id);
  for (const one of isRange ? between(shown, anchor, id) : [id]) {
    if (!isTaken) ids.delete(one);
    else if (ids.size < MOST_SELECTED) ids.add(one);
  }
  return { type: 'some', ids };
}

/** What is selected after a press on the box above the rows: all that are shown, or none where they all were. */
export function allPressed(selected: Selected, shown: readonly string[]): Selected {
  if (shown.every((id) => isSelected(selected, id))) return NONE_SELECTED;
  const ids = [...new Set([...(selected.type === 'some' ? selected.ids : []), ...shown])];
  return { type: 'some', ids: new Set(ids.slice(0, MOST_SELECTED)) };
}

function between(shown: readonly string[], anchor: string | null, id: string): readonly string[] {
  const [from, to] = [anchor === null ? -1 : shown.indexOf(anchor), shown.indexOf(id)];
  return from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
}
