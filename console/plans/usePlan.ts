import type { QueryClient } from '@tanstack/react-query';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import { asProblem } from '../api/problem.ts';
import type { Plan, PlanRefusals, PlanWish } from '../api/types.ts';
import { randomWord } from '../session/random.ts';

/** How often a plan that runs is read. */
const RUNNING_MS = 700;
const REFUSALS_MS = 2_000;

const at = (id: string) => ({ params: { path: { id } } });

/** A plan, read again until it has ended; then whatever it changed is read again, once. Null: none is asked for. */
export function usePlan(id: string | null) {
  const queries = useQueryClient();
  const plan = useQuery<Plan, ProblemError>({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/plans/{id}', { ...at(id ?? ''), signal })),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) => (data === undefined || data.state === 'running') && RUNNING_MS,
  });
  const hasEnded = plan.data !== undefined && plan.data.state !== 'running';
  useEffect(() => {
    if (hasEnded) void readChanged(queries);
  }, [hasEnded, queries]);
  return plan;
}

/** Reads again whatever a plan can show in. */
async function readChanged(queries: QueryClient): Promise<void> {
  const changed = ['desk', 'case', 'callbacks', 'agents'];
  await queries.invalidateQueries({ predicate: ({ queryKey }) => changed.includes(String(queryKey[0])) });
}

/** What a plan left as it was, page by page; not asked for while it has left nothing. */
export function usePlanRefusals(plan: Plan | null) {
  const id = plan?.id ?? '';
  const isRunning = plan?.state === 'running';
  return useInfiniteQuery<PlanRefusals, ProblemError, { pages: PlanRefusals[] }, readonly [string, string, boolean], string | null>({
    queryKey: ['plan-refusals', id, isRunning],
    queryFn: ({ pageParam, signal }) =>
      answerOf(client.GET('/v1/plans/{id}/refusals', { params: { path: { id }, query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: plan !== null && plan.refused > 0,
    placeholderData: keepPreviousData,
    refetchInterval: isRunning && REFUSALS_MS,
  });
}

/** Stops a plan: what is done stays done. */
export function useStopPlan(id: string) {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => answerOf(client.POST('/v1/plans/{id}/stop', at(id))),
    onSuccess: (plan) => queries.setQueryData(['plan', id], plan),
  });
  return { stop: () => mutate(), isPending, problem: error && asProblem(error) };
}

/** Makes a plan. The same wish pressed again after no answer came makes no second one. */
export function useMakePlan() {
  const [sent, setSent] = useState({ wish: '', key: '' });
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ wish, key }: { wish: PlanWish; key: string }) =>
      answerOf(client.POST('/v1/plans', { params: { header: { 'idempotency-key': key } }, body: wish })),
  });
  const make = async (wish: PlanWish): Promise<Plan | null> => {
    const text = JSON.stringify(wish);
    const key = sent.wish === text ? sent.key : randomWord();
    setSent({ wish: text, key });
    const plan = await mutateAsync({ wish, key }).catch(() => null);
    if (plan !== null) setSent({ wish: '', key: '' });
    return plan;
  };
  return { make, isPending, problem: error && asProblem(error), clear: reset };
}
