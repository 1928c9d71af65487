import type { AuditAction } from '../domain/audit.ts';
import type { Actor } from '../domain/words.ts';
import { inChunks } from './rows.ts';
import type { Db } from './tables.ts';

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

/** Writes a line of the audit log, in the transaction of what it tells of. */
export async function audit(db: Db, entry: NewAuditEntry): Promise<void> {
  await auditAll(db, [entry]);
}

/** Writes many lines, in their order. */
export async function auditAll(db: Db, entries: readonly NewAuditEntry[]): Promise<void> {
  for (const some of inChunks(entries)) {
    const rows = some.map(({ actor, action, subject, before = null, after = null }) => {
      return { actor: JSON.stringify(actor), action, subject, before: json(before), after: json(after) };
    });
    await db.insertInto('audit_entry').values(rows).execute();
  }
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** The newest lines about one subject, or about all; `before` is the id of the last line seen. */
export async function readAudit(
  db: Db,
  { subject, before, limit }: { subject?: string | undefined; before?: number | undefined; limit: number },
): Promise<AuditEntry[]> {
  return db
    .selectFrom('audit_entry')
    .selectAll()
    .$if(subject !== undefined, (query) => query.where('subject', '=', String(subject)))
    .$if(before !== undefined, (query) => query.where('id', '<', Number(before)))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
