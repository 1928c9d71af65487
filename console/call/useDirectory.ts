import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { Directory } from '../api/types.ts';
import { useCandidates } from '../contacts/queries.ts';

const TYPING_MS = 120;

/** Who is free changes by the second, and the dialogue is open for a few of them only. */
const EVERY_MS = 3_000;

/**
 * The agents and routes whose name has what is typed, and the contacts it finds. Those found before stay until the next ones are:
 * `isAnswered` says whether those that are seen are of what is typed. Who was free when it was open before is not remembered.
 */
export function useDirectory(typed: string) {
  const wanted = typed.trim();
  const [search] = useDebouncedValue(wanted, TYPING_MS);
  const candidates = useCandidates(search);
  const found = useQuery<Directory, ProblemError>({
    queryKey: ['directory', search],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/directory', { params: { query: { search } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
    gcTime: 0,
  });
  const hasContacts = search !== '';
  const isBefore = found.isPlaceholderData || (hasContacts && candidates.isPlaceholderData);
  return { found, contacts: hasContacts ? (candidates.data?.items ?? []) : [], isAnswered: search === wanted && !isBefore };
}
