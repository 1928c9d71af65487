import { DateTime } from 'luxon';
import type { Language } from '../../domain/glossary/index.ts';
import { exportCallbacks } from '../../store/callbacks.ts';
import type { Search } from '../../store/callbacks.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { downloadCallbacks } from '../operations/callbacks.ts';
import { callbackCells, callbackWorkbook } from '../reports/callbacks.ts';
import { languageOf } from '../reports/language.ts';
import type { Cell } from '../reports/workbook.ts';
import { streamWorkbook } from '../reports/workbook.ts';
import { rowViews } from '../views/row.ts';
import { searchOf } from './search.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list as a workbook, however long, while it is read. A reader who goes ends it; a failure breaks the file off. */
export const downloadCallbacksEndpoint = endpoint(downloadCallbacks)(async ({ deps, caller, query: { lang, ...query }, req, res }) => {
  const search = await searchOf(deps, caller, query);
  const language = languageOf(req, lang);
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const today = DateTime.now().setZone(deps.config.centreTimeZone).toISODate();
  res.set({ 'Content-Type': MEDIA_TYPE, 'Content-Disposition': `attachment; filename="callbacks-${today}.xlsx"`, 'Cache-Control': 'no-store' });
  try {
    await streamWorkbook(callbackWorkbook(language), pagesOf(deps, search, language), res, gone.signal);
    res.end();
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
  return null;
});

async function* pagesOf({ store, config }: Deps, search: Search, language: Language): AsyncGenerator<Cell[][]> {
  for await (const rows of exportCallbacks(store.db, search)) {
    const views = await rowViews(store.db, rows);
    yield views.map((view) => callbackCells(view, language, config.centreTimeZone));
  }
}
