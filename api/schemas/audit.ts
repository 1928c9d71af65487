import * as z from 'zod';
import { AUDIT_ACTIONS } from '../../domain/audit.ts';
import { actor, instant, someText } from './common.ts';

export const auditQuery = z.strictObject({
  subject: someText(300).optional().meta({ description: 'What it was done to', example: 'route/billing' }),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().meta({ description: 'Only lines before the one of this id' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

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
  .object({ items: z.array(auditEntry), nextBefore: z.int().nullable().meta({ description: '`before` of the next page; null: there is none' }) })
  .meta({ id: 'AuditPage' });
