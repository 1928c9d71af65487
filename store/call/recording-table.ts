import type { RecordingState } from '../../domain/call/recorded.ts';
import type { Instant, Optional, OptionalInstant } from '../callback/columns.ts';

/** What is kept of conversations, as kysely sees it. */
export interface CallRecordingTable {
  recording_sid: string;
  callback_id: string;
  attempt: number;
  status: RecordingState;
  started_at: Instant;
  ended_at: OptionalInstant;
  duration_s: Optional<number>;
}
