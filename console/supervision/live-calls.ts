import { useQuery } from '@tanstack/react-query';
import { useCallCommand } from '../api/call-commands.ts';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import { usePace } from '../api/queries.ts';
import type { components } from '../api/schema.gen.ts';

export type LiveCall = components['schemas']['LiveCall'];
export type SupervisionWish = components['schemas']['SupervisionWish']['how'];

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

/** Takes part in a conversation, in another way than before, or not any more. */
export const useSupervise = ({ id, attempt }: Pick<LiveCall, 'id' | 'attempt'>) =>
  useCallCommand((how: SupervisionWish) => answerOf(client.POST('/v1/callbacks/{id}/supervision', { params: { path: { id } }, body: { attempt, how } })));
