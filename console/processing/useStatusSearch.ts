import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { StatusSearch } from './search.ts';
import { readSearch, writeSearch } from './search.ts';

/** The search, kept in the page's address: a reload, a link or Back shows the same. */
export function useStatusSearch() {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const search = useMemo(() => readSearch(new URLSearchParams(text)), [text]);
  return { search, change: (part: Partial<StatusSearch>) => setParams(writeSearch({ ...search, ...part }), { replace: true }) };
}
