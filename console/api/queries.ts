import type { QueryClient } from '@tanstack/react-query';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { setServerTime } from '../session/clock.ts';
import { answerOf, client } from './client.ts';
import { useIsLive } from './live.ts';
import type { ProblemError } from './problem.ts';
import type { CallbackPage, Case, Desk, ListQuery, Me } from './types.ts';

/** How often things are read again without a hint: while hints arrive, and while they do not. */
const CALM_MS = 30_000;
const DEAF_MS = 4_000;

/** How often what is on the screen is read again without a hint, in milliseconds. */
export function usePace(): number {
  return useIsLive() ? CALM_MS : DEAF_MS;
}

/** Who is signed in; null when nobody is. A session that ends makes nobody of somebody only once they have left: what is on their screen stays. */
export function useMe() {
  return useQuery<Me | null, ProblemError>({ queryKey: ['me'], queryFn: ({ client: queries }) => readMe(queries.getQueryData(['me']) != null), staleTime: Infinity });
}

async function readMe(isSomebody: boolean): Promise<Me | null> {
  const { data, error, response } = await client.GET('/v1/me').catch(() => ({ data: undefined, error: undefined, response: null }));
  if (response?.status === 401 && !isSomebody) return null;
  const me = await answerOf(response ? Promise.resolve({ data, error, response }) : Promise.reject(new Error('no answer')));
  setServerTime(me.serverTime);
  return me;
}

/** Everything the agent's home shows; not asked for where the person has no desk. */
export function useDesk(hasDesk = true) {
  const pace = usePace();
  return useQuery<Desk, ProblemError>({ queryKey: ['desk'], queryFn: readDesk, enabled: hasDesk, refetchInterval: pace });
}

async function readDesk(): Promise<Desk> {
  const desk = await answerOf(client.GET('/v1/me/desk'));
  setServerTime(desk.serverTime);
  return desk;
}

/** One callback whole. */
export function useCase(id: string) {
  const pace = usePace();
  return useQuery<Case, ProblemError>({
    queryKey: ['case', id],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/callbacks/{id}', { params: { path: { id } }, signal })),
    refetchInterval: pace,
  });
}

/** The list, page by page, for a search. The pages shown stay while a changed search is being read. */
export function useCallbackPages(query: ListQuery) {
  const pace = usePace();
  return useInfiniteQuery<CallbackPage, ProblemError, { pages: CallbackPage[] }, readonly [string, ListQuery], string | null>({
    queryKey: ['callbacks', query],
    queryFn: ({ pageParam, signal }) =>
      answerOf(client.GET('/v1/callbacks', { params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: pace,
  });
}

/** The routes, by name. */
export function useRoutes() {
  return useQuery({ queryKey: ['routes'], queryFn: async () => (await answerOf(client.GET('/v1/routes'))).items, staleTime: 60_000 });
}

/** Whoever can have distributed a callback, by name. */
export function useDistributors() {
  return useQuery({ queryKey: ['distributors'], queryFn: async () => (await answerOf(client.GET('/v1/distributors'))).items, staleTime: 60_000 });
}

/** The agents with their presence, by name. */
export function useAgents() {
  const pace = usePace();
  return useQuery({ queryKey: ['agents'], queryFn: async () => (await answerOf(client.GET('/v1/agents'))).items, staleTime: 60_000, refetchInterval: pace });
}

/** The teams, by name. */
export function useTeams() {
  return useQuery({ queryKey: ['teams'], queryFn: async () => (await answerOf(client.GET('/v1/teams'))).items, staleTime: 60_000 });
}

/** What agents may give as the reason of Not Ready, in the order they are shown. */
export function useReasons() {
  return useQuery({ queryKey: ['reasons'], queryFn: async () => (await answerOf(client.GET('/v1/not-ready-reasons'))).items, staleTime: 60_000 });
}

/** The next times at which a route can call back; none while no route is chosen. */
export function useSlots(routeId: string | null) {
  return useQuery({
    queryKey: ['slots', routeId],
    enabled: routeId !== null,
    queryFn: async () =>
      (await answerOf(client.GET('/v1/routes/{id}/slots', { params: { path: { id: routeId ?? '' }, query: { count: 8 } } }))).times,
  });
}

/** What a change to a callback can show in: the first part of each query's key. */
const OF_CALLBACKS = ['desk', 'case', 'callbacks', 'wallboard'];

/** Reads again whatever something can have changed, a callback if nothing is named; resolves when what is on the screen is read. */
export async function readAgain(queries: QueryClient, changed: readonly string[] = OF_CALLBACKS): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ queryKey }) => changed.includes(String(queryKey[0])) });
}
