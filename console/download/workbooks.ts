import { createQuerySerializer } from 'openapi-fetch';
import type { ListQuery, StatusQuery } from '../api/types.ts';
import type { Language } from '../i18n/languages.ts';

interface Asked {
  readonly lang: Language;
  /** The id under which the server tells how far it is. */
  readonly progress: string;
}

/** A workbook that can be downloaded: the request that asks for it. */
export type Workbook = (asked: Asked) => { readonly path: string; readonly init?: RequestInit };

const serialize = createQuerySerializer<object>({ array: { style: 'form', explode: false } });

/** Every callback that a search of the list finds. */
export function listWorkbook(query: ListQuery): Workbook {
  return (asked) => ({ path: `/v1/callbacks.xlsx?${serialize({ ...query, ...asked })}` });
}

/** Callbacks selected one by one, in the order of the list. */
export function selectionWorkbook(ids: readonly string[], { by, sort, order }: ListQuery): Workbook {
  return (asked) => ({
    path: '/v1/callbacks.xlsx',
    init: { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ids, by, sort, order, ...asked }) },
  });
}

/** The figures of the processing status. */
export function statusWorkbook(query: StatusQuery): Workbook {
  return (asked) => ({ path: `/v1/status.xlsx?${serialize({ ...query, ...asked })}` });
}
