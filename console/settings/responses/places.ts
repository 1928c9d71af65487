import type { Chosen } from '../../responses/nodes.ts';

/* Where the pages of standard responses are. */

export const RESPONSES = '/settings/responses';
export const NEW_CATEGORY = `${RESPONSES}/new-category` as const;
export const CATEGORY = `${RESPONSES}/category/:id` as const;
export const NEW_RESPONSE = `${RESPONSES}/new` as const;
export const RESPONSE = `${RESPONSES}/response/:id` as const;

/** The page of a category or response. */
export function pageOf({ kind, id }: Chosen): string {
  return `${RESPONSES}/${kind}/${encodeURIComponent(id)}`;
}

/** What a page is of; null: of nothing that is there. */
export function chosenAt(path: string): Chosen | null {
  const [, kind, id] = /^\/settings\/responses\/(category|response)\/([^/]+)$/.exec(path) ?? [];
  return kind === undefined || id === undefined ? null : { kind: kind as Chosen['kind'], id: decodeURIComponent(id) };
}
