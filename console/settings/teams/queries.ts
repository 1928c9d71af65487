import { answerOf, client } from '../../api/client.ts';
import { useChange } from '../useChange.ts';

interface TeamGiven {
  /** Null: a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly agentIds: string[];
}

export const useSaveTeam = () =>
  useChange(({ id, ...body }: TeamGiven) =>
    id === null ? answerOf(client.POST('/v1/teams', { body })) : answerOf(client.PUT('/v1/teams/{id}', { params: { path: { id } }, body })),
  );

export const useDeleteTeam = () => useChange((id: string) => answerOf(client.DELETE('/v1/teams/{id}', { params: { path: { id } } })));
