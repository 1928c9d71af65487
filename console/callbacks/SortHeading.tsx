import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Search, SortName } from './search.ts';
import { orderOf, pressedHeading } from './search.ts';

export interface Sorting {
  readonly search: Pick<Search, 'by' | 'sort' | 'order'>;
  readonly onSort: (part: Pick<Search, 'sort' | 'order'>) => void;
}

interface SortHeadingProps extends Sorting {
  readonly label: string;
  /** Undefined: nothing is sorted by this column. */
  readonly by: SortName | undefined;
  readonly className?: string;
}

/** The heading of a column; where it can be sorted by, a press does so, and another press turns the order round. */
export function SortHeading({ search, onSort, label, by, className }: SortHeadingProps) {
  if (by === undefined) return <Table.Th className={className}>{label}</Table.Th>;
  const { sort, order } = orderOf(search);
  const isSorted = sort === by;
  const Arrow = order === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th className={className} aria-sort={isSorted ? (order === 'asc' ? 'ascending' : 'descending') : 'none'}>
      <UnstyledButton className="sort" onClick={() => onSort(pressedHeading(search, by))}>
        {label}
        {isSorted && <Arrow size={14} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}
