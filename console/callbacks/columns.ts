import { useState } from 'react';
import type { SortName } from './search.ts';

/** The columns one can choose, in their order. The customer and the actions always stand there. */
export const COLUMNS = ['number', 'route', 'status', 'kind', 'requested', 'due', 'ended', 'assignee', 'distributor', 'agent', 'origin', 'outcome', 'disposition', 'lastNote'] as const;
export type Column = (typeof COLUMNS)[number];

const AT_FIRST: readonly Column[] = ['number', 'route', 'status', 'requested', 'due', 'assignee', 'distributor', 'lastNote'];
/** The columns that the list can be sorted by. */
export const SORTED: Partial<Record<Column, SortName>> = { requested: 'requested', due: 'due', ended: 'ended' };
const KEPT_AS = 'ringback-columns';

export interface Columns {
  readonly shown: readonly Column[];
  readonly choose: (shown: readonly string[]) => void;
}

/** The columns shown in this browser. */
export function useColumns(): Columns {
  const [shown, setShown] = useState(readColumns);
  const choose = (chosen: readonly string[]) => {
    const next = COLUMNS.filter((column) => chosen.includes(column));
    localStorage.setItem(KEPT_AS, next.join(','));
    setShown(next);
  };
  return { shown, choose };
}

function readColumns(): readonly Column[] {
  const kept = localStorage.getItem(KEPT_AS)?.split(',');
  return kept ? COLUMNS.filter((column) => kept.includes(column)) : AT_FIRST;
}
