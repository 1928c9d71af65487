import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client.ts';
import type { ProblemError } from '../../api/problem.ts';
import type { DownloadPage } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';

/** The downloads on the audit log, the newest first, page by page. The server tells what was searched for in the reader's language. */
export function useDownloads() {
  const { language: lang } = useWords();
  return useInfiniteQuery<DownloadPage, ProblemError, { pages: DownloadPage[] }, readonly string[], number | null>({
    queryKey: ['audit', 'downloads', lang],
    queryFn: ({ pageParam }) => answerOf(client.GET('/v1/audit/downloads', { params: { query: { lang, ...(pageParam === null ? {} : { before: pageParam }) } } })),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextBefore,
  });
}
