import { readProgress } from '../../store/report/downloads.ts';
import { endpoint } from '../endpoint.ts';
import { readDownload } from '../operations/downloads.ts';
import { notFound } from '../problems.ts';

export const readDownloadEndpoint = endpoint(readDownload)(async ({ deps, caller, params: { id } }) => {
  const progress = await readProgress(deps.store.db, { id, ownerId: caller.id });
  if (progress === null) throw notFound('There is no such download under way.');
  return { status: 200, body: progress };
});
