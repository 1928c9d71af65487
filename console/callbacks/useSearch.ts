import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Search } from './search.ts';
import { readSearch, writeSearch } from './search.ts';

/** The search and the opened callback, both kept in the page's address: a reload, a link or Back shows the same. */
export function useSearch() {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const search = useMemo(() => readSearch(new URLSearchParams(text)), [text]);
  const openId = params.get('open');
  const write = useCallback(
    (next: Search, open: string | null) => setParams({ ...writeSearch(next), ...(open === null ? {} : { open }) }, { replace: true }),
    [setParams],
  );
  return {
    search,
    openId,
    change: (part: Partial<Search>) => write({ ...search, ...part }, openId),
    open: (id: string | null) => write(search, id),
  };
}
