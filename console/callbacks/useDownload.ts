import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createQuerySerializer } from 'openapi-fetch';
import type { operations } from '../api/schema.gen.ts';
import type { ProblemError } from '../api/problem.ts';
import { asProblem, problemOf } from '../api/problem.ts';

type DownloadQuery = NonNullable<operations['download_callbacks']['parameters']['query']>;

const serialize = createQuerySerializer<DownloadQuery>({ array: { style: 'form', explode: false } });

interface Download {
  /** How much has come so far; null while nothing is being downloaded. */
  readonly bytes: number | null;
  readonly isDone: boolean;
  readonly problem: ProblemError | null;
}

const IDLE: Download = { bytes: null, isDone: false, problem: null };

/** Downloads the list as a workbook and hands it to the browser as a file. */
export function useDownload() {
  const [state, setState] = useState(IDLE);
  const { mutateAsync } = useMutation({ mutationFn: (query: DownloadQuery) => download(query, (bytes) => setState({ ...IDLE, bytes })) });
  const start = async (query: DownloadQuery) => {
    setState({ ...IDLE, bytes: 0 });
    try {
      await mutateAsync(query);
      setState({ ...IDLE, isDone: true });
    } catch (thrown) {
      setState({ ...IDLE, problem: asProblem(thrown) });
    }
  };
  return { ...state, start };
}

/** @throws {ProblemError} when it is refused */
async function download(query: DownloadQuery, came: (bytes: number) => void): Promise<void> {
  const response = await fetch(`/v1/callbacks.xlsx?${serialize(query)}`);
  if (!response.ok || response.body === null) throw problemOf(response.status, await response.json().catch(() => null));
  let bytes = 0;
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, onwards) {
      bytes += chunk.byteLength;
      came(bytes);
      onwards.enqueue(chunk);
    },
  });
  const blob = await new Response(response.body.pipeThrough(count), { headers: response.headers }).blob();
  hand(blob, nameIn(response.headers.get('Content-Disposition')));
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
