import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';
import { useCommand } from './commands.ts';
import type { ProblemError } from './problem.ts';
import type { AuditPage, NewRoute, RouteEdit, RouteImpact, RouteLines, RouteSettings } from './types.ts';

/** The routes as Settings lists them, and the countries whose holidays are known. */
export function useRouteLines() {
  return useQuery<RouteLines, ProblemError>({ queryKey: ['routes', 'settings'], queryFn: () => answerOf(client.GET('/v1/routes/settings')) });
}

/** Everything that can be set of a route. */
export function useRouteSettings(id: string) {
  return useQuery<RouteSettings, ProblemError>({
    queryKey: ['routes', 'settings', id],
    queryFn: () => answerOf(client.GET('/v1/routes/{id}/settings', { params: { path: { id } } })),
  });
}

/** What saving would do to the callbacks that wait; not asked while there is nothing to save, or something is wrong. */
export function useRouteImpact(id: string, edit: RouteEdit | null) {
  return useQuery<RouteImpact, ProblemError>({
    queryKey: ['route-impact', id, edit],
    enabled: edit !== null,
    queryFn: ({ signal }) => answerOf(client.POST('/v1/routes/{id}/settings/preview', { params: { path: { id } }, body: edit as RouteEdit, signal })),
  });
}

/** The audit log of one subject, the newest first, page by page. */
export function useAudit(subject: string) {
  return useInfiniteQuery<AuditPage, ProblemError, { pages: AuditPage[] }, readonly string[], number | null>({
    queryKey: ['audit', subject],
    queryFn: ({ pageParam }) => answerOf(client.GET('/v1/audit', { params: { query: { subject, limit: 20, ...(pageParam === null ? {} : { before: pageParam }) } } })),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextBefore,
  });
}

/** Something done to a route. */
function useRouteCommand<Given, Answer>(send: (given: Given) => Promise<Answer>) {
  return useCommand(send, ['routes', 'audit', 'agents']);
}

const on = (id: string) => ({ params: { path: { id } } });

export const useCreateRoute = () => useRouteCommand((body: NewRoute) => answerOf(client.POST('/v1/routes', { body })));

export const useEditRoute = (id: string) =>
  useRouteCommand((body: RouteEdit) => answerOf(client.PUT('/v1/routes/{id}/settings', { ...on(id), body })));

/** Closes the route to new callbacks, or opens it to them again. */
export const useCloseRoute = (id: string) =>
  useRouteCommand((closed: boolean) => answerOf(closed ? client.POST('/v1/routes/{id}/close', on(id)) : client.POST('/v1/routes/{id}/open', on(id))));

export const useDeleteRoute = (id: string) =>
  useRouteCommand(async () => {
    await answerOf(client.DELETE('/v1/routes/{id}', on(id)));
    return true;
  });
