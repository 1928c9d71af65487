import type { TreeNodeData } from '@mantine/core';
import type { ResponseCategory } from '../api/types.ts';
import { labelOf } from '../i18n/labels.ts';

/** A response as a tree shows it. */
export interface Leaf {
  readonly id: string;
  readonly categoryId: string;
  readonly title: string;
}

/** What stands in a tree, by its value there. */
export type Chosen = { readonly kind: 'category' | 'response'; readonly id: string };

/** How something is called as the value of a node. */
export const valueOf = ({ kind, id }: Chosen): string => `${kind}/${id}`;

/** What the value of a node names. */
export function chosenBy(value: string): Chosen {
  const slash = value.indexOf('/');
  return { kind: value.slice(0, slash) as Chosen['kind'], id: value.slice(slash + 1) };
}

/** The nodes of the tree, categories before responses within each; `isPruned` leaves out categories in which there is nothing. */
export function nodesOf(categories: readonly ResponseCategory[], leaves: readonly Leaf[], language: string, isPruned: boolean): TreeNodeData[] {
  const within = (parentId: string | null): TreeNodeData[] =>
    categories
      .filter((category) => category.parentId === parentId)
      .map(({ id, name }) => ({
        value: valueOf({ kind: 'category', id }),
        label: labelOf(name, language, id),
        children: [...within(id), ...leavesOf(id)],
      }))
      .filter(({ children }) => !isPruned || children.length > 0);
  const leavesOf = (categoryId: string): TreeNodeData[] =>
    leaves.filter((leaf) => leaf.categoryId === categoryId).map(({ id, title }) => ({ value: valueOf({ kind: 'response', id }), label: title }));
  return within(null);
}
