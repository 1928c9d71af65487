import type { RenderTreeNodePayload } from '@mantine/core';
import { Tree, useTree } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconFolder, IconMessage2 } from '@tabler/icons-react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useMemo, useState } from 'react';
import type { ResponseCategory } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import type { Chosen, Leaf } from './nodes.ts';
import { chosenBy, nodesOf, valueOf } from './nodes.ts';

interface TreeOfResponsesProps {
  readonly categories: readonly ResponseCategory[];
  readonly leaves: readonly Leaf[];
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
  /** Only what is found is shown, and all of it. */
  readonly isSearching: boolean;
  /** Categories can be chosen, too, and are shown where there is nothing in them; otherwise a press opens and closes them. */
  readonly forEditing?: boolean;
}

/** Categories and responses as a tree: arrow keys walk it, Enter chooses, Space opens and closes. */
export function TreeOfResponses({ categories, leaves, chosen, onChoose, isSearching, forEditing = false }: TreeOfResponsesProps) {
  const { t, language } = useWords();
  const nodes = useMemo(() => nodesOf(categories, leaves, language, isSearching || !forEditing), [categories, leaves, language, isSearching, forEditing]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const values = categories.map(({ id }) => valueOf({ kind: 'category', id }));
  const tree = useTree({
    expandedState: Object.fromEntries(values.map((value) => [value, isSearching || !closed.has(value)])),
    onExpandedStateChange: (state) => !isSearching && setClosed(new Set(values.filter((value) => state[value] === false))),
    selectedState: chosen === null ? [] : [valueOf(chosen)],
  });
  const choose = (value: string) => {
    const one = chosenBy(value);
    if (forEditing || one.kind === 'response') onChoose(one);
  };
  return (
    <Tree
      aria-label={t('responses.tree')}
      className="response-tree"
      data={nodes}
      tree={tree}
      levelOffset={16}
      allowRangeSelection={false}
      expandOnClick={!forEditing}
      onKeyDown={pressOnEnter}
      renderNode={(node) => <Node node={node} onChoose={choose} />}
    />
  );
}

/** Enter on a node is a press on it. */
function pressOnEnter({ key, target }: KeyboardEvent): void {
  const node = target as HTMLElement;
  if (key === 'Enter' && node.role === 'treeitem') node.querySelector<HTMLElement>('[data-value]')?.click();
}

function Node({ node: { node, tree, expanded, hasChildren, elementProps }, onChoose }: { readonly node: RenderTreeNodePayload; readonly onChoose: (value: string) => void }) {
  const isCategory = chosenBy(node.value).kind === 'category';
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  const press = (event: MouseEvent) => {
    elementProps.onClick(event);
    onChoose(node.value);
  };
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    tree.toggleExpanded(node.value);
  };
  return (
    <div {...elementProps} onClick={press}>
      <Chevron size={14} aria-hidden onClick={toggle} visibility={hasChildren ? undefined : 'hidden'} />
      {isCategory ? <IconFolder size={16} aria-hidden /> : <IconMessage2 size={16} aria-hidden />}
      <span>{node.label}</span>
    </div>
  );
}
