import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { asProblem } from '../api/problem.ts';
import { Refresher } from '../api/refresher.ts';
import type { Act } from './network.ts';
import { actOn, placeCall, readCall, readCalls, readMessages, readPeople } from './network.ts';

const POLL_MS = 3_000;
const GATHER_MS = 100;

/** Calls in progress anywhere in the network, newest first. */
export function useCalls() {
  return useQuery({ queryKey: ['phone', 'calls'], queryFn: readCalls, refetchInterval: POLL_MS });
}

/** One call with what has been said in it; none while none is chosen. */
export function useCall(sid: string | null) {
  return useQuery({ queryKey: ['phone', 'call', sid], queryFn: () => readCall(sid ?? ''), enabled: sid !== null, refetchInterval: POLL_MS });
}

/** Text messages that people were sent, newest first. */
export function useMessages() {
  return useQuery({ queryKey: ['phone', 'messages'], queryFn: readMessages, refetchInterval: POLL_MS });
}

/** Who answers behind which number. */
export function usePeople() {
  return useQuery({ queryKey: ['phone', 'people'], queryFn: readPeople, staleTime: Infinity });
}

/** Follows the network's events: each is a hint to read again. */
export function usePhoneHints(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const refresher = new Refresher(() => queries.invalidateQueries({ queryKey: ['phone'], refetchType: 'active' }), GATHER_MS);
    const source = new EventSource('/v1/phone/events');
    source.addEventListener('message', () => refresher.hint('phone'));
    return () => source.close();
  }, [queries]);
}

/** Something done with a telephone; what is refused is said in `problem`. */
function usePhoneCommand<Given, Answer>(send: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation<Answer, unknown, Given>({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ['phone'] }),
  });
  return {
    run: (given: Given) => mutateAsync(given).catch(() => null),
    isPending,
    problem: error === null ? null : asProblem(error),
  };
}

export const usePlaceCall = () => usePhoneCommand(placeCall);
export const useAct = () => usePhoneCommand(({ sid, ...act }: Act & { readonly sid: string }) => actOn(sid, act));
