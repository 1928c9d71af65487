import { readAudit as read, readDownloads } from '../../store/report/audit.ts';
import { endpoint } from '../endpoint.ts';
import { listDownloads } from '../operations/downloads.ts';
import { readAudit } from '../operations/routes.ts';
import { auditedLines } from '../reports/audited.ts';
import { languageOf } from '../reports/language.ts';
import { auditPageView, downloadView } from '../views/audit.ts';

/** The audit log, the newest line first. */
export const readAuditEndpoint = endpoint(readAudit)(async ({ deps, query: { limit, ...query } }) => {
  const { db } = deps.store;
  const entries = await read(db, { ...query, limit: limit + 1 });
  return { status: 200, body: await auditPageView(db, entries, limit, (entry, signature) => ({ ...entry, ...signature })) };
});

/** The downloads on it, with what was searched for in the reader's words. */
export const listDownloadsEndpoint = endpoint(listDownloads)(async ({ deps, query: { limit, before, lang }, req }) => {
  const { db } = deps.store;
  const [language, timeZone] = [languageOf(req, lang), deps.config.centreTimeZone];
  const entries = await readDownloads(db, { before, limit: limit + 1 });
  const body = await auditPageView(db, entries, limit, async (entry, signature) => {
    return { ...signature, ...downloadView(entry, await auditedLines(db, entry, language, timeZone)) };
  });
  return { status: 200, body };
});
