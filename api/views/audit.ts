import type * as z from 'zod';
import type { DownloadState } from '../../domain/audit.ts';
import { namesOf } from '../../store/callback/names.ts';
import type { AuditEntry } from '../../store/report/audit.ts';
import type { Db } from '../../store/tables.ts';
import type { Line } from '../reports/conditions.ts';
import type * as schemas from '../schemas/audit.ts';
import { actorView } from './actor.ts';

/** What every line of the audit log says: which it is, when, and who. */
type Signature = Pick<z.output<typeof schemas.auditEntry>, 'id' | 'at' | 'actor'>;

/** One page of lines, of which one more was read than is shown: it tells whether there is a next page. */
export async function auditPageView<Shown>(
  db: Db,
  entries: readonly AuditEntry[],
  limit: number,
  show: (entry: AuditEntry, signature: Signature) => Promise<Shown> | Shown,
): Promise<{ items: Shown[]; nextBefore: number | null }> {
  const page = entries.slice(0, limit);
  const names = await namesOf(db, page.flatMap(({ actor }) => ('id' in actor ? [actor.id] : [])));
  const items: Shown[] = [];
  for (const entry of page) items.push(await show(entry, { id: entry.id, at: entry.at.toISOString(), actor: actorView(entry.actor, { names }) }));
  return { items, nextBefore: entries.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** A download, as its line tells of it: one of the agents is made at once. */
export function downloadView({ action, after }: AuditEntry, lines: readonly Line[]): Omit<z.output<typeof schemas.downloadEntry>, keyof Signature> {
  const { rows = 0, state = 'complete', search = {} } = after as { rows?: number; state?: DownloadState; search?: { selected?: number } };
  const conditions = lines.map(([name, value]) => ({ name, value: String(value) }));
  return { what: whatIs(action, search.selected !== undefined), conditions, rows, state };
}

function whatIs(action: AuditEntry['action'], isSelection: boolean): z.output<typeof schemas.downloadEntry>['what'] {
  if (action === 'status_downloaded') return 'status';
  if (action === 'agents_exported') return 'agents';
  return isSelection ? 'selection' : 'list';
}
