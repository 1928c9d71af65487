import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import { answerOf, client } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { Case, Desk } from '../api/types.ts';
import { useSignedIn } from '../session/centre.ts';
import { backedUp, draftBackup } from './draft-backup.ts';
import type { Saving, Sending } from './draft-keeper.ts';
import { DraftKeeper } from './draft-keeper.ts';

/**
 * The draft of a case: what the fields show and how far it is saved. Nothing typed is lost by leaving the screen or the page; while the
 * server cannot be told, the browser asks before it closes the page.
 */
export function useDraft({ id, draft }: Pick<Case, 'id' | 'draft'>): DraftKeeper {
  const queries = useQueryClient();
  const me = useSignedIn();
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const [keeper] = useState(() => new DraftKeeper(draft, (sending) => saveDraft(queries, id, sending), changed, draftBackup(me.id, id)));
  useEffect(() => keeper.learn(draft), [keeper, draft]);
  useEffect(() => {
    const leave = () => keeper.flush(true);
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.keeping === 'failed' || keeper.keeping === 'tooLong') event.preventDefault();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', ask);
      keeper.flush(false);
    };
  }, [keeper]);
  return keeper;
}

/**
 * Saves what this tab still has of cases that are not in hand any more: typed while the server was away, and done or taken away since. It
 * is filed under this agent's name.
 */
export function useLeftDrafts(desk: Desk): void {
  const queries = useQueryClient();
  const me = useSignedIn();
  const [inHandFirst] = useState(desk.live?.id);
  useEffect(() => {
    for (const id of backedUp(me.id).filter((known) => known !== inHandFirst)) {
      const backup = draftBackup(me.id, id);
      const seen = { note: backup.read()?.seenNotes[0] ?? '', disposition: null };
      new DraftKeeper(seen, (sending) => saveDraft(queries, id, sending), () => undefined, backup).flush(false);
    }
  }, [queries, me.id, inHandFirst]);
}

/** Not theirs, not there, or not in their hands: saving it again would be refused again. */
const REFUSED_FOR_GOOD = [403, 404, 409];

/** The cache learns it first, so that the screen shows what was typed when one comes back to it. */
async function saveDraft(queries: QueryClient, id: string, { draft, seenNotes, leaving }: Sending): Promise<Saving> {
  queries.setQueryData<Case>(['case', id], (known) => known && { ...known, draft });
  queries.setQueryData<Desk>(['desk'], (desk) => (desk?.live?.id === id ? { ...desk, live: { ...desk.live, draft } } : desk));
  const saving = answerOf(client.PUT('/v1/callbacks/{id}/draft', { params: { path: { id } }, body: { ...draft, seenNotes: [...seenNotes] }, keepalive: leaving }));
  const became = await saving.then((): Saving => 'kept', becameOf);
  await Promise.all([queries.invalidateQueries({ queryKey: ['case', id] }), queries.invalidateQueries({ queryKey: ['desk'] })]);
  return became;
}

/** @throws what was thrown, where it may be sent again */
function becameOf(thrown: unknown): Saving {
  const { status, storedNote } = asProblem(thrown);
  if (storedNote !== null) return { storedNote };
  if (REFUSED_FOR_GOOD.includes(status)) return 'refused';
  throw thrown;
}
