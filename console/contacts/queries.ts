import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import { useCommand } from '../api/commands.ts';
import type { ProblemError } from '../api/problem.ts';
import type { Contact, ContactEdit, ContactHistory, ContactMerge, ContactPage, NewContact } from '../api/types.ts';

/** The directory, page by page, for a search. What is shown stays while a changed search is being read. */
export function useContactPages(q: string) {
  return useInfiniteQuery<ContactPage, ProblemError, { pages: ContactPage[] }, readonly string[], string | null>({
    queryKey: ['contacts', 'list', q],
    queryFn: ({ pageParam, signal }) =>
      answerOf(client.GET('/v1/contacts', { params: { query: { ...(q && { q }), ...(pageParam === null ? {} : { cursor: pageParam }) } }, signal })),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** The first few contacts of a search; none while nothing is searched for. */
export function useCandidates(q: string) {
  return useQuery<ContactPage, ProblemError>({
    queryKey: ['contacts', 'candidates', q],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/contacts', { params: { query: { q, limit: 8 } }, signal })),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });
}

/** One contact. The id of one that was merged into another reads that other. */
export function useContact(id: string) {
  return useQuery<Contact, ProblemError>({
    queryKey: ['contacts', 'one', id],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/contacts/{id}', { params: { path: { id } }, signal })),
  });
}

/** The callbacks of a contact with their notes, the newest first, page by page. */
export function useContactHistory(id: string) {
  return useInfiniteQuery<ContactHistory, ProblemError, { pages: ContactHistory[] }, readonly string[], string | null>({
    queryKey: ['contacts', 'history', id],
    queryFn: ({ pageParam, signal }) =>
      answerOf(client.GET('/v1/contacts/{id}/callbacks', { params: { path: { id }, query: pageParam === null ? {} : { cursor: pageParam } }, signal })),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** What changes with a contact, and is read again then. */
const READ_AGAIN = ['contacts', 'desk', 'case', 'callbacks'];

/** Something done to a contact. */
function useContactCommand<Given, Answer>(send: (given: Given) => Promise<Answer>) {
  return useCommand(send, READ_AGAIN);
}

/** Makes a contact (`id` null), or writes one whole. */
export const useSaveContact = () =>
  useContactCommand(({ id, version, ...body }: NewContact & { readonly id: string | null; readonly version: number }) =>
    id === null
      ? answerOf(client.POST('/v1/contacts', { body }))
      : answerOf(client.PUT('/v1/contacts/{id}', { params: { path: { id } }, body: { ...body, version } satisfies ContactEdit })),
  );

/** Makes another contact part of this one. */
export const useMergeContacts = (id: string) =>
  useContactCommand((body: ContactMerge) => answerOf(client.POST('/v1/contacts/{id}/merge', { params: { path: { id } }, body })));
