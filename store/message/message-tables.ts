import type { Generated, Selectable } from 'kysely';
import type { MessageKind, MessageReason, MessageState } from '../../domain/message.ts';
import type { Actor } from '../../domain/words.ts';
import type { Json, Optional, OptionalInstant, Stamp } from '../callback/columns.ts';

/** A message to a customer, as kysely sees it. */
export interface CaseMessageTable {
  id: string;
  callback_id: string;
  kind: MessageKind;
  recipient: string;
  subject: Generated<string>;
  text: string;
  author: Json<Actor>;
  request_key: string;
  state: Generated<MessageState>;
  provider_sid: Optional<string>;
  reason: Optional<MessageReason>;
  error_code: Optional<number>;
  created_at: Stamp;
  sent_at: OptionalInstant;
  settled_at: OptionalInstant;
  looked_at: OptionalInstant;
}

export type MessageRow = Selectable<CaseMessageTable>;
