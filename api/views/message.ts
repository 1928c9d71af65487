import type * as z from 'zod';
import type { MessageRow } from '../../store/message/messages.ts';
import type * as schemas from '../schemas/messages.ts';
import { actorView } from './actor.ts';
import type { Context } from './row.ts';
import { iso } from './row.ts';

/** A message with its author's name. */
export function messageView(row: MessageRow, context: Pick<Context, 'names'>): z.output<typeof schemas.message> {
  const { id, kind, recipient, subject, text, author, state, reason, error_code: errorCode } = row;
  return {
    id,
    kind,
    to: recipient,
    subject,
    text,
    author: actorView(author, context),
    state,
    reason,
    errorCode,
    createdAt: iso(row.created_at),
    settledAt: iso(row.settled_at),
  };
}
