import { useMutation, useQuery } from '@tanstack/react-query';
import { createQuerySerializer } from 'openapi-fetch';
import { useRef, useState } from 'react';
import { client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import { asProblem, problemOf } from '../api/problem.ts';
import type { components, operations } from '../api/schema.gen.ts';
import { randomUuid } from '../session/random.ts';

export type DownloadQuery = NonNullable<operations['download_callbacks']['parameters']['query']>;
type Progress = components['schemas']['DownloadProgress'];

/** What is downloaded: everything a search finds, or some of it by id. */
export interface Wanted {
  readonly query: DownloadQuery;
  readonly ids?: readonly string[];
}

const serialize = createQuerySerializer<DownloadQuery>({ array: { style: 'form', explode: false } });
const PROGRESS_MS = 500;

type Standing = { readonly at: 'idle' | 'done' | 'cancelled' } | { readonly at: 'refused'; readonly problem: ProblemError } | { readonly at: 'running'; readonly id: string };

/** Downloads the list as a workbook and hands it to the browser as a file. */
export function useDownload() {
  const [standing, setStanding] = useState<Standing>({ at: 'idle' });
  const gone = useRef<AbortController | null>(null);
  // As a mutation, so that a session that has ended is noticed here as everywhere.
  const { mutateAsync } = useMutation({ mutationFn: download });
  const progress = useProgress(standing.at === 'running' ? standing.id : null);
  const start = async (wanted: Wanted) => {
    const aborting = new AbortController();
    const id = randomUuid();
    gone.current = aborting;
    setStanding({ at: 'running', id });
    try {
      await mutateAsync({ wanted, id, signal: aborting.signal });
      setStanding({ at: 'done' });
    } catch (thrown) {
      setStanding(aborting.signal.aborted ? { at: 'cancelled' } : { at: 'refused', problem: asProblem(thrown) });
    }
  };
  return { standing, progress, start, cancel: () => gone.current?.abort() };
}

/** How far the server has come; null while that is not known. It is over when the server knows nothing of it any more. */
function useProgress(id: string | null): Progress | null {
  const { data } = useQuery<Progress | null>({
    queryKey: ['download', id],
    queryFn: async ({ signal }) => (await client.GET('/v1/downloads/{id}', { params: { path: { id: id ?? '' } }, signal })).data ?? null,
    enabled: id !== null,
    refetchInterval: PROGRESS_MS,
    gcTime: 0,
    retry: false,
  });
  return id === null ? null : (data ?? null);
}

/** @throws {ProblemError} when it is refused; what fetch throws when `signal` aborts, which ends the server's work, too */
async function download({ wanted: { query, ids }, id: progress, signal }: { wanted: Wanted; id: string; signal: AbortSignal }): Promise<void> {
  const response = ids
    ? await fetch('/v1/callbacks.xlsx', { ...posted({ ids, ...orderOf(query), progress }), signal })
    : await fetch(`/v1/callbacks.xlsx?${serialize({ ...query, progress })}`, { signal });
  if (!response.ok || response.body === null) throw problemOf(response.status, await response.json().catch(() => null));
  hand(await response.blob(), nameIn(response.headers.get('Content-Disposition')));
}

function posted(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function orderOf({ by, sort, order, lang }: DownloadQuery): object {
  return { by, order, ...(sort && { sort }), ...(lang && { lang }) };
}

/** The file's name, as the server gives it. */
function nameIn(disposition: string | null): string {
  return /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? 'callbacks.xlsx';
}

function hand(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
