import { pathTo } from '../../../domain/response-tree.ts';
import type { ResponseCategory } from '../../api/types.ts';
import { labelOf } from '../../i18n/labels.ts';

/** The categories to choose one from, each by the names from the top down to it, in the order of the tree. */
export function categoryChoices(categories: readonly ResponseCategory[], language: string): { value: string; label: string }[] {
  const names = new Map(categories.map(({ id, name }) => [id, labelOf(name, language, id)]));
  const within = (parentId: string | null): string[] =>
    categories.filter((category) => category.parentId === parentId).flatMap(({ id }) => [id, ...within(id)]);
  return within(null).map((id) => ({ value: id, label: pathTo(categories, id).map((one) => names.get(one)).join(' › ') }));
}
