import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { PlanPreview, PlanWish } from '../api/types.ts';

/** Choosing is over for the moment when nothing was pressed for so long. */
const PAUSE_MS = 250;

interface Preview {
  /** What would happen; null while that is not known. */
  readonly preview: PlanPreview | null;
  /** What is shown is of an earlier choice. */
  readonly isStale: boolean;
  readonly problem: ProblemError | null;
}

/** What a plan would do, asked for when choosing pauses, and again when callbacks change; null: nothing is wished for. */
export function usePreview(wish: PlanWish | null): Preview {
  const text = wish === null ? '' : JSON.stringify(wish);
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const { data, isPlaceholderData, error } = useQuery<PlanPreview, ProblemError>({
    queryKey: ['callbacks', 'preview', settled],
    queryFn: ({ signal }) => answerOf(client.POST('/v1/plans/preview', { body: JSON.parse(settled) as PlanWish, signal })),
    enabled: settled !== '' && text !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (text === '') return { preview: null, isStale: false, problem: null };
  const isStale = text !== settled || isPlaceholderData;
  return { preview: data ?? null, isStale, problem: isStale ? null : error };
}
