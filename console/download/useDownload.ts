import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import { asProblem, problemOf } from '../api/problem.ts';
import type { components } from '../api/schema.gen.ts';
import type { Language } from '../i18n/languages.ts';
import { randomUuid } from '../session/random.ts';
import { handFile, nameIn } from './file.ts';
import type { Workbook } from './workbooks.ts';

type Progress = components['schemas']['DownloadProgress'];

const PROGRESS_MS = 500;

type Standing = { readonly at: 'idle' | 'done' | 'cancelled' } | { readonly at: 'refused'; readonly problem: ProblemError } | { readonly at: 'running'; readonly id: string };

/** Downloads a workbook and hands it to the browser as a file; tells how far it is, and stops on demand. */
export function useDownload() {
  const [standing, setStanding] = useState<Standing>({ at: 'idle' });
  const gone = useRef<AbortController | null>(null);
  // As a mutation, so that a session that has ended is noticed here as everywhere.
  const { mutateAsync } = useMutation({ mutationFn: download });
  const progress = useProgress(standing.at === 'running' ? standing.id : null);
  const start = async (workbook: Workbook, lang: Language) => {
    const aborting = new AbortController();
    const id = randomUuid();
    gone.current = aborting;
    setStanding({ at: 'running', id });
    try {
      await mutateAsync({ workbook, asked: { lang, progress: id }, signal: aborting.signal });
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

interface Downloading {
  readonly workbook: Workbook;
  readonly asked: { readonly lang: Language; readonly progress: string };
  readonly signal: AbortSignal;
}

/** @throws {ProblemError} when it is refused; what fetch throws when `signal` aborts, which ends the server's work, too */
async function download({ workbook, asked, signal }: Downloading): Promise<void> {
  const { path, init } = workbook(asked);
  const response = await fetch(path, { ...init, signal });
  if (!response.ok || response.body === null) throw problemOf(response.status, await response.json().catch(() => null));
  handFile(await response.blob(), nameIn(response.headers.get('Content-Disposition')));
}
