import type { AuditAction } from '../../domain/audit.ts';
import { DOWNLOADS } from '../../domain/audit.ts';
import type { Actor } from '../../domain/words.ts';
import { inChunks } from '../callback/rows.ts';
import type { Db } from '../tables.ts';

/** One line of the audit log. `subject` names what it was done to, such as `route/billing`. */
export interface AuditEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What is to be written down. Neither side may hold a customer's number. */
export interface NewAuditEntry {
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Writes a line of the audit log, in the transaction of what it tells of, and answers its id. */
export async function audit(db: Db, entry: NewAuditEntry): Promise<number> {
  const [id] = await auditAll(db, [entry]);
  return Number(id);
}

/** Writes many lines, in their order, and answers their ids. */
export async function auditAll(db: Db, entries: readonly NewAuditEntry[]): Promise<number[]> {
  const ids: number[] = [];
  for (const some of inChunks(entries)) {
    const rows = some.map(({ actor, action, subject, before = null, after = null }) => {
      return { actor: JSON.stringify(actor), action, subject, before: json(before), after: json(after) };
    });
    const written = await db.insertInto('audit_entry').values(rows).returning('id').execute();
    ids.push(...written.map(({ id }) => id));
  }
  return ids;
}

/** Says how something ended whose line was written when it began. */
export async function completeAudit(db: Db, id: number, after: unknown): Promise<void> {
  await db.updateTable('audit_entry').set({ after: json(after) }).where('id', '=', id).execute();
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Where a page of the log begins, and how long it is: `before` is the id of the last line seen. */
interface Page {
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The newest lines about one subject, or about all. */
export async function readAudit(db: Db, { subject, ...page }: Page & { readonly subject?: string | undefined }): Promise<AuditEntry[]> {
  return newest(db, page)
    .$if(subject !== undefined, (query) => query.where('subject', '=', String(subject)))
    .execute();
}

/** The newest lines that tell of a download. Their subjects, too, are named: by these they are found in a long log. */
export async function readDownloads(db: Db, page: Page): Promise<AuditEntry[]> {
  return newest(db, page)
    .where('subject', 'in', Object.values(DOWNLOADS))
    .where('action', 'in', Object.keys(DOWNLOADS) as (keyof typeof DOWNLOADS)[])
    .execute();
}

function newest(db: Db, { before, limit }: Page) {
  return db
    .selectFrom('audit_entry')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', Number(before)))
    .orderBy('id', 'desc')
    .limit(limit);
}
