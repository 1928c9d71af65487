import { answerOf, client } from '../../api/client.ts';
import type { ResponseCategory, StandardResponse } from '../../api/types.ts';
import type { Chosen } from '../../responses/nodes.ts';
import { useChange } from '../useChange.ts';

const on = (id: string) => ({ params: { path: { id } } });

/** What is saved: with the id and version it was made from, or null for something new. */
interface Saved<Wish> {
  readonly stored: { readonly id: string; readonly version: number } | null;
  readonly wish: Wish;
}

export const useSaveCategory = () =>
  useChange(({ stored, wish }: Saved<Pick<ResponseCategory, 'parentId' | 'name'>>) =>
    stored === null
      ? answerOf(client.POST('/v1/response-categories', { body: wish }))
      : answerOf(client.PUT('/v1/response-categories/{id}', { ...on(stored.id), body: { ...wish, version: stored.version } })),
  );

export const useSaveResponse = () =>
  useChange(({ stored, wish }: Saved<Pick<StandardResponse, 'categoryId' | 'title' | 'text' | 'routeIds'>>) =>
    stored === null
      ? answerOf(client.POST('/v1/standard-responses', { body: wish }))
      : answerOf(client.PUT('/v1/standard-responses/{id}', { ...on(stored.id), body: { ...wish, version: stored.version } })),
  );

/** Puts something at a place among its neighbours. */
export const usePlace = ({ kind, id }: Chosen) =>
  useChange(async (position: number) => {
    const sent = { ...on(id), body: { position } };
    await answerOf(kind === 'category' ? client.PUT('/v1/response-categories/{id}/position', sent) : client.PUT('/v1/standard-responses/{id}/position', sent));
    return true;
  });

export const useRemove = ({ kind, id }: Chosen) =>
  useChange(async (_nothing: undefined) => {
    await answerOf(kind === 'category' ? client.DELETE('/v1/response-categories/{id}', on(id)) : client.DELETE('/v1/standard-responses/{id}', on(id)));
    return true;
  });
