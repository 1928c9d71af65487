import { sql } from 'kysely';
import type { Expression, RawBuilder } from 'kysely';

/** Whether a callback is of the customer: of the same number, or of the same contact where there is one. */
export function isOf(numberHash: string | Expression<unknown>, contactId: string | null | Expression<unknown>): RawBuilder<boolean> {
  return sql`(callback.number_hash = ${numberHash} or callback.contact_id = ${contactId})`;
}
