import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { FilledResponses, ResponseTree } from '../api/types.ts';

/** Every standard response in its tree, as administrators edit them. */
export function useResponses() {
  return useQuery<ResponseTree, ProblemError>({ queryKey: ['responses'], queryFn: () => answerOf(client.GET('/v1/standard-responses')) });
}

/** The standard responses for a callback, filled in from its case; read again when the case changes. `language` null: the customer's. */
export function useFilledResponses(callbackId: string, language: string | null) {
  return useQuery<FilledResponses, ProblemError>({
    queryKey: ['case', callbackId, 'responses', language],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/v1/callbacks/{id}/standard-responses', { params: { path: { id: callbackId }, query: language === null ? {} : { language } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
}
