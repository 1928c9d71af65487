/** How many categories may stand within one another. */
export const DEEPEST_CATEGORY = 5;

/** A category of standard responses, by where it stands. */
export interface CategoryPlace {
  readonly id: string;
  /** Null: it stands at the top. */
  readonly parentId: string | null;
}

/** Why a category cannot stand where it is wanted. */
export type PlaceFault = 'no_such_parent' | 'within_itself' | 'too_deep';

/**
 * Whether a category may be put into `parentId` with everything it holds; null: it may.
 *
 * @param id null: a new one, which holds nothing yet
 */
export function placeFault(categories: readonly CategoryPlace[], id: string | null, parentId: string | null): PlaceFault | null {
  if (parentId === null) return null;
  const above = pathTo(categories, parentId);
  if (above.length === 0) return 'no_such_parent';
  if (id !== null && above.includes(id)) return 'within_itself';
  return above.length + depthBelow(categories, id) > DEEPEST_CATEGORY ? 'too_deep' : null;
}

/** The ids from the top down to a category; empty: there is no such category. */
export function pathTo(categories: readonly CategoryPlace[], id: string): string[] {
  const found = categories.find((category) => category.id === id);
  if (!found) return [];
  return found.parentId === null ? [id] : [...pathTo(categories, found.parentId), id];
}

/** How many levels a category is by itself: 1 where it holds no other. */
function depthBelow(categories: readonly CategoryPlace[], id: string | null): number {
  const within = id === null ? [] : categories.filter(({ parentId }) => parentId === id);
  return 1 + Math.max(0, ...within.map((category) => depthBelow(categories, category.id)));
}

/** Ids in a new order: `id` at `position` (from 0; beyond the end, the last) among the others. */
export function reordered(ids: readonly string[], id: string, position: number): string[] {
  return ids.filter((one) => one !== id).toSpliced(position, 0, id);
}
