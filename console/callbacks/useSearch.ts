import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Search } from './search.ts';
import { readSearch, writeSearch } from './search.ts';

/** What is shown beside the list: an opened callback, and the progress of a plan. */
interface Beside {
  readonly open: string | null;
  readonly plan: string | null;
}

/** The search, the opened callback and the plan that is followed, all kept in the page's address: a reload, a link or Back shows the same. */
export function useSearch() {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const search = useMemo(() => readSearch(new URLSearchParams(text)), [text]);
  const openId = params.get('open');
  const planId = params.get('plan');
  const write = useCallback(
    (next: Search, { open, plan }: Beside) =>
      setParams({ ...writeSearch(next), ...(open === null ? {} : { open }), ...(plan === null ? {} : { plan }) }, { replace: true }),
    [setParams],
  );
  const open = useCallback((id: string | null) => write(search, { open: id, plan: planId }), [write, search, planId]);
  return {
    search,
    openId,
    planId,
    change: (part: Partial<Search>) => write({ ...search, ...part }, { open: openId, plan: planId }),
    open,
    follow: (id: string | null) => write(search, { open: openId, plan: id }),
  };
}
