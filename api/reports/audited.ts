import * as z from 'zod';
import type { Language } from '../../domain/glossary/index.ts';
import type { AuditEntry } from '../../store/report/audit.ts';
import type { Db } from '../../store/tables.ts';
import { searchShape } from '../schemas/callbacks.ts';
import { statusQuery } from '../schemas/status.ts';
import { CONDITION_WORDS } from './condition-words.ts';
import type { Line, Wanted } from './conditions.ts';
import { searchLines } from './conditions.ts';
import { statusLines } from './status.ts';

/* A search as the audit log keeps it, and back in words. */

/** What stands there in place of a customer's number. */
const SEARCHED_FOR = 'searched for';

/**
 * What the audit log keeps of a search: everything but a customer's number, of which it says only that one was searched for. Digits
 * in a name might be one.
 */
export function auditedSearch({ query, ids }: Wanted, isOwn: boolean): Record<string, unknown> {
  const { number, name, ...rest } = query;
  return {
    ...rest,
    ...(number !== undefined && { number: SEARCHED_FOR }),
    ...(name !== undefined && { name: name.replaceAll(/\p{Nd}/gu, '#') }),
    ...(ids && { selected: ids.length }),
    ...(isOwn && { own: true }),
  };
}

const kept = {
  callbacks_downloaded: z.strictObject({ ...searchShape, selected: z.int().optional(), own: z.boolean().default(false) }),
  status_downloaded: statusQuery.required({ from: true, to: true }),
};

/** What was searched for, in the words of the workbook's sheet of conditions. Of what an older release kept in another form, nothing. */
export async function auditedLines(db: Db, { action, after }: Pick<AuditEntry, 'action' | 'after'>, language: Language, timeZone: string): Promise<Line[]> {
  const search = (after as { search?: unknown } | null)?.search;
  if (action === 'callbacks_downloaded') {
    const { success, data } = kept[action].safeParse(search);
    if (!success) return [];
    const { selected, own, ...query } = data;
    const number = query.number && CONDITION_WORDS[language].numberNotKept;
    return searchLines(db, { query: { ...query, number }, selected, isOwn: own, language, timeZone });
  }
  if (action !== 'status_downloaded') return [];
  const { success, data } = kept[action].safeParse(search);
  return success ? statusLines(db, data, language) : [];
}
