import { endpoint } from '../endpoint.ts';
import { downloadStatus } from '../operations/status.ts';
import { languageOf } from '../reports/language.ts';
import { sendWorkbook } from '../reports/send.ts';
import { statusConditions, statusPages, statusWorkbook } from '../reports/status.ts';
import { statusOf } from './status.ts';

/** The processing status as a workbook, with its conditions on a sheet of their own. */
export const downloadStatusEndpoint = endpoint(downloadStatus)(async ({ deps, caller, query: { lang, progress, ...query }, req, res }) => {
  const status = await statusOf(deps, query);
  const language = languageOf(req, lang);
  const { from, to, unit, groupBy, rows } = status;
  await sendWorkbook({
    deps,
    caller,
    res,
    name: `status-${from}-${to}`,
    audited: { action: 'status_downloaded', subject: 'status', search: { ...query, from, to, unit, groupBy } },
    progressId: progress,
    count: async () => rows.length,
    workbook: {
      spec: statusWorkbook(language, status),
      pages: statusPages(language, status),
      conditions: await statusConditions(deps.store.db, { status, query, caller, language, now: new Date() }),
    },
  });
  return null;
});
