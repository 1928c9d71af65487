import { useState } from 'react';

/** The columns one can choose, in their order. The customer and the actions always stand there. */
export const COLUMNS = ['status', 'number', 'route', 'kind', 'requested', 'due', 'assignee', 'agent', 'origin', 'outcome', 'disposition', 'lastNote'] as const;
export type Column = (typeof COLUMNS)[number];

const AT_FIRST: readonly Column[] = ['status', 'number', 'route', 'requested', 'due', 'assignee', 'outcome', 'disposition'];
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
