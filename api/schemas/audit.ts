import * as z from 'zod';
import { AUDIT_ACTIONS, DOWNLOAD_STATES } from '../../domain/audit.ts';
import { actor, instant, reportLanguage, someText } from './common.ts';

const before = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().meta({ description: 'Only lines before the one of this id' });
const nextBefore = z.int().nullable().meta({ description: '`before` of the next page; null: there is none' });

export const auditQuery = z.strictObject({
  subject: someText(300).optional().meta({ description: 'What it was done to', example: 'route/billing' }),
  before,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const downloadsQuery = z.strictObject({ lang: reportLanguage, before, limit: z.coerce.number().int().min(1).max(100).default(50) });

export const auditEntry = z
  .object({
    id: z.int(),
    at: instant,
    actor,
    action: z.enum(AUDIT_ACTIONS),
    subject: z.string(),
    before: z.unknown().meta({ description: 'What differed, as it was; null: there was nothing' }),
    after: z.unknown().meta({ description: 'The same, as it is since' }),
  })
  .meta({ id: 'AuditEntry' });

export const auditPage = z
  .object({ items: z.array(auditEntry), nextBefore })
  .meta({ id: 'AuditPage' });

const condition = z.object({ name: z.string(), value: z.string() });

export const downloadEntry = z
  .object({
    id: z.int(),
    at: instant,
    actor,
    what: z.enum(['list', 'selection', 'status', 'agents']).meta({ description: 'Callbacks of a search, callbacks selected one by one, the processing status, or the table of agents' }),
    conditions: z.array(condition).meta({ description: 'As on the workbook’s sheet of conditions; in place of a customer’s number only that one was searched for' }),
    rows: z.int().meta({ description: 'Written so far' }),
    state: z.enum(DOWNLOAD_STATES).meta({ description: '`under_way`: until it is over; for ever where the process that made it was killed' }),
  })
  .meta({ id: 'DownloadEntry' });

export const downloadPage = z.object({ items: z.array(downloadEntry), nextBefore }).meta({ id: 'DownloadPage' });
