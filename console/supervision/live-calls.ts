import { useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import { usePace } from '../api/queries.ts';
import type { components } from '../api/schema.gen.ts';

export type LiveCall = components['schemas']['LiveCall'];

/** The conversations going on, those that ask for help first. */
export function useLiveCalls(isAsked = true) {
  const pace = usePace();
  return useQuery<LiveCall[], ProblemError>({
    queryKey: ['live-calls'],
    queryFn: async ({ signal }) => (await answerOf(client.GET('/v1/live-calls', { signal }))).items,
    enabled: isAsked,
    refetchInterval: pace,
  });
}
