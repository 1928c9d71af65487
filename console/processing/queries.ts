import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { OffersStatus, ProcessingStatus, ServiceStatus, StatusQuery, Wallboard, WallboardQuery } from '../api/types.ts';

/** How often figures of a period are read again by themselves: a report need not follow every callback. */
const CALM_MS = 60_000;

/** The figures by period and group. What is shown stays while a changed search is being read. */
export function useProcessing(query: StatusQuery) {
  return useQuery<ProcessingStatus, ProblemError>({
    queryKey: ['processing', 'status', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/status', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: CALM_MS,
  });
}

/** How well the calls of the same callbacks went. */
export function useService({ unit: _unit, ...query }: StatusQuery) {
  return useQuery<ServiceStatus, ProblemError>({
    queryKey: ['processing', 'service', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/status/service', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: CALM_MS,
  });
}

/** The offers of the period. */
export function useOffers({ unit: _unit, groupBy: _groupBy, ...query }: StatusQuery) {
  return useQuery<OffersStatus, ProblemError>({
    queryKey: ['processing', 'offers', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/status/offers', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: CALM_MS,
  });
}

/** How things stand now; hints have it read again (see api/hints.ts). */
export function useWallboard(query: WallboardQuery) {
  return useQuery<Wallboard, ProblemError>({
    queryKey: ['wallboard', query],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/wallboard', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

/** The teams, by name. */
export function useTeams() {
  return useQuery({ queryKey: ['teams'], queryFn: async () => (await answerOf(client.GET('/v1/teams'))).items, staleTime: 60_000 });
}
