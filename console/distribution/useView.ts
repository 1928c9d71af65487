import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Search } from '../callbacks/search.ts';
import type { View } from './view.ts';
import { readView, writeView } from './view.ts';

/** What is searched and shown, kept in the page's address: a reload, a link or Back shows the same. */
export function useView<Show extends string>(shows: readonly [Show, ...Show[]]) {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const view = useMemo(() => readView(new URLSearchParams(text), shows), [text, shows]);
  const change = useCallback(
    (part: Partial<View<Show>>) => setParams((before) => writeView({ ...readView(before, shows), ...part }, shows), { replace: true }),
    [setParams, shows],
  );
  const search = (part: Partial<Search>) => change({ search: { ...view.search, ...part } });
  return { view, change, search };
}
