import type { Actor } from '../../domain/words.ts';
import type { Instant, Json, Optional, Stamp } from './columns.ts';

/** How a customer wants to be reached at a time agreed with them, as kysely sees it. */
export interface AgreedReachTable {
  callback_id: string;
  at: Instant;
  number: Optional<string>;
  number_hash: Optional<string>;
  time_zone: Optional<string>;
  actor: Json<Actor>;
  agreed_at: Stamp;
}
