import type { Request, Response } from 'express';
import type { Language } from '../../domain/glossary/index.ts';
import { dayOf } from '../../domain/periods.ts';
import { exportCallbacks } from '../../store/callback/callbacks.ts';
import type { Search } from '../../store/callback/callbacks.ts';
import { totals } from '../../store/search/totals.ts';
import type { Caller } from '../auth/caller.ts';
import { seesAll } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { downloadCallbacks, downloadSelected } from '../operations/downloads.ts';
import { auditedSearch } from '../reports/audited.ts';
import { callbackCells, callbackWorkbook } from '../reports/callbacks.ts';
import type { Wanted } from '../reports/conditions.ts';
import { conditionsOf } from '../reports/conditions.ts';
import { languageOf } from '../reports/language.ts';
import { sendWorkbook } from '../reports/send.ts';
import type { Cell } from '../reports/workbook.ts';
import { contextKeeper } from '../views/row.ts';
import { searchOf } from './search.ts';

interface Asked extends Wanted {
  readonly deps: Deps;
  readonly caller: Caller;
  readonly req: Request;
  readonly res: Response;
  readonly lang?: Language | undefined;
  readonly progress?: string | undefined;
}

/** The list as a workbook, however long, while it is read. */
export const downloadCallbacksEndpoint = endpoint(downloadCallbacks)(async ({ query: { lang, progress, ...query }, ...given }) => {
  await download({ ...given, query, lang, progress });
  return null;
});

/** Of a selection only what the caller may see: the rest is left out. */
export const downloadSelectedEndpoint = endpoint(downloadSelected)(async ({ body: { ids, lang, progress, ...query }, ...given }) => {
  await download({ ...given, query, ids, lang, progress });
  return null;
});

async function download({ deps, caller, req, res, query, ids, lang, progress }: Asked): Promise<void> {
  const { db } = deps.store;
  const search: Search = { ...(await searchOf(deps, caller, query)), ...(ids && { ids }) };
  const language = languageOf(req, lang);
  const wanted: Wanted = { query, ...(ids && { ids }) };
  const timeZone = deps.config.centreTimeZone;
  await sendWorkbook({
    deps,
    caller,
    res,
    name: `callbacks-${dayOf(Date.now(), timeZone)}`,
    audited: { action: 'callbacks_downloaded', subject: 'callbacks', search: auditedSearch(wanted, !seesAll(caller)) },
    progressId: progress,
    count: async () => (await totals(db, search)).matching,
    workbook: {
      spec: callbackWorkbook(language),
      pages: pagesOf(deps, search, language),
      conditions: await conditionsOf(db, { ...wanted, caller, language, timeZone, now: new Date() }),
    },
  });
}

async function* pagesOf({ store: { db }, config }: Deps, search: Search, language: Language): AsyncGenerator<Cell[][]> {
  const cells = callbackCells(language, config.centreTimeZone);
  const contextOf = contextKeeper(db);
  for await (const rows of exportCallbacks(db, search)) {
    const context = await contextOf(rows);
    yield rows.map((row) => cells(row, context));
  }
}
