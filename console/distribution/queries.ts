import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import { usePace } from '../api/queries.ts';
import type { ListQuery, Totals, UnprocessedByAgent } from '../api/types.ts';

/* Under the key of the list, so that whatever makes the list be read again makes these be read again, too. */

/** How many callbacks a search finds, and how the open ones are distributed. */
export function useTotals(query: ListQuery) {
  const pace = usePace();
  return useQuery<Totals, ProblemError>({
    queryKey: ['callbacks', 'totals', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/callbacks/totals', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: pace,
  });
}

/** How many open callbacks of a search each agent is assigned. */
export function useUnprocessed(query: ListQuery) {
  const pace = usePace();
  return useQuery<UnprocessedByAgent, ProblemError>({
    queryKey: ['callbacks', 'unprocessed', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/callbacks/unprocessed-by-agent', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: pace,
  });
}
