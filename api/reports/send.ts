import type { Response } from 'express';
import type { AuditAction, DownloadState } from '../../domain/audit.ts';
import { audit, completeAudit } from '../../store/report/audit.ts';
import type { Download } from '../../store/report/downloads.ts';
import { beginDownload, endDownload, noteProgress } from '../../store/report/downloads.ts';
import type { Caller } from '../auth/caller.ts';
import { actorOf } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import type { Workbook } from './workbook.ts';
import { streamWorkbook } from './workbook.ts';

export const WORKBOOK_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How often the progress of a download is written down. */
const PROGRESS_EVERY_MS = 500;

/** A download: what is sent, what the audit log says of it, and under which id its progress can be read. */
export interface Sending {
  readonly deps: Deps;
  readonly caller: Caller;
  readonly res: Response;
  readonly workbook: Workbook;
  /** Of the file, without `.xlsx`. */
  readonly name: string;
  readonly audited: { readonly action: AuditAction; readonly subject: string; readonly search: unknown };
  /** Chosen by whoever asks; undefined: nobody looks. */
  readonly progressId?: string | undefined;
  /** Counts the rows to come, while the first are being written. */
  readonly count: () => Promise<number>;
}

/**
 * Streams a workbook as the answer. A reader who goes ends it at once; a failure breaks the file off. The audit log has it from the
 * first byte on, also where this process is killed in the middle, and says in the end how many rows were written.
 */
export async function sendWorkbook({ deps, caller, res, workbook, name, audited, progressId, count }: Sending): Promise<void> {
  const { db } = deps.store;
  const { action, subject, search } = audited;
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  if (res.closed) gone.abort();
  const line = await audit(db, { actor: actorOf(caller), action, subject, after: { search, state: 'under_way' satisfies DownloadState, rows: 0 } });
  const progress = progressId === undefined ? null : await showProgress(deps, { id: progressId, ownerId: caller.id }, count);
  res.set({ 'Content-Type': WORKBOOK_MEDIA_TYPE, 'Content-Disposition': `attachment; filename="${name}.xlsx"`, 'Cache-Control': 'no-store' });
  let written = 0;
  let state: DownloadState = 'broken_off';
  const wrote = (rows: number) => {
    written = rows;
    progress?.wrote(rows);
  };
  try {
    await streamWorkbook({ ...workbook, wrote }, res, gone.signal);
    state = 'complete';
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    await progress?.end();
    await completeAudit(db, line, { search, state, rows: written });
  }
  res.end();
}

/** Keeps a download's progress where `GET /v1/downloads/{id}` finds it. That it cannot be written disturbs nothing. */
async function showProgress({ store: { db }, log }: Deps, { id, ownerId }: Download, count: () => Promise<number>) {
  const download = await beginDownload(db, { id, ownerId });
  let notedAt = 0;
  let noting: Promise<void> = Promise.resolve();
  const note = (progress: Parameters<typeof noteProgress>[2]) => {
    noting = noting.then(() => noteProgress(db, download, progress)).catch((error: unknown) => log.warn({ err: error }, 'the progress of a download was not noted'));
  };
  void count().then((total) => note({ total }), () => undefined);
  return {
    wrote(rows: number) {
      if (Date.now() - notedAt < PROGRESS_EVERY_MS) return;
      notedAt = Date.now();
      note({ rows });
    },
    async end() {
      await noting;
      await endDownload(db, download);
    },
  };
}
